"""One binary worksheet part: its rows with their cells, and its merged ranges."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from sheetlint.readers import refusals
from sheetlint.readers.limits import LAST_COLUMN, LAST_ROW, Limits
from sheetlint.readers.workbook.cells import CellMaker
from sheetlint.readers.workbook.gathered import Gathered
from sheetlint.readers.workbook.sheets import Content
from sheetlint.readers.workbook.stored import number_at, packed_number_at
from sheetlint.readers.xlsb.fields import rich_text, wide_text
from sheetlint.readers.xlsb.records import records
from sheetlint.tables import Cell

_ROW, _COLUMNS, _MERGE = 0, 60, 176
_BLANK, _PACKED, _ERROR, _BOOLEAN, _REAL, _TEXT, _SHARED, _RICH = 1, 2, 3, 4, 5, 6, 7, 62
_KINDS = {
    **{kind: kind for kind in (_BLANK, _PACKED, _ERROR, _BOOLEAN, _REAL, _TEXT, _SHARED, _RICH)},
    # The results of formulas.
    8: _TEXT,
    9: _REAL,
    10: _BOOLEAN,
    11: _ERROR,
    # Cells that stand right behind the one before them and do not say their column.
    12: _BLANK,
    13: _PACKED,
    14: _ERROR,
    15: _BOOLEAN,
    16: _REAL,
    17: _TEXT,
    18: _SHARED,
}
_FORMULAS = range(8, 12)
_SHORT = range(12, 19)
WANTED = frozenset((_ROW, _COLUMNS, _MERGE, *_KINDS))
_ROW_HEAD = struct.Struct("<I4xHxB")
_ROW_HIDDEN, _ROW_HEIGHT_SET = 0x10, 0x20
_COLUMN_FORMAT = struct.Struct("<III4xB")
_COLUMN_HIDDEN = 1
_CELL_HEAD = struct.Struct("<II")
_STYLE = 0xFFFFFF
_RANGE = struct.Struct("<IIII")
_NUMBER = struct.Struct("<I")


class _Worksheet:
    def __init__(self, table: str, maker: CellMaker, limits: Limits) -> None:
        self.gathered = Gathered(table, limits)
        self._maker = maker
        self._row = -1
        self._column = -1

    def take(self, code: int, data: bytes) -> None:
        if code == _ROW:
            self._start_row(data)
        elif code == _MERGE:
            top, bottom, left, right = _RANGE.unpack_from(data)
            if not top <= bottom < LAST_ROW or not left <= right < LAST_COLUMN:
                raise refusals.damaged()
            self.gathered.merge(top, bottom, left, right)
        elif code == _COLUMNS:
            first, last, width, flags = _COLUMN_FORMAT.unpack_from(data)
            if flags & _COLUMN_HIDDEN or width == 0:
                self.gathered.hidden_columns.add(first, last)
        else:
            self._cell(code, data)

    def _start_row(self, data: bytes) -> None:
        self._row, height, flags = _ROW_HEAD.unpack_from(data)
        self._column = -1
        if self._row >= LAST_ROW:
            raise refusals.damaged()
        flat = height == 0 and bool(flags & _ROW_HEIGHT_SET)
        if flat or flags & _ROW_HIDDEN:
            self.gathered.hidden_rows.add(self._row)

    def _cell(self, code: int, data: bytes) -> None:
        if code in _SHORT:
            (style,) = _NUMBER.unpack_from(data)
            self._column, at = self._column + 1, _NUMBER.size
        else:
            self._column, style = _CELL_HEAD.unpack_from(data)
            at = _CELL_HEAD.size
        if self._column >= LAST_COLUMN or self._row < 0:
            raise refusals.damaged()
        self.gathered.put(self._row, self._made(code, data, at, style & _STYLE))

    def _made(self, code: int, data: bytes, at: int, style: int) -> Cell | None:
        maker, column, kind = self._maker, self._column, _KINDS[code]
        # A formula is marked; its text is stored as a program and not written out again.
        formula = "" if code in _FORMULAS else None
        if kind == _SHARED:
            return maker.shared(column, _NUMBER.unpack_from(data, at)[0], style)
        if kind == _PACKED:
            return maker.number(column, packed_number_at(data, at), style)
        if kind == _REAL:
            return maker.number(column, number_at(data, at), style, formula)
        if kind == _TEXT:
            return maker.text(column, wide_text(data, at)[0], style, formula)
        if kind == _RICH:
            return maker.text(column, rich_text(data, at), style)
        if kind == _BOOLEAN:
            return maker.boolean(column, data[at], style, formula)
        if kind == _ERROR:
            return maker.error(column, data[at], style, formula)
        return None


def read_rows(chunks: Iterable[bytes], table: str, maker: CellMaker, limits: Limits) -> Content:
    """Rows that are not empty, the merged ranges, and the columns that are hidden.

    Raises ``Unreadable``, or ``struct.error`` or ``IndexError`` for records that are too short.
    """
    worksheet = _Worksheet(table, maker, limits)
    for code, data in records(chunks, WANTED, limits):
        worksheet.take(code, data)
    return worksheet.gathered.content()
