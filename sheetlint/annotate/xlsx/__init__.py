"""Workbooks with the findings written into them: nothing else of the package changes."""

from sheetlint.annotate.xlsx.copy import annotated

__all__ = ["annotated"]
