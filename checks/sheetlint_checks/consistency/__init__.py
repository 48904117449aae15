"""Checks of the family CN: what a sheet says in one place against what it says in another."""
