"""Bounds of time and memory for the work on one file, and processes that may die without a loss."""
