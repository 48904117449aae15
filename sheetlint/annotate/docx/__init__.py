"""Word documents with the findings as comments at their cells and a list of them in front."""

from sheetlint.annotate.docx.annotated_document import annotate_file

__all__ = ["annotate_file"]
