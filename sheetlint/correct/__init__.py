"""Corrected copies: figures that others on the sheet determine, calculated and written."""
