"""Checks about surveys, as a plug-in of sheetlint.  The list is explicit: one module a check."""

MODULES = ("sheetlint_surveys.sample_size_missing",)
