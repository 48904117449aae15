"""Writers of changed cells into a copy of a file, one module a format."""
