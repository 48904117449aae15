"""Stored values of cells to displayed texts, by the cell's type and style."""

from __future__ import annotations

from sheetlint.readers import unreadable
from sheetlint.readers.workbook.values import BOOLEANS, ValueFormatter
from sheetlint.readers.xlsx.strings import unescape_text
from sheetlint.sheet.tables import Cell


class CellMaker:
    """Makes cells with the strings and number formats of one workbook."""

    def __init__(self, strings: list[str], values: ValueFormatter) -> None:
        self._strings = strings
        self._number = values.number
        self._text = values.text

    def make(
        self,
        column: int,
        kind: str,
        style: str,
        value: str | None,
        inline: str | None,
        formula: str | None,
    ) -> Cell | None:
        """The cell; None where it shows nothing and computes nothing.

        ``kind`` is the type of the cell.  ``value`` is the content of ``<v>`` and None without one.
        Raises ``Unreadable`` for a string that is not in the table.
        """
        stored: str | None = None
        if kind == "n":
            text, stored = self._number(value, style) if value else ("", None)
        elif kind == "s":
            text = self._string(value) if value else ""
        elif kind == "inlineStr":
            text = unescape_text(inline) if inline else ""
        elif kind == "b":
            text = BOOLEANS.get(value or "", (value or "").upper())
        elif kind == "d":
            text = _iso_date(value or "")
        else:
            # "str", the string a formula gives, and "e", an error.
            text = unescape_text(value or "")
        if stored is None:
            text = self._text(text, style)
            if not text and formula is None:
                return None
        if formula is None:
            return Cell(text, column, 1, 1, stored)
        # An empty string is a result; where a number should stand, emptiness is none.
        computed = bool(value) or (kind == "str" and value is not None) or bool(text)
        return Cell(text, column, 1, 1, stored, formula, computed)

    def _string(self, value: str) -> str:
        index = int(value)
        if not 0 <= index < len(self._strings):
            raise unreadable.damaged()
        return self._strings[index]


def _iso_date(text: str) -> str:
    """A date cell of the strict format: ``2024-03-05T00:00:00``."""
    return text.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
