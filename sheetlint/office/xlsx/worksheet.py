"""The cells of a worksheet that is written into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages import annotated_workbook as words
from sheetlint.office.uneditable import Uneditable
from sheetlint.office.xlsx.names import Vocabulary, number
from sheetlint.readers.limits import LAST_COLUMN, LAST_ROW
from sheetlint.readers.xlsx.worksheet import column_of
from sheetlint.sheet.where import column_letters

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DIGITS = "0123456789"


class Area(NamedTuple):
    """A range of cells, first and last rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def reference(row: int, column: int) -> str:
    """``G8``."""
    return f"{column_letters(column)}{row}"


def area(text: str) -> Area | None:
    """``A1:C3`` or ``A1``; None for what is no range."""
    first, _, last = text.replace("$", "").partition(":")
    ends = [_place(end) for end in (first, last or first)]
    (top, left), (bottom, right) = ends
    if not (top and left and bottom and right):
        return None
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _place(text: str) -> tuple[int, int]:
    """Row and column; 0 for what is none.  Raises ``Unreadable`` for columns that there are not."""
    letters = text.rstrip(_DIGITS)
    digits = text[len(letters) :]
    if not letters or not 0 < len(digits) < 8:
        return 0, 0
    return int(digits), column_of(letters) + 1


class Grid:
    """Rows and cells may leave out their numbers: they then follow the one before."""

    def __init__(self, root: Element, v: Vocabulary) -> None:
        data = root.find(v("sheetData"))
        if data is None:
            raise Uneditable(words.NO_CELLS)
        self._root, self._data, self._v = root, data, v
        self._rows: dict[int, Element] = {}
        last = 0
        for row in data.iterchildren(v("row")):
            last = number(row, "r", last + 1)
            self._rows.setdefault(last, row)
        self._cells: dict[int, dict[int, Element]] = {}
        self._merges = [
            found
            for element in root.iterfind(f"{v('mergeCells')}/{v('mergeCell')}")
            if (found := area(element.get("ref") or "")) is not None
        ]

    def top_left(self, row: int, column: int) -> tuple[int, int]:
        """The cell that shows what stands at the place: the first of a merged range."""
        merged = self._merged(row, column)
        return (row, column) if merged is None else (merged.top, merged.left)

    def shown_as(self, row: int, column: int) -> Iterator[Element]:
        """The cell, made where there is none, and the others that are merged with it."""
        yield self.cell(row, column)
        merged = self._merged(row, column)
        if merged is None:
            return
        # By the rows that there are: a range may go down to the last row of the worksheet.
        for line in sorted(self._rows):
            if merged.top <= line <= merged.bottom:
                for other, element in self._of_row(line).items():
                    if merged.left <= other <= merged.right and (line, other) != (row, column):
                        yield element

    def cell(self, row: int, column: int) -> Element:
        """The cell at the place, made where there is none."""
        cells = self._of_row(row)
        if column not in cells:
            line = self._row(row)
            cell = self._v.new("c", r=reference(row, column))
            style = self._style_of(line, column)
            if style:
                cell.set("s", str(style))
            after = [element for at, element in cells.items() if at < column]
            line.insert(line.index(after[-1]) + 1 if after else 0, cell)
            # A hint for programs, which would be wrong now.
            line.attrib.pop("spans", None)
            cells[column] = cell
            self._cells[row] = dict(sorted(cells.items()))
            self._widen(row, column)
        return self._cells[row][column]

    def _merged(self, row: int, column: int) -> Area | None:
        return next((merged for merged in self._merges if merged.holds(row, column)), None)

    def _of_row(self, row: int) -> dict[int, Element]:
        if row not in self._cells:
            cells: dict[int, Element] = {}
            last = 0
            for cell in self._rows[row].iterchildren(self._v("c")) if row in self._rows else ():
                text = cell.get("r")
                last = column_of(text.rstrip(_DIGITS)) + 1 if text else last + 1
                cells.setdefault(last, cell)
            self._cells[row] = cells
        return self._cells[row]

    def _row(self, row: int) -> Element:
        if row not in self._rows:
            if not 1 <= row <= LAST_ROW:
                raise Uneditable(words.NO_CELLS)
            line = self._v.new("row", r=row)
            before = [element for at, element in self._rows.items() if at < row]
            self._data.insert(self._data.index(before[-1]) + 1 if before else 0, line)
            self._rows[row] = line
            self._rows = dict(sorted(self._rows.items()))
        return self._rows[row]

    def _style_of(self, row: Element, column: int) -> int:
        """What an empty cell is shown by: the style of its row, else of its column."""
        if row.get("customFormat") in ("1", "true"):
            return number(row, "s")
        for element in self._root.iterfind(f"{self._v('cols')}/{self._v('col')}"):
            if number(element, "min") <= column <= number(element, "max"):
                return number(element, "style")
        return 0

    def _widen(self, row: int, column: int) -> None:
        """The range that the worksheet says it uses."""
        element = self._root.find(self._v("dimension"))
        used = area(element.get("ref") or "") if element is not None else None
        if element is None or used is None or used.holds(row, column):
            return
        first = reference(min(used.top, row), min(used.left, column))
        last = reference(max(used.bottom, row), max(used.right, column))
        element.set("ref", f"{first}:{last}")


_COLUMN, _ROW = 64, 20
"""Pixels of a column and a row of standard size."""
_DIGIT, _PADDING = 7, 5
"""Pixels of a character of the standard font, and beside the text of a cell."""


class Sizes:
    """How wide columns and how high rows are, in pixels."""

    def __init__(self, root: Element, v: Vocabulary) -> None:
        self._columns: list[tuple[int, int, int]] = []
        for element in root.iterfind(f"{v('cols')}/{v('col')}"):
            hidden = element.get("hidden") in ("1", "true")
            width = 0 if hidden else _whole(element.get("width"), _DIGIT, _PADDING, _COLUMN)
            self._columns.append((number(element, "min"), number(element, "max"), width))
        about = root.find(v("sheetFormatPr"))
        standard = None if about is None else about.get("defaultRowHeight")
        self._row = _height(standard, _ROW)
        self._rows = {
            number(row, "r"): _height(row.get("ht"), self._row)
            for row in root.iterfind(f"{v('sheetData')}/{v('row')}")
            if row.get("ht")
        }

    def column(self, column: int) -> int:
        return next((w for first, last, w in self._columns if first <= column <= last), _COLUMN)

    def row(self, row: int) -> int:
        return self._rows.get(row, self._row)

    def across(self, column: int, pixels: int) -> tuple[int, int]:
        """The column and the pixels in it that lie ``pixels`` to the right of a column's start."""
        while column < LAST_COLUMN and pixels > self.column(column):
            pixels -= self.column(column)
            column += 1
        return column, min(pixels, self.column(column))

    def down(self, row: int, pixels: int) -> tuple[int, int]:
        """The same downwards."""
        while row < LAST_ROW and pixels > self.row(row):
            pixels -= self.row(row)
            row += 1
        return row, min(pixels, self.row(row))


def _whole(text: str | None, scale: int, more: int, otherwise: int) -> int:
    """``12.5`` → 92 pixels: the fraction does not matter here."""
    digits = (text or "").partition(".")[0]
    known = digits.isascii() and digits.isdigit() and len(digits) < 4
    return int(digits) * scale + more if known else otherwise


def _height(text: str | None, otherwise: int) -> int:
    points = _whole(text, 1, 0, -1)
    return otherwise if points < 0 else points * 4 // 3
