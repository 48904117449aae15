"""Readers: the bytes of a file become a ``Document``: tables, rows and cells with their place.

One module a format, loaded when a file of that format is met: reading a text loads neither the
archive nor the XML modules.  A format is told by the content and never by the file's name.
"""

from __future__ import annotations

from sheetlint.readers import refusals
from sheetlint.readers.detect import detect
from sheetlint.readers.limits import Limits
from sheetlint.sheet.tables import Document

__all__ = ["Limits", "read"]

_DEFAULT = Limits()


def read(data: bytes, name: str, limits: Limits = _DEFAULT) -> Document:
    """What the file ``name`` with the content ``data`` holds.

    Raises ``Unreadable``, and nothing else, whatever the bytes are.
    """
    if len(data) > limits.max_bytes:
        raise refusals.too_big()
    kind = detect(data)
    if kind == "text":
        from sheetlint.readers.text import read_text

        return read_text(data, name, limits)
    if kind == "zip":
        return _read_package(data, name, limits)
    if kind == "xls":
        from sheetlint.readers.xls.workbook import read_workbook

        return read_workbook(data, limits)
    if kind == "doc":
        from sheetlint.readers.doc.document import read_document

        return read_document(data, limits)
    if kind == "html":
        from sheetlint.readers.html.document import read_page

        return read_page(data, name, limits)
    if kind == "pdf":
        from sheetlint.readers.pdf.document import read_pdf

        return read_pdf(data, limits)
    if kind == "empty":
        raise refusals.empty()
    if kind == "encrypted":
        raise refusals.encrypted()
    raise refusals.refuse(kind, name)


def _read_package(data: bytes, name: str, limits: Limits) -> Document:
    from sheetlint.readers.package import Package

    package = Package(data, limits)
    kind, main = package.main_part()
    if kind == "xlsx":
        from sheetlint.readers.xlsx.workbook import read_workbook

        return read_workbook(package, main)
    if kind == "docx":
        from sheetlint.readers.docx.document import read_document

        return read_document(package, main)
    if kind == "opendocument":
        from sheetlint.readers.ods.spreadsheet import is_spreadsheet, read_spreadsheet

        if is_spreadsheet(package):
            return read_spreadsheet(package)
    raise refusals.refuse(kind, name)
