"""Checks of the family ID: targets, actual values and their scores."""
