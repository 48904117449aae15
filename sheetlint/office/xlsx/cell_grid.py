"""The cells of a worksheet that is changed in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages import annotated_workbook as messages
from sheetlint.office.errors import Uneditable
from sheetlint.office.xlsx.elements import WorkbookElements, int_attribute
from sheetlint.readers.limits import LAST_ROW
from sheetlint.readers.xlsx.worksheet import parse_column
from sheetlint.sheet.where import column_letters

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DIGITS = "0123456789"


class Area(NamedTuple):
    """A range of cells: first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def contains(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def cell_reference(row: int, column: int) -> str:
    """Row 8, column 7 → ``G8``."""
    return f"{column_letters(column)}{row}"


def parse_area(text: str) -> Area | None:
    """The area of ``A1:C3`` or ``A1``; None where the text is no range."""
    first, _, last = text.replace("$", "").partition(":")
    ends = [_place(end) for end in (first, last or first)]
    (top, left), (bottom, right) = ends
    if not (top and left and bottom and right):
        return None
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _place(text: str) -> tuple[int, int]:
    """Row and column; 0, 0 where the text is no reference.

    Raises ``Unreadable`` for a column beyond the last of a worksheet.
    """
    letters = text.rstrip(_DIGITS)
    digits = text[len(letters) :]
    if not letters or not 0 < len(digits) < 8:
        return 0, 0
    return int(digits), parse_column(letters) + 1


class CellGrid:
    """Rows and cells by number; one without a number follows the one before it."""

    def __init__(self, root: Element, x: WorkbookElements) -> None:
        data = root.find(x("sheetData"))
        if data is None:
            raise Uneditable(messages.NO_CELLS)
        self._root, self._data, self._x = root, data, x
        self._rows: dict[int, Element] = {}
        last = 0
        for row in data.iterchildren(x("row")):
            last = int_attribute(row, "r", last + 1)
            self._rows.setdefault(last, row)
        self._cells: dict[int, dict[int, Element]] = {}
        self._merges = [
            found
            for element in root.iterfind(f"{x('mergeCells')}/{x('mergeCell')}")
            if (found := parse_area(element.get("ref") or "")) is not None
        ]

    def merge_start(self, row: int, column: int) -> tuple[int, int]:
        """Row and column of the first cell of the merged range at a place, or the place itself."""
        merged = self._merged(row, column)
        return (row, column) if merged is None else (merged.top, merged.left)

    def merged_cells(self, row: int, column: int) -> Iterator[Element]:
        """The cell, created where there is none, and the existing cells merged with it."""
        yield self.ensure_cell(row, column)
        merged = self._merged(row, column)
        if merged is None:
            return
        # Existing rows only: a range may reach down to the last row of the worksheet.
        for line in sorted(self._rows):
            if merged.top <= line <= merged.bottom:
                for other, element in self._cells_of_row(line).items():
                    if merged.left <= other <= merged.right and (line, other) != (row, column):
                        yield element

    def ensure_cell(self, row: int, column: int) -> Element:
        """The cell at a place, created where there is none."""
        cells = self._cells_of_row(row)
        if column not in cells:
            line = self._ensure_row(row)
            cell = self._x.new("c", r=cell_reference(row, column))
            style = self._style_of(line, column)
            if style:
                cell.set("s", str(style))
            after = [element for at, element in cells.items() if at < column]
            line.insert(line.index(after[-1]) + 1 if after else 0, cell)
            # The optional range of the row's cells would be wrong now.
            line.attrib.pop("spans", None)
            cells[column] = cell
            self._cells[row] = dict(sorted(cells.items()))
            self._extend_dimension(row, column)
        return self._cells[row][column]

    def _merged(self, row: int, column: int) -> Area | None:
        return next((merged for merged in self._merges if merged.contains(row, column)), None)

    def _cells_of_row(self, row: int) -> dict[int, Element]:
        if row not in self._cells:
            cells: dict[int, Element] = {}
            last = 0
            for cell in self._rows[row].iterchildren(self._x("c")) if row in self._rows else ():
                text = cell.get("r")
                last = parse_column(text.rstrip(_DIGITS)) + 1 if text else last + 1
                cells.setdefault(last, cell)
            self._cells[row] = cells
        return self._cells[row]

    def _ensure_row(self, row: int) -> Element:
        if row not in self._rows:
            if not 1 <= row <= LAST_ROW:
                raise Uneditable(messages.NO_CELLS)
            line = self._x.new("row", r=row)
            before = [element for at, element in self._rows.items() if at < row]
            self._data.insert(self._data.index(before[-1]) + 1 if before else 0, line)
            self._rows[row] = line
            self._rows = dict(sorted(self._rows.items()))
        return self._rows[row]

    def _style_of(self, row: Element, column: int) -> int:
        """The style with which a missing cell is shown: that of its row, else of its column."""
        if row.get("customFormat") in ("1", "true"):
            return int_attribute(row, "s")
        for element in self._root.iterfind(f"{self._x('cols')}/{self._x('col')}"):
            if int_attribute(element, "min") <= column <= int_attribute(element, "max"):
                return int_attribute(element, "style")
        return 0

    def _extend_dimension(self, row: int, column: int) -> None:
        """Extend the range that the worksheet declares as used."""
        element = self._root.find(self._x("dimension"))
        used = parse_area(element.get("ref") or "") if element is not None else None
        if element is None or used is None or used.contains(row, column):
            return
        first = cell_reference(min(used.top, row), min(used.left, column))
        last = cell_reference(max(used.bottom, row), max(used.right, column))
        element.set("ref", f"{first}:{last}")
