"""The user's configuration: the file, its shape, and what a run is asked to do."""
