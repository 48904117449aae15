"""What operating system and installation provide: atomic writing, optional libraries, byte sizes."""
