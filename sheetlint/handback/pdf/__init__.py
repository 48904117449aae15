"""PDF files with the findings as notes at their cells."""

from sheetlint.handback.pdf.document import annotated

__all__ = ["annotated"]
