"""How wide the columns and how high the rows of a worksheet are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheetlint.office.xlsx.elements import WorkbookElements, int_attribute
from sheetlint.readers.limits import LAST_COLUMN, LAST_ROW

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COLUMN_WIDTH, _ROW_HEIGHT = 64, 20
"""Pixels of a column and a row of standard size."""
_CHARACTER_WIDTH, _PADDING = 7, 5
"""Pixels of a character of the standard font, and beside the text of a cell."""


class CellSizes:
    """Widths of columns and heights of rows in pixels; columns and rows from 1."""

    def __init__(self, root: Element, x: WorkbookElements) -> None:
        self._columns: list[tuple[int, int, int]] = []
        for element in root.iterfind(f"{x('cols')}/{x('col')}"):
            hidden = element.get("hidden") in ("1", "true")
            width = (
                0
                if hidden
                else _scaled(element.get("width"), _CHARACTER_WIDTH, _PADDING, _COLUMN_WIDTH)
            )
            self._columns.append(
                (int_attribute(element, "min"), int_attribute(element, "max"), width)
            )
        properties = root.find(x("sheetFormatPr"))
        default = None if properties is None else properties.get("defaultRowHeight")
        self._default_height = _height(default, _ROW_HEIGHT)
        self._rows = {
            int_attribute(row, "r"): _height(row.get("ht"), self._default_height)
            for row in root.iterfind(f"{x('sheetData')}/{x('row')}")
            if row.get("ht")
        }

    def column_width(self, column: int) -> int:
        widths = (w for first, last, w in self._columns if first <= column <= last)
        return next(widths, _COLUMN_WIDTH)

    def row_height(self, row: int) -> int:
        return self._rows.get(row, self._default_height)

    def column_at(self, column: int, pixels: int) -> tuple[int, int]:
        """The column, and the pixels in it, ``pixels`` to the right of the start of ``column``."""
        while column < LAST_COLUMN and pixels > self.column_width(column):
            pixels -= self.column_width(column)
            column += 1
        return column, min(pixels, self.column_width(column))

    def row_at(self, row: int, pixels: int) -> tuple[int, int]:
        """The row, and the pixels in it, ``pixels`` below the start of ``row``."""
        while row < LAST_ROW and pixels > self.row_height(row):
            pixels -= self.row_height(row)
            row += 1
        return row, min(pixels, self.row_height(row))


def _scaled(text: str | None, scale: int, padding: int, default: int) -> int:
    """``12.5`` → 12 × scale + padding; ``default`` where the text is no number."""
    digits = (text or "").partition(".")[0]
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 4
    return int(digits) * scale + padding if is_number else default


def _height(text: str | None, default: int) -> int:
    """Pixels of a height in points; ``default`` where the text is no number."""
    points = _scaled(text, 1, 0, -1)
    return default if points < 0 else points * 4 // 3
