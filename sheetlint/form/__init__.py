"""The form itself, as a grid of cells: what draws a sheet or an empty form draws it from here."""
