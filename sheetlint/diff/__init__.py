"""What changed between two submissions of the same sheets."""
