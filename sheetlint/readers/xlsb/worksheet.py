"""One binary worksheet part: its rows with their cells, and its merged ranges."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from sheetlint.readers import refusals
from sheetlint.readers.columns import HiddenRanges
from sheetlint.readers.limits import LAST_COLUMN, LAST_ROW, Limits
from sheetlint.readers.workbook.merges import Merge
from sheetlint.readers.workbook.sheets import Content
from sheetlint.readers.workbook.stored import NUMBER_ERROR, clean, digits_of, error_text
from sheetlint.readers.workbook.values import BOOLEANS, Values, made
from sheetlint.readers.xlsb.fields import rich_text, short_number, wide_text
from sheetlint.readers.xlsb.records import records
from sheetlint.tables import Cell, Row

_ROW, _COLUMNS, _MERGE = 0, 60, 176
_PACKED, _ERROR, _BOOLEAN, _REAL, _TEXT, _SHARED, _RICH = 2, 3, 4, 5, 6, 7, 62
_KINDS = {
    **{kind: kind for kind in (_PACKED, _ERROR, _BOOLEAN, _REAL, _TEXT, _SHARED, _RICH)},
    # The results of formulas.
    8: _TEXT,
    9: _REAL,
    10: _BOOLEAN,
    11: _ERROR,
    # Cells that stand right behind the one before them and do not say their column.
    13: _PACKED,
    14: _ERROR,
    15: _BOOLEAN,
    16: _REAL,
    17: _TEXT,
    18: _SHARED,
}
_FORMULAS = range(8, 12)
_BLANK = 1
_SHORT_BLANK = 12
_SHORT = range(_SHORT_BLANK, 19)
WANTED = frozenset((_ROW, _COLUMNS, _MERGE, _BLANK, _SHORT_BLANK, *_KINDS))
_ROW_HEAD = struct.Struct("<I4xHxB")
_ROW_HIDDEN, _ROW_HEIGHT_SET = 0x10, 0x20
_COLUMN_FORMAT = struct.Struct("<III4xB")
_COLUMN_HIDDEN = 1
_CELL_HEAD = struct.Struct("<II")
_STYLE = 0xFFFFFF
_RANGE = struct.Struct("<IIII")
_DOUBLE = struct.Struct("<d")
_NUMBER = struct.Struct("<I")


class CellMaker:
    """Makes cells with the strings and number formats of one workbook."""

    def __init__(self, strings: list[str], values: Values) -> None:
        self._strings = strings
        self._values = values

    def make(self, code: int, data: bytes, at: int, column: int, style: str) -> Cell | None:
        """The cell whose value stands at ``at``; None where it shows nothing.

        Raises ``Unreadable``, or ``struct.error`` or ``IndexError`` where something is missing.
        """
        kind = _KINDS[code]
        # A formula is marked; its text is stored as a program and not written out again.
        formula = "" if code in _FORMULAS else None
        if kind in (_PACKED, _REAL):
            value = short_number(data, at) if kind == _PACKED else _DOUBLE.unpack_from(data, at)[0]
            digits = digits_of(value)
            if digits is not None:
                return made(column, *self._values.number(digits, style), formula)
            text = NUMBER_ERROR
        elif kind == _SHARED:
            text = self._string(_NUMBER.unpack_from(data, at)[0])
        elif kind == _TEXT:
            text = clean(wide_text(data, at)[0])
        elif kind == _RICH:
            text = rich_text(data, at)
        elif kind == _BOOLEAN:
            text = BOOLEANS["1" if data[at] else "0"]
        else:
            text = error_text(data[at])
        return made(column, self._values.text(text, style), None, formula)

    def _string(self, index: int) -> str:
        if index >= len(self._strings):
            raise refusals.damaged()
        return self._strings[index]


class _Worksheet:
    def __init__(self, table: str, maker: CellMaker, limits: Limits) -> None:
        self._rows: list[Row] = []
        self._merges: list[Merge] = []
        self._hidden_columns = HiddenRanges()
        self._table = table
        self._make = maker.make
        self._limits = limits
        self._count = 0
        # The row that is being read.
        self._number = 0
        self._hidden = False
        self._column = -1
        self._cells: list[Cell] = []

    def take(self, code: int, data: bytes) -> None:
        if code in _KINDS or code in (_BLANK, _SHORT_BLANK):
            self._cell(code, data)
        elif code == _ROW:
            self._end_row()
            index, height, flags = _ROW_HEAD.unpack_from(data)
            if index >= LAST_ROW:
                raise refusals.damaged()
            self._number = index + 1
            flat = height == 0 and bool(flags & _ROW_HEIGHT_SET)
            self._hidden = flat or bool(flags & _ROW_HIDDEN)
        elif code == _MERGE:
            self._merge(data)
        else:
            self._column_format(data)

    def _cell(self, code: int, data: bytes) -> None:
        if code in _SHORT:
            (style,) = _NUMBER.unpack_from(data)
            self._column, at = self._column + 1, _NUMBER.size
        else:
            self._column, style = _CELL_HEAD.unpack_from(data)
            at = _CELL_HEAD.size
        if self._column >= LAST_COLUMN or not self._number:
            raise refusals.damaged()
        if code in (_BLANK, _SHORT_BLANK):
            return
        cell = self._make(code, data, at, self._column, str(style & _STYLE))
        if cell is None:
            return
        self._count += 1
        if self._count > self._limits.max_cells or len(cell.text) > self._limits.max_text:
            raise refusals.too_big()
        self._cells.append(cell)

    def close(self) -> Content:
        self._end_row()
        return Content(self._rows, self._merges, self._hidden_columns)

    def _end_row(self) -> None:
        if any(cell.text for cell in self._cells):
            self._rows.append(Row(tuple(self._cells), self._number, self._table, self._hidden))
        self._cells = []
        self._column = -1

    def _merge(self, data: bytes) -> None:
        top, bottom, left, right = _RANGE.unpack_from(data)
        if not top <= bottom < LAST_ROW or not left <= right < LAST_COLUMN:
            raise refusals.damaged()
        if len(self._merges) >= self._limits.max_merges:
            raise refusals.too_big()
        self._merges.append(Merge(top + 1, left, bottom + 1, right))

    def _column_format(self, data: bytes) -> None:
        first, last, width, flags = _COLUMN_FORMAT.unpack_from(data)
        if flags & _COLUMN_HIDDEN or width == 0:
            self._hidden_columns.add(first, last)


def read_rows(chunks: Iterable[bytes], table: str, maker: CellMaker, limits: Limits) -> Content:
    """Rows that are not empty, the merged ranges, and the columns that are hidden.

    Raises ``Unreadable``, or ``struct.error`` or ``IndexError`` for records that are too short.
    """
    worksheet = _Worksheet(table, maker, limits)
    for code, data in records(chunks, WANTED, limits):
        worksheet.take(code, data)
    return worksheet.close()
