"""Checks of the family SY: the tool itself."""
