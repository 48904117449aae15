"""Numbers, errors and texts as the binary formats of Excel store them."""

from __future__ import annotations

import math
import re
import struct

NUMBER_ERROR = "#NUM!"
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: NUMBER_ERROR,
    0x2B: "#GETTING_DATA",
}
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HALF = re.compile("[\ud800-\udfff\ufffe\uffff]")
_INTEGER = struct.Struct("<i")
_HALVES = struct.Struct("<ii")
_DOUBLE = struct.Struct("<d")


def number_at(data: bytes, at: int) -> float:
    """A number in eight bytes.  Raises ``struct.error`` where they are not there."""
    number: float = _DOUBLE.unpack_from(data, at)[0]
    return number


def packed_number_at(data: bytes, at: int) -> float:
    """A number in four bytes: a whole one or half of a long one, perhaps times a hundred.

    Raises ``struct.error`` where they are not there.
    """
    packed: int = _INTEGER.unpack_from(data, at)[0]
    divisor = 100 if packed & 1 else 1
    if packed & 2:
        return (packed >> 2) / divisor
    return number_at(_HALVES.pack(0, packed & ~3), 0) / divisor


def digits_of(value: float) -> str | None:
    """The number in digits that mean exactly it; None for what is no number."""
    if not math.isfinite(value):
        return None
    return str(int(value)) if value.is_integer() else repr(value)


def error_text(code: int) -> str:
    """The error that ``code`` stands for, as a cell shows it."""
    return _ERRORS.get(code, "#N/A")


def clean(text: str) -> str:
    """Line ends to ``\\n``, and without what no encoding or no page can show."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HALF.sub("\ufffd", _NO_TEXT.sub("", text))
