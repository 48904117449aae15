"""Workbooks that are changed in place."""
