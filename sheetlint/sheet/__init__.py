"""What a sheet, a value, a table and a printed number are."""
