"""Checks files: a source becomes the report on it, many become the report of a run."""
