"""Checks of the family NT: deviation notes."""
