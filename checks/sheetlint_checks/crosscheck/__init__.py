"""Many sheets together: what no sheet shows by itself."""
