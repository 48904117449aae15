"""Bytes of a text file to characters: UTF-8, UTF-16 or GB18030, and never a guess beyond these."""

from __future__ import annotations

from codecs import BOM_UTF8

from sheetlint.readers import unreadable
from sheetlint.sheet.lazy_pattern import LazyPattern

_CONTROL = LazyPattern(r"[\x01-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_MOST_CONTROLS = 50
"""One control character in so many is a stray one of a text, shown as such; more are no text."""
_DOS_END = "\x1a"
_PLAINLY = 2
"""So many times more NULs on one side of the pairs of bytes than on the other tell the order."""
_SURE = 3
"""So many Chinese characters in good UTF-8 before the first bad byte are no accident of GB18030."""


def decode_text(data: bytes, name: str) -> str:
    """The text.  Raises ``Unreadable`` for bytes that are no text, or text that is damaged."""
    text = _decoded(data, name).removesuffix(_DOS_END)
    if "\0" in text or len(_CONTROL.findall(text)) * _MOST_CONTROLS > len(text):
        raise unreadable.refuse("binary", name)
    return text


def _decoded(data: bytes, name: str) -> str:
    wide = _wide(data)
    try:
        if wide:
            return data.decode(wide).removeprefix("\ufeff")
        return data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        if wide:
            raise unreadable.refuse("binary", name) from error
        good = data[: error.start].decode("utf-8-sig", "ignore")
        if data.startswith(BOM_UTF8) or sum(c > "\u07ff" for c in good) >= _SURE:
            # As GB18030 the good part would become other words, silently.
            raise unreadable.damaged_text() from error
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise unreadable.refuse("binary", name) from error


def _wide(data: bytes) -> str:
    """The codec of UTF-16, told by its mark or by the NULs of its ASCII characters."""
    if data.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if data.startswith(b"\xfe\xff"):
        return "utf-16-be"
    if len(data) % 2 or b"\x00" not in data:
        return ""
    # Tabs, line ends and digits have a NUL on one side; a Chinese character seldom has one (一 does).
    first, second = data[::2].count(0), data[1::2].count(0)
    if second > _PLAINLY * first:
        return "utf-16-le"
    if first > _PLAINLY * second:
        return "utf-16-be"
    return ""
