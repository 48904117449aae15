"""Binary Excel workbooks (.xls of Excel 5 to 2003, WPS's .et), read as ``xlsx`` is.

A formula's text is not read: of a formula cell the stored result is all that is known.
"""

from __future__ import annotations

import struct

from sheetlint.readers import refusals
from sheetlint.readers.container import Container
from sheetlint.readers.limits import Limits
from sheetlint.readers.workbook.sheets import Content, tables
from sheetlint.readers.xls.book import read_book
from sheetlint.readers.xls.records import Records
from sheetlint.readers.xls.worksheet import read_rows
from sheetlint.tables import Document


def read_workbook(data: bytes, limits: Limits) -> Document:
    """All worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    container = Container(data)
    # Of Excel 97 and later, or else of Excel 5 and 95.
    stream = container.stream("Workbook") or container.stream("Book")
    try:
        return _read(stream, limits)
    except (struct.error, IndexError) as error:
        # A record, or the stream itself, that ends too early.
        raise refusals.damaged() from error


def _read(stream: bytes, limits: Limits) -> Document:
    records = Records(stream, limits)
    book = read_book(stream, records, limits)

    def content(position: int, name: str, limits: Limits) -> Content:
        return read_rows(records, position, book, name, limits)

    return Document("xls", tables(book.worksheets, content, limits))
