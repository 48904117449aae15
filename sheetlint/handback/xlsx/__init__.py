"""Workbooks with the findings written into them: nothing else of the package changes."""

from sheetlint.handback.xlsx.document import annotated

__all__ = ["annotated"]
