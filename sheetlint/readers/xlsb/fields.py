"""Texts in records."""

from __future__ import annotations

import struct

from sheetlint.readers import refusals

_LENGTH = struct.Struct("<I")
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
    return wide_text(data, at + 1)[0]
