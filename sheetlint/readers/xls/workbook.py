"""Binary Excel workbooks (.xls of Excel 5 to 2003, WPS's .et) through xlrd, read like ``xlsx``.

A formula's text is not read: of a formula cell the stored result is all that is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits
from sheetlint.readers.ole_container import OleContainer
from sheetlint.readers.workbook.sheets import WorksheetContent, WorksheetEntry, build_tables
from sheetlint.readers.workbook.values import ValueFormatter, find_format_code
from sheetlint.readers.xls.cells import CellMaker, clean_text
from sheetlint.readers.xls.records import prepare_stream
from sheetlint.readers.xls.worksheet import read_worksheet
from sheetlint.sheet.tables import Document, Table, Unreadable


class _Silence:
    """Discards the warnings that xlrd writes."""

    def write(self, text: str) -> int:
        return len(text)


def read_workbook(data: bytes, limits: Limits, _: str = "") -> Document:
    """All worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    try:
        import xlrd
    except ImportError as error:
        raise xlrd_missing() from error
    container = OleContainer(data)
    # Of Excel 97 and later, or else of Excel 5 and 95.
    stream = container.stream("Workbook") or container.stream("Book")
    try:
        ready = prepare_stream(stream, limits)
        book = xlrd.open_workbook(
            file_contents=ready.stream,
            encoding_override=ready.encoding,
            formatting_info=True,
            ragged_rows=True,
            on_demand=True,
            logfile=_Silence(),
        )
        return Document("xls", _tables(book, ready.uncomputed, limits))
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        # xlrd trusts the file: what is wrong in it ends in XLRDError, AssertionError, struct.error,
        # IndexError, KeyError, UnicodeDecodeError and more, depending on which number it was.
        raise unreadable.damaged() from error


def _tables(
    book: Any, uncomputed: list[frozenset[tuple[int, int]]], limits: Limits
) -> tuple[Table, ...]:
    own = {form.format_key: form.format_str for form in book.format_list}
    formats = [find_format_code(style.format_key, own) for style in book.xf_list]
    make = CellMaker(ValueFormatter(formats, book.datemode == 1))

    def listed() -> Iterator[WorksheetEntry[int]]:
        for index in range(book.nsheets):
            sheet = book.sheet_by_index(index)
            yield WorksheetEntry(clean_text(sheet.name), sheet.visibility & 3 != 0, index)
            # One at a time: xlrd keeps what it has read.
            book.unload_sheet(index)

    def read(index: int, name: str, limits: Limits) -> WorksheetContent:
        return read_worksheet(book.sheet_by_index(index), name, make, uncomputed[index], limits)

    return build_tables(listed(), read, limits)


def xlrd_missing() -> Unreadable:
    return unreadable.not_installed(
        "xls",
        Text("旧版 Excel（.xls）工作簿", "an Excel workbook of before 2007 (.xls)"),
        Text(
            "用 Excel、WPS 打开，另存为 .xlsx 后再检查。",
            "open the file in Excel or WPS, save it as .xlsx and check that file.",
        ),
    )
