"""What a cell stores, by its type and style, to what it shows."""

from __future__ import annotations

from sheetlint.readers import refusals
from sheetlint.readers.builtinformats import GENERAL
from sheetlint.readers.xlsx.strings import unescape
from sheetlint.tables import Cell

_ENDS = " \u00a0\t\r\n"
_SHORT = 11
"""Digits of a whole number that General shows as they are."""


class CellMaker:
    """Makes cells with the strings and number formats of one workbook."""

    def __init__(self, strings: list[str], formats: list[str], from_1904: bool) -> None:
        self._strings = strings
        self._formats = {str(style): code for style, code in enumerate(formats)}
        self._formats[""] = self._formats.get("0", GENERAL)
        self._adding = {style for style, code in self._formats.items() if _adds_to_text(code)}
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
            style = attributes.get("s", "")
            if style in self._adding and text:
                text = self._with_format(text, style)
            text = text.strip(_ENDS)
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

    def _with_format(self, text: str, style: str) -> str:
        from sheetlint.readers.numberformat import display_text

        return display_text(text, self._formats[style])

    def _number(self, digits: str, style: str) -> tuple[str, str | None]:
        if not digits:
            return "", None
        known = self._shown.get((digits, style))
        if known is None:
            known = self._display(digits, self._formats.get(style, GENERAL))
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


def _adds_to_text(code: str) -> bool:
    """A format with a text section may add to what was typed, or hide it (``;;;``)."""
    return code != "@" and ("@" in code or code.count(";") > 2)


def _iso_date(text: str) -> str:
    """A date cell of the strict format: ``2024-03-05T00:00:00``."""
    return text.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
