"""Paths, folders, archives, standard input: which files there are, and their bytes."""
