"""Bytes of a text file to characters: UTF-8, UTF-16 or GB18030, and never a guess beyond these."""

from __future__ import annotations

from codecs import BOM_UTF8

from sheetlint.readers import unreadable
from sheetlint.sheet.lazy_pattern import LazyPattern

_CONTROL = LazyPattern(r"[\x01-\x08\x0e-\x1f\x7f]")
_NO_CHARACTERS = ("\ufffe", "\uffff")
_MOST_CONTROLS = 50
"""One control character in so many is a stray one of a text, shown as such; more are no text."""
_DOS_END = "\x1a"
_CLEAR_RATIO = 2
"""So many times more NULs on one side of the pairs of bytes than on the other tell the order."""
_ENOUGH_CHINESE = 3
"""So many Chinese characters in good UTF-8 before the first bad byte are no accident of GB18030."""


def decode_text(data: bytes, name: str) -> str:
    """The text.  Raises ``Unreadable`` for bytes that are no text, or text that is damaged."""
    text = _decode(data, name).removesuffix(_DOS_END)
    controls = len(_CONTROL.findall(text)) + sum(map(text.count, _NO_CHARACTERS))
    if "\0" in text or controls * _MOST_CONTROLS > len(text):
        raise unreadable.refuse("binary", name)
    return text


def _decode(data: bytes, name: str) -> str:
    codec = _utf_16_codec(data)
    try:
        if codec:
            return data.decode(codec).removeprefix("\ufeff")
        return data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        if codec:
            raise unreadable.refuse("binary", name) from error
        good = data[: error.start].decode("utf-8-sig", "ignore")
        if data.startswith(BOM_UTF8) or sum(c > "\u07ff" for c in good) >= _ENOUGH_CHINESE:
            # As GB18030 the good part would become other words, silently.
            raise unreadable.damaged_text() from error
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise unreadable.refuse("binary", name) from error


def _utf_16_codec(data: bytes) -> str:
    """The UTF-16 codec by the byte order mark or the NULs of ASCII characters; empty for others."""
    if data.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if data.startswith(b"\xfe\xff"):
        return "utf-16-be"
    if len(data) % 2 or b"\x00" not in data:
        return ""
    # Tabs, line ends and digits have a NUL on one side; a Chinese character seldom has one (一 does).
    first, second = data[::2].count(0), data[1::2].count(0)
    if second > _CLEAR_RATIO * first:
        return "utf-16-le"
    if first > _CLEAR_RATIO * second:
        return "utf-16-be"
    return ""
