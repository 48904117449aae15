"""What a check is, which ones run, and what they find in a sheet."""
