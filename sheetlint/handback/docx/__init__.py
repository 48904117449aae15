"""Word documents with the findings as comments at their cells, and a list of them in front."""

from sheetlint.handback.docx.document import annotated

__all__ = ["annotated"]
