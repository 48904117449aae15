"""Checks of the family PI: what must not be published.  Findings never repeat it whole."""
