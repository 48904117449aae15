"""PDF files with the findings as notes at their cells."""

from sheetlint.annotate.pdf.copy import annotated

__all__ = ["annotated"]
