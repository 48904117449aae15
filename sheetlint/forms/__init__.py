"""Empty forms for a place's rules, to be filled in by hand."""
