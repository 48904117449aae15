"""What the machine provides: optional libraries, atomic writing, sizes in bytes."""
