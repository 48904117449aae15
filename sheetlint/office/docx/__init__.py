"""Word documents that are changed in place."""
