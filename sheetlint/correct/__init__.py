"""Figures that others on the sheet determine, calculated and written into a copy of the file."""
