"""One worksheet of a binary workbook: its rows with their cells, and its merged ranges."""

from __future__ import annotations

import struct

from sheetlint.readers import refusals
from sheetlint.readers.limits import Limits
from sheetlint.readers.workbook.gathered import Gathered
from sheetlint.readers.workbook.sheets import Content
from sheetlint.readers.workbook.stored import number_at, packed_number_at
from sheetlint.readers.xls.book import Book
from sheetlint.readers.xls.records import Records
from sheetlint.tables import Cell

_LAST_COLUMN = 255
_COLUMNS, _PACKED_ROW, _RICH, _MERGES, _SHARED = 0x007D, 0x00BD, 0x00D6, 0x00E5, 0x00FD
_NUMBER, _TEXT, _TRUTH, _RESULT, _ROW, _PACKED = 0x0203, 0x0204, 0x0205, 0x0207, 0x0208, 0x027E
_FORMULAS = 0x0006, 0x0206, 0x0406
_CELLS = frozenset((_SHARED, _NUMBER, _TEXT, _RICH, _TRUTH, _PACKED, *_FORMULAS))
_WANTED = _CELLS | {_COLUMNS, _PACKED_ROW, _MERGES, _RESULT, _ROW}
_CELL_HEAD = struct.Struct("<HHH")
_VALUE = _CELL_HEAD.size
_INDEX = struct.Struct("<i")
_COLUMN_FORMAT = struct.Struct("<HHH2xB")
_ROW_FORMAT = struct.Struct("<H4xH4xB")
_HIDDEN_COLUMN, _HIDDEN_ROW = 1, 0x20
_RANGE = struct.Struct("<HHHH")
_PACKED_CELL = struct.Struct("<H4x")
_FORMULA = struct.Struct("<BxB3xHH")
"""Kind and value of a result that is no number, the mark of such a one, flags."""
_NO_NUMBER = 0xFFFF
_STRING, _BOOLEAN, _ERROR = 0, 1, 2
_ON_LOAD = 2
"""Flag of a formula that is to be computed when Excel opens the file."""


class _Worksheet:
    def __init__(self, book: Book, table: str, limits: Limits) -> None:
        self.gathered = Gathered(table, limits)
        self._texts = book.texts
        self._maker = book.maker
        self._waiting: tuple[int, int, int] | None = None
        """Row, column and style of a formula whose result is the text that comes next."""

    def take(self, code: int, pieces: list[bytes]) -> None:
        data = pieces[0]
        if code in _CELLS:
            row, column, style = _CELL_HEAD.unpack_from(data)
            if column > _LAST_COLUMN:
                raise refusals.damaged()
            self.gathered.put(row, self._cell(code, pieces, row, column, style))
        elif code == _RESULT:
            self._result(pieces)
        elif code == _PACKED_ROW:
            self._packed_row(data)
        elif code == _ROW:
            self._row(data)
        elif code == _MERGES:
            self._merges(data)
        else:
            first, last, width, flags = _COLUMN_FORMAT.unpack_from(data)
            if flags & _HIDDEN_COLUMN or width == 0:
                self.gathered.hidden_columns.add(first, last)

    def _cell(
        self, code: int, pieces: list[bytes], row: int, column: int, style: int
    ) -> Cell | None:
        maker, data = self._maker, pieces[0]
        if code == _SHARED:
            return maker.shared(column, _INDEX.unpack_from(data, _VALUE)[0], style)
        if code == _NUMBER:
            return maker.number(column, number_at(data, _VALUE), style)
        if code == _PACKED:
            return maker.number(column, packed_number_at(data, _VALUE), style)
        if code in (_TEXT, _RICH):
            return maker.text(column, self._texts.long(pieces, _VALUE), style)
        if code == _TRUTH:
            make = maker.error if data[_VALUE + 1] else maker.boolean
            return make(column, data[_VALUE], style)
        return self._formula(data, row, column, style)

    def _formula(self, data: bytes, row: int, column: int, style: int) -> Cell | None:
        """By the stored result; the formula's text is not read."""
        kind, value, mark, flags = _FORMULA.unpack_from(data, _VALUE)
        if mark != _NO_NUMBER:
            number = number_at(data, _VALUE)
            if flags & _ON_LOAD and data[_VALUE : _VALUE + 8] == bytes(8):
                # A program without a calculator writes 0 and leaves the sum to Excel.
                return Cell("", column, computed=False)
            return self._maker.number(column, number, style)
        if kind == _STRING:
            self._waiting = row, column, style
        elif kind == _BOOLEAN:
            return self._maker.boolean(column, value, style)
        elif kind == _ERROR:
            return self._maker.error(column, value, style)
        return None

    def _result(self, pieces: list[bytes]) -> None:
        if self._waiting is not None:
            row, column, style = self._waiting
            self._waiting = None
            text = self._texts.long(pieces, 0)
            self.gathered.put(row, self._maker.text(column, text, style))

    def _packed_row(self, data: bytes) -> None:
        """Numbers next to each other, each with its style; the last column stands at the end."""
        row, first, _ = _CELL_HEAD.unpack_from(data)
        for at in range(4, len(data) - 2, _PACKED_CELL.size):
            (style,) = _PACKED_CELL.unpack_from(data, at)
            column = first + (at - 4) // _PACKED_CELL.size
            if column > _LAST_COLUMN:
                raise refusals.damaged()
            number = packed_number_at(data, at + 2)
            self.gathered.put(row, self._maker.number(column, number, style))

    def _row(self, data: bytes) -> None:
        row, height, flags = _ROW_FORMAT.unpack_from(data)
        # Some programs give a height of 0 and say by a flag that it is the usual one.
        if flags & _HIDDEN_ROW or height == 0:
            self.gathered.hidden_rows.add(row)

    def _merges(self, data: bytes) -> None:
        (count,) = struct.unpack_from("<H", data)
        for at in range(2, 2 + count * _RANGE.size, _RANGE.size):
            top, bottom, left, right = _RANGE.unpack_from(data, at)
            self.gathered.merge(*sorted((top, bottom)), *sorted((left, right)))


def read_rows(records: Records, position: int, book: Book, table: str, limits: Limits) -> Content:
    """Rows that are not empty, the merged ranges, and the columns that are hidden.

    Raises ``Unreadable``, or ``struct.error`` or ``IndexError`` where the stream is damaged.
    """
    worksheet = _Worksheet(book, table, limits)
    for code, pieces in records.stretch(position, _WANTED):
        worksheet.take(code, pieces)
    return worksheet.gathered.content()
