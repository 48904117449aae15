"""Checks of the family UN: money units and the form of numbers."""
