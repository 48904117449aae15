"""Workbooks with the findings as comments at their cells and a worksheet that lists them."""

from sheetlint.annotate.xlsx.annotated_workbook import annotate_file

__all__ = ["annotate_file"]
