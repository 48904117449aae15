"""What a cell stores, by its type and style, to what it shows."""

from __future__ import annotations

from sheetlint.model import Cell
from sheetlint.readers import refusals
from sheetlint.readers.builtinformats import GENERAL
from sheetlint.readers.xlsxstrings import unescape

_ENDS = " \u00a0\t\r\n"
_SHORT = 11
"""Digits of a whole number that General shows as they are."""


class CellMaker:
    """Makes cells with the strings and number formats of one workbook."""

    def __init__(self, strings: list[str], formats: list[str], from_1904: bool) -> None:
        self._strings = strings
        self._formats = formats
        self._from_1904 = from_1904
        self._shown: dict[tuple[str, str], tuple[str, str | None]] = {}

    def make(
        self,
        column: int,
        attributes: dict[str, str],
        value: str | None,
        inline: str | None,
        formula: str | None,
    ) -> Cell | None:
        """The cell; None where it shows nothing and computes nothing.

        ``value`` is the content of ``<v>`` and None without one.  Raises ``Unreadable`` for a
        string that is not in the table.
        """
        kind = attributes.get("t", "n")
        stored: str | None = None
        if kind == "n":
            text, stored = self._number(value or "", attributes.get("s", ""))
        elif kind == "s":
            text = self._string(value)
        elif kind == "inlineStr":
            text = unescape(inline or "")
        elif kind == "b":
            text = {"1": "TRUE", "0": "FALSE"}.get(value or "", (value or "").upper())
        elif kind == "d":
            text = _iso_date(value or "")
        else:
            # "str", the string a formula gives, and "e", an error.
            text = unescape(value or "")
        if stored is None:
            text = self._text(text, attributes.get("s", "")).strip(_ENDS)
        if formula is not None:
            # An empty string is a result; where a number should stand, emptiness is none.
            computed = bool(value) or (kind == "str" and value is not None) or bool(text)
            return Cell(text, column, 1, 1, stored, formula, computed)
        if not text and stored is None:
            return None
        return Cell(text, column, 1, 1, stored)

    def _string(self, value: str | None) -> str:
        if not value:
            return ""
        index = int(value)
        if not 0 <= index < len(self._strings):
            raise refusals.damaged()
        return self._strings[index]

    def _format(self, style: str) -> str:
        if not style:
            return self._formats[0] if self._formats else GENERAL
        index = int(style)
        return self._formats[index] if 0 <= index < len(self._formats) else GENERAL

    def _text(self, text: str, style: str) -> str:
        """A text section of a format adds to what was typed; hardly any format has one."""
        code = self._format(style)
        if "@" not in code or code == "@" or not text:
            return text
        from sheetlint.readers.numberformat import display_text

        return display_text(text, code)

    def _number(self, digits: str, style: str) -> tuple[str, str | None]:
        if not digits:
            return "", None
        known = self._shown.get((digits, style))
        if known is None:
            known = self._display(digits, self._format(style))
            self._shown[digits, style] = known
        return known

    def _display(self, digits: str, code: str) -> tuple[str, str | None]:
        whole = digits.isascii() and digits.isdigit() and len(digits) <= _SHORT
        if whole and code == GENERAL and (digits[0] != "0" or digits == "0"):
            return digits, digits
        from sheetlint.readers.numberformat import NotANumber, display, exact, plain

        try:
            value = exact(digits)
        except NotANumber:
            return digits, None
        return display(value, code, self._from_1904), plain(value)


def _iso_date(text: str) -> str:
    """A date cell of the strict format: ``2024-03-05T00:00:00``."""
    return text.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
