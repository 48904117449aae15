"""Word documents with the findings as comments at their cells, and a list of them in front."""

from sheetlint.annotate.docx.copy import annotated

__all__ = ["annotated"]
