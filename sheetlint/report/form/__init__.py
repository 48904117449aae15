"""The form as a grid of cells: whatever draws a sheet or an empty form draws it from here."""
