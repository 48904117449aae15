"""One worksheet part: its rows with their cells, and its merged ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sheetlint.readers import unreadable
from sheetlint.readers.hidden_columns import HiddenRanges
from sheetlint.readers.limits import LAST_COLUMN, LAST_ROW, Limits
from sheetlint.readers.workbook.merges import MergedRange
from sheetlint.readers.workbook.sheets import WorksheetContent
from sheetlint.readers.xlsx.cells import CellMaker
from sheetlint.readers.xml_stream import parse_xml
from sheetlint.sheet.tables import Cell, Row

_DIGITS = "0123456789"
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")
_columns: dict[str, int] = {}
"""Cache of columns (from 0) by letters; at most 16,384 entries."""


def parse_column(letters: str) -> int:
    """``A`` → 0.  Raises ``Unreadable`` for letters that name no column."""
    known = _columns.get(letters)
    if known is not None:
        return known
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise unreadable.damaged()
        number = number * 26 + ord(letter) - 64
    if not 1 <= number <= LAST_COLUMN or len(letters) > 3:
        raise unreadable.damaged()
    _columns[letters] = number - 1
    return number - 1


class _Worksheet:
    def __init__(self, table: str, make: CellMaker, limits: Limits) -> None:
        self.buffer: list[str] = []
        self.rows: list[Row] = []
        self.merges: list[MergedRange] = []
        self.hidden_columns = HiddenRanges()
        self._table = table
        self._make = make
        self._limits = limits
        self._deepest = limits.max_depth
        self._prefix = ""
        self._depth = 0
        self._count = 0
        # The row and the cell that are being read.
        self._number = 0
        self._row_attributes: dict[str, str] = {}
        self._cells: list[Cell] = []
        self._column = -1
        self._attributes: dict[str, str] = {}
        self._value: str | None = None
        self._inline: str | None = None
        self._formula: str | None = None
        self._shared: str | None = None
        self._masters: dict[str, str] = {}
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._deepest:
            raise unreadable.bomb()
        if self._depth == 1:
            head, colon, _ = name.rpartition(":")
            self._prefix = head + colon
        if self._prefix:
            name = name.removeprefix(self._prefix)
        if name == "c":
            self._attributes = attributes
            self._value = self._inline = self._formula = self._shared = None
            reference = attributes.get("r")
            self._column = (
                parse_column(reference.rstrip(_DIGITS)) if reference else self._column + 1
            )
        elif name in ("v", "t"):
            self.buffer.clear()
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self.buffer.clear()
            self._shared = attributes.get("si") if attributes.get("t") == "shared" else None
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col":
            self._column_format(attributes)
        elif name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._prefix:
            name = name.removeprefix(self._prefix)
        if name == "v":
            self._value = "".join(self.buffer)
        elif name == "c":
            self._end_cell()
        elif name == "t":
            if not self._phonetic:
                self._inline = (self._inline or "") + "".join(self.buffer)
        elif name == "row":
            self._end_row()
        elif name == "f":
            self._formula = self._whole_formula("".join(self.buffer))
        elif name == "rPh":
            self._phonetic = False

    def _column_format(self, attributes: dict[str, str]) -> None:
        if _is_hidden(attributes, "width"):
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self.hidden_columns.add(first - 1, last - 1)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.buffer.clear()
        number = attributes.get("r", "")
        self._number = int(number) if number else self._number + 1
        if not 1 <= self._number <= LAST_ROW:
            raise unreadable.damaged()
        self._row_attributes = attributes
        self._column = -1
        if self._cells:
            self._cells = []

    def _end_row(self) -> None:
        # Most rows of a worksheet that is formatted down to its last row have no cells.
        cells = self._cells
        if cells and any(cell.text or not cell.computed for cell in cells):
            hidden = _is_hidden(self._row_attributes, "ht")
            self.rows.append(Row(tuple(cells), self._number, self._table, hidden))

    def _end_cell(self) -> None:
        kind, style = self._attributes.get("t", "n"), self._attributes.get("s", "")
        value, inline, formula = self._value, self._inline, self._formula
        if value is None and inline is None and formula is None:
            return
        if self._column >= LAST_COLUMN:
            raise unreadable.damaged()
        cell = self._make.make(self._column, kind, style, value, inline, formula)
        if cell is None:
            return
        if len(cell.text) > self._limits.max_text:
            raise unreadable.too_big()
        self._count += 1
        if self._count > self._limits.max_cells:
            raise unreadable.too_big()
        self._cells.append(cell)

    def _whole_formula(self, text: str) -> str:
        """The text of the formula.  Only the first cell of a shared formula stores it."""
        if self._shared is None:
            return text
        if text:
            self._masters[self._shared] = text
        return text or self._masters.get(self._shared, "")

    def _merge(self, reference: str) -> None:
        match = _RANGE.fullmatch(reference)
        if match is None:
            raise unreadable.damaged()
        if len(self.merges) >= self._limits.max_merges:
            raise unreadable.too_big()
        first, top, last, bottom = match.groups()
        left, right = parse_column(first), parse_column(last or first)
        upper, lower = int(top), min(int(bottom or top), LAST_ROW)
        self.merges.append(
            MergedRange(min(upper, lower), min(left, right), max(upper, lower), max(left, right))
        )


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    """The row or column is marked as hidden or has the size 0."""
    return attributes.get("hidden") in ("1", "true") or not attributes.get(size, "1").strip("0.")


def _limit_elements(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The chunks.  Raises ``Unreadable`` where they have more than ``most`` elements."""
    elements = 0
    for chunk in chunks:
        elements += chunk.count(b"<") - chunk.count(b"</")
        if elements > most:
            raise unreadable.too_big()
        yield chunk


def read_rows(
    chunks: Iterable[bytes], table: str, make: CellMaker, limits: Limits
) -> WorksheetContent:
    """Rows that are not empty, the merged ranges, and the columns that are hidden.

    Raises ``Unreadable``.
    """
    handler = _Worksheet(table, make, limits)
    most = limits.max_worksheet_elements
    parse_xml(_limit_elements(chunks, most), handler, limits._replace(max_tags=2 * most))
    return WorksheetContent(handler.rows, handler.merges, handler.hidden_columns)
