"""Bytes of a text file to characters: UTF-8, UTF-16 or GB18030, and never a guess beyond these.

Any other encoding of Chinese reads as GB18030 or as ASCII without an error, as other words.
"""

from __future__ import annotations

from codecs import BOM_UTF8

from sheetlint.messages.text import Text
from sheetlint.readers import unreadable
from sheetlint.sheet.lazy_pattern import LazyPattern

_CONTROL = LazyPattern(r"[\x01-\x08\x0e-\x1f\x7f]")
_NO_CHARACTERS = ("\ufffe", "\uffff")
_MOST_CONTROLS = 50
"""One control character in so many is a stray one of a text, shown as such; more are no text."""
_DOS_END = "\x1a"
_CLEAR_RATIO = 2
"""So many times more NULs on one side of the pairs of bytes than on the other tell the order."""
_FEWEST_NULS = 200
"""One pair of bytes in so many has a NUL, or it is another text with a NUL in it."""
_MOST_RARE = 5
"""One character in so many may stand outside GB2312, where common ones stand."""
_UTF_7 = LazyPattern(r"\+[A-Za-z0-9+/]{3,}-?", only_if=("+",))
_COMMON_IN_BIG_5 = range(0xA1, 0xC7)
"""First bytes of marks and of common characters."""
_ENOUGH_CHINESE = 3
"""So many Chinese characters in good UTF-8 before the first bad byte are no accident of GB18030."""


def decode_text(data: bytes, name: str) -> str:
    """The text.  Raises ``Unreadable`` for bytes that are no text, or text that is damaged."""
    text = _decode(data, name).removesuffix(_DOS_END)
    controls = len(_CONTROL.findall(text)) + sum(map(text.count, ("\0", *_NO_CHARACTERS)))
    if controls * _MOST_CONTROLS > len(text):
        raise unreadable.refuse("binary", name)
    if "\0" in text:
        raise unreadable.null_characters()
    return text


def _decode(data: bytes, name: str) -> str:
    codec = _utf_16_codec(data)
    try:
        if codec:
            text = data.decode(codec)
            if text.startswith("\ufeff") or _is_common(text):
                return text.removeprefix("\ufeff")
            # Other data reads as UTF-16, too.
            raise unreadable.refuse("binary", name)
        return _refuse_utf_7(data.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        if codec:
            raise unreadable.refuse("binary", name) from error
        good = data[: error.start].decode("utf-8-sig", "ignore")
        if data.startswith(BOM_UTF8) or sum(c > "\u07ff" for c in good) >= _ENOUGH_CHINESE:
            # As GB18030 the good part would become other words, silently.
            raise unreadable.damaged_text() from error
    try:
        return _refuse_big_5(data.decode("gb18030"), data)
    except UnicodeDecodeError as error:
        raise unreadable.refuse("binary", name) from error


def _refuse_big_5(text: str, data: bytes) -> str:
    """The text itself, ``data`` as GB18030.  Raises Unreadable where it is one of Big5, by its rare characters."""
    if _is_common(text):
        return text
    try:
        other = data.decode("cp950")
    except UnicodeDecodeError:
        return text
    leads = [sign.encode("cp950")[0] for sign in other if sign > "\x7f"]
    if sum(lead in _COMMON_IN_BIG_5 for lead in leads) * _MOST_RARE >= len(leads) * (
        _MOST_RARE - 1
    ):
        raise unreadable.other_encoding(Text("是 Big5", "Big5"))
    return text


def _is_common(text: str) -> bool:
    """Whether nearly all characters are those of simplified Chinese."""
    signs = "".join(sign for sign in text if sign > "\x7f")
    common = len(signs.encode("gb2312", "ignore")) // 2
    return len(signs) - common <= max(1, len(signs) // _MOST_RARE)


def _refuse_utf_7(text: str) -> str:
    """The text itself.  Raises Unreadable where it writes Chinese in ASCII, as UTF-7 does."""
    if not text.isascii() or not _UTF_7.can_match(text):
        return text
    signs = "".join(map(_decode_utf_7, _UTF_7.findall(text)))
    if len(signs.encode("gb2312", "ignore")) > max(2 * _ENOUGH_CHINESE, len(signs)):
        raise unreadable.other_encoding(Text("是 UTF-7", "UTF-7"))
    return text


def _decode_utf_7(run: str) -> str:
    try:
        return run.encode().decode("utf-7")
    except UnicodeDecodeError:
        return ""


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
    if max(first, second) * _FEWEST_NULS * 2 < len(data):
        return ""
    if second > _CLEAR_RATIO * first:
        return "utf-16-le"
    if first > _CLEAR_RATIO * second:
        return "utf-16-be"
    return ""
