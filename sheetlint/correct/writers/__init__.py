"""Files with other content in some of their cells, one module a format."""
