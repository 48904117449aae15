"""Checks of the family ST: is the form there and filled in."""
