"""Fields that several records have."""

from __future__ import annotations

import struct

from sheetlint.readers import refusals
from sheetlint.readers.workbook.stored import clean

_LENGTH = struct.Struct("<I")
_INTEGER = struct.Struct("<i")
_HALVES = struct.Struct("<ii")
_DOUBLE = struct.Struct("<d")
_NO_TEXT = 0xFFFFFFFF


def wide_text(data: bytes, at: int) -> tuple[str, int]:
    """The text at ``at``, and where it ends.  Raises ``Unreadable`` or ``struct.error``."""
    (characters,) = _LENGTH.unpack_from(data, at)
    at += _LENGTH.size
    if characters == _NO_TEXT:
        return "", at
    end = at + 2 * characters
    if end > len(data):
        raise refusals.damaged()
    return data[at:end].decode("utf-16-le", "replace"), end


def rich_text(data: bytes, at: int = 0) -> str:
    """A text that may have fonts and a reading, without them."""
    return clean(wide_text(data, at + 1)[0])


def short_number(data: bytes, at: int) -> float:
    """A number in four bytes: a whole one or half of a long one, perhaps times a hundred."""
    packed: int = _INTEGER.unpack_from(data, at)[0]
    divisor = 100 if packed & 1 else 1
    if packed & 2:
        return (packed >> 2) / divisor
    number: float = _DOUBLE.unpack(_HALVES.pack(0, packed & ~3))[0]
    return number / divisor
