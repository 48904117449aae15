"""Displayed texts of stored values, by the number formats of the cell styles."""

from __future__ import annotations

from functools import lru_cache

from sheetlint.readers.builtin_formats import BUILTIN, GENERAL

_ENDS = " \u00a0\t\r\n"
_SHORT = 11
"""Digits of a whole number that General shows as they are."""
_KEPT = 24
"""Digits of the longest number that programs write."""

BOOLEANS = {"1": "TRUE", "0": "FALSE"}


def find_format_code(number: int, own: dict[int, str]) -> str:
    """The format that a style names by ``number``; ``own`` are those that the workbook brings."""
    return own.get(number) or BUILTIN.get(number, GENERAL)


class ValueFormatter:
    """Shows values with the number formats of one workbook."""

    def __init__(self, formats: list[str], from_1904: bool) -> None:
        """``formats`` by the number of the style."""
        self._formats = {str(style): code for style, code in enumerate(formats)}
        self._formats[""] = self._formats.get("0", GENERAL)
        self._adding = {style for style, code in self._formats.items() if _adds_to_text(code)}
        self._from_1904 = from_1904

    def text(self, text: str, style: str) -> str:
        """The displayed text of a text, a boolean or an error in the style."""
        if style in self._adding and text:
            from sheetlint.readers.number_format import format_text

            text = format_text(text, self._formats[style])
        return text.strip(_ENDS)

    def number(self, digits: str, style: str) -> tuple[str, str | None]:
        """The displayed text of the number ``digits``, and the number as a plain decimal."""
        code = self._formats.get(style, GENERAL)
        show = _known_number if len(digits) <= _KEPT else _number
        return show(digits, code, self._from_1904)


def _number(digits: str, code: str, from_1904: bool) -> tuple[str, str | None]:
    whole = digits.isascii() and digits.isdigit() and len(digits) <= _SHORT
    if whole and code == GENERAL and (digits[0] != "0" or digits == "0"):
        return digits, digits
    from sheetlint.readers.number_format import (
        NotANumber,
        format_number,
        format_plain,
        parse_stored,
    )

    try:
        value = parse_stored(digits)
    except NotANumber:
        return digits, None
    return format_number(value, code, from_1904), format_plain(value)


_known_number = lru_cache(4096)(_number)
"""Weights and scores are the same few numbers in every file."""


def _adds_to_text(code: str) -> bool:
    """A format with a text section may add to what was typed, or hide it (``;;;``)."""
    return code != "@" and ("@" in code or code.count(";") > 2)
