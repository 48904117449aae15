"""Checks of the family RD: what became of a file and its tables."""
