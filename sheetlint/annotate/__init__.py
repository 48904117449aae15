"""The original file with every finding marked at its cell, and a list of them in front."""
