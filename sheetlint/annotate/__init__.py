"""Annotated copies: the checked file with a mark and a comment at the cell of each finding."""
