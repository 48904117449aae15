"""Checks of the family AR: weights, scores and the total."""
