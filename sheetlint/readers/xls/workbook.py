"""Binary Excel workbooks (.xls of Excel 5 to 2003, WPS's .et), read as ``xlsx`` is.

A formula's text is not read: of a formula cell the stored result is all that is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sheetlint.model import Text
from sheetlint.readers import refusals
from sheetlint.readers.container import Container
from sheetlint.readers.limits import Limits
from sheetlint.readers.workbook.merges import Merge, merge
from sheetlint.readers.workbook.stored import NUMBER_ERROR, clean, digits_of, error_text
from sheetlint.readers.workbook.values import BOOLEANS, Values, made
from sheetlint.tables import Cell, Document, Row, Table, Unreadable

if TYPE_CHECKING:
    from xlrd.sheet import Rowinfo

    from sheetlint.readers.xls.records import Workbook, Worksheet

_TEXT, _BOOLEAN, _ERROR = 1, 4, 5
"""Types of a cell in ``xlrd``; a number has none, and what else there is shows nothing."""


def read_workbook(data: bytes, limits: Limits) -> Document:
    """All worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    try:
        from sheetlint.readers.xls.records import Workbook
    except ModuleNotFoundError as error:
        raise _without_xlrd() from error
    stream = _stream(data)
    try:
        tables = tuple(_tables(Workbook(stream, limits), limits))
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        # Whatever a wrong byte leads ``xlrd`` to: it promises no kind of exception.
        raise refusals.damaged() from error
    if not tables:
        raise refusals.damaged()
    return Document("xls", tables)


def _stream(data: bytes) -> bytes:
    """The records of the workbook: of Excel 97 and later, or else of Excel 5 and 95."""
    container = Container(data)
    found = container.stream("Workbook") or container.stream("Book")
    if not found:
        raise refusals.damaged()
    return found


def _tables(book: Workbook, limits: Limits) -> Iterator[Table]:
    maker = _Maker(book, limits)
    for index, name, hidden in book.worksheets():
        maker.cells = {}
        name = clean(name)
        sheet = book.worksheet(index, maker.put)
        rows = list(_rows(maker.cells, sheet, name))
        merged = tuple(merge(rows, _merges(sheet)))
        yield Table(name, merged, hidden, book.hidden_columns.of(name))


class _Maker:
    """Makes the cells of one workbook, worksheet by worksheet."""

    def __init__(self, book: Workbook, limits: Limits) -> None:
        self.cells: dict[int, dict[int, Cell]] = {}
        """By row and column, from 0; of two in the same place the last one counts."""
        self._book = book
        self._limits = limits
        self._count = 0
        self._values = Values(book.formats, from_1904=bool(book.datemode))

    def put(self, row: int, column: int, kind: int | None, value: object, style: int) -> None:
        """Take a cell.  Raises ``Unreadable`` for too many and for too long a text."""
        cell = self._cell(column, kind, value, str(style))
        if cell is None:
            return
        self._count += 1
        if self._count > self._limits.max_cells or len(cell.text) > self._limits.max_text:
            raise refusals.too_big()
        self.cells.setdefault(row, {})[column] = cell

    def _cell(self, column: int, kind: int | None, value: object, style: str) -> Cell | None:
        if kind is None and isinstance(value, float):
            if not self._book.computed:
                return Cell("", column, computed=False)
            digits = digits_of(value)
            if digits is not None:
                return made(column, *self._values.number(digits, style))
            text = NUMBER_ERROR
        elif kind == _TEXT:
            text = clean(str(value))
        elif kind == _BOOLEAN:
            text = BOOLEANS["1" if value else "0"]
        elif kind == _ERROR and isinstance(value, int):
            text = error_text(value)
        else:
            return None
        return made(column, self._values.text(text, style), None)


def _rows(cells: dict[int, dict[int, Cell]], sheet: Worksheet, name: str) -> Iterator[Row]:
    for number in sorted(cells):
        row = tuple(cells[number][column] for column in sorted(cells[number]))
        if any(cell.text or not cell.computed for cell in row):
            known = sheet.rowinfo_map.get(number)
            hidden = known is not None and _is_hidden(known)
            yield Row(row, number + 1, name, hidden)


def _is_hidden(row: Rowinfo) -> bool:
    """By its own word, or because it is as thin as nothing; some programs write 0 for the usual."""
    return bool(row.hidden or (row.height == 0 and not row.has_default_height))


def _merges(sheet: Worksheet) -> list[Merge]:
    """``xlrd`` counts from 0 and to the one after the last."""
    found = []
    for top, below, left, beyond in sheet.merged_cells:
        lines, columns = sorted((top + 1, below)), sorted((left, beyond - 1))
        found.append(Merge(lines[0], columns[0], lines[1], columns[1]))
    return found


def _without_xlrd() -> Unreadable:
    return Unreadable(
        Text(
            "读旧版 Excel 或 WPS 表格（.xls、.et）要用组件 xlrd，这里没有安装。",
            "Old Excel and WPS workbooks (.xls, .et) are read with xlrd, which is not installed.",
        ),
        Text(
            '请运行 pip install "sheetlint[xls]"，或用 Excel、WPS 打开，另存为 .xlsx 后再检查。',
            'Run pip install "sheetlint[xls]", or save it as .xlsx in Excel or WPS.',
        ),
    )
