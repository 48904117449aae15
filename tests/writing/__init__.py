"""Drawings of forms, written in every format that units hand in."""
