"""Cells of a binary workbook: stored values to displayed texts, by the style."""

from __future__ import annotations

import math
import re

from sheetlint.readers.workbook.values import BOOLEANS, ValueFormatter
from sheetlint.sheet.tables import Cell

_NUMBER_ERROR = "#NUM!"
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: _NUMBER_ERROR,
    0x2B: "#GETTING_DATA",
}
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HALF = re.compile("[\ud800-\udfff\ufffe\uffff]")


class CellMaker:
    """Makes cells with the number formats of one workbook.

    Each is None where the cell shows nothing and stores nothing.
    """

    def __init__(self, values: ValueFormatter) -> None:
        self._values = values

    def number(self, column: int, value: float, style: int) -> Cell | None:
        digits = _digits(value)
        if digits is None:
            return self.text(column, _NUMBER_ERROR, style)
        text, stored = self._values.number(digits, str(style))
        return Cell(text, column, 1, 1, stored) if text or stored is not None else None

    def text(self, column: int, text: str, style: int) -> Cell | None:
        shown = self._values.text(clean_text(text), str(style))
        return Cell(shown, column) if shown else None

    def boolean(self, column: int, value: int, style: int) -> Cell | None:
        return self.text(column, BOOLEANS["1" if value else "0"], style)

    def error(self, column: int, code: int, style: int) -> Cell | None:
        return self.text(column, _ERRORS.get(code, "#N/A"), style)


def clean_text(text: str) -> str:
    """Line ends to ``\\n``, without control characters and halves of surrogate pairs."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HALF.sub("\ufffd", _NO_TEXT.sub("", text))


def _digits(value: float) -> str | None:
    """The number in digits that mean exactly it; None for what is no number."""
    if not math.isfinite(value):
        return None
    return str(int(value)) if value.is_integer() else repr(value)
