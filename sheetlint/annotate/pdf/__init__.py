"""PDF files with the findings as annotations at their cells."""

from sheetlint.annotate.pdf.annotated_pdf import annotate_file

__all__ = ["annotate_file"]
