"""Bounds of time and memory for one file, and processes whose death costs one file only."""
