"""Cells of the binary formats: what is stored, in which style, to what is shown."""

from __future__ import annotations

from sheetlint.readers import refusals
from sheetlint.readers.workbook.stored import NUMBER_ERROR, clean, digits_of, error_text
from sheetlint.readers.workbook.values import BOOLEANS, Values
from sheetlint.tables import Cell


class CellMaker:
    """Makes cells with the strings and number formats of one workbook.

    Each is None where the cell shows nothing, stores nothing and computes nothing.
    """

    def __init__(self, strings: list[str], values: Values) -> None:
        self._strings = strings
        self._values = values

    def number(
        self, column: int, value: float, style: int, formula: str | None = None
    ) -> Cell | None:
        digits = digits_of(value)
        if digits is None:
            return self.text(column, NUMBER_ERROR, style, formula)
        return _made(column, *self._values.number(digits, str(style)), formula)

    def text(self, column: int, text: str, style: int, formula: str | None = None) -> Cell | None:
        return _made(column, self._values.text(clean(text), str(style)), None, formula)

    def shared(self, column: int, index: int, style: int) -> Cell | None:
        """A string of the workbook's table.  Raises ``Unreadable`` for one that is not there."""
        if not 0 <= index < len(self._strings):
            raise refusals.damaged()
        return self.text(column, self._strings[index], style)

    def boolean(
        self, column: int, value: int, style: int, formula: str | None = None
    ) -> Cell | None:
        return self.text(column, BOOLEANS["1" if value else "0"], style, formula)

    def error(self, column: int, code: int, style: int, formula: str | None = None) -> Cell | None:
        return self.text(column, error_text(code), style, formula)


def _made(column: int, text: str, stored: str | None, formula: str | None) -> Cell | None:
    if not text and stored is None and formula is None:
        return None
    return Cell(text, column, 1, 1, stored, formula)
