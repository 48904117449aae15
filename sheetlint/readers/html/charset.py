"""Bytes of a web page to characters, by the encoding that the page declares.

Pages often declare it wrongly: ``gb2312`` stands for GB18030, and a page that is good UTF-8 is
UTF-8 whatever it says.
"""

from __future__ import annotations

import re

from sheetlint.readers.encoding import decode_text

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HEAD = 8192
_CHINESE = ("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "hz-gb-2312")
_OTHERS = {
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}


def decode_page(data: bytes, name: str) -> str:
    """The characters.  Raises ``Unreadable`` for bytes that are no text, or text that is damaged."""
    match = _DECLARED.search(data, 0, _HEAD)
    declared = match[1].decode("ascii", "replace").lower() if match else ""
    if declared in _CHINESE:
        # Two characters of GB18030 such as 联通 are good UTF-8 too, of a kind no page consists of.
        data = _as_utf_8(data, "gb18030", shortest=True)
    elif declared in _OTHERS:
        # Excel writes Chinese as numbers into a page of this kind, and its blanks as one byte.
        data = _as_utf_8(data, _OTHERS[declared], shortest=declared.startswith("big5"))
    return decode_text(data, name)


def _as_utf_8(data: bytes, codec: str, *, shortest: bool) -> bytes:
    """The same page in UTF-8, where it is neither UTF-8 nor GB18030 but ``codec``."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or data.isascii():
        return data
    try:
        text = data.decode("utf-8")
        if not shortest or any(character > "\u07ff" for character in text):
            return data
    except UnicodeDecodeError:
        pass
    if not shortest and _is_gb18030(data):
        return data
    try:
        return data.decode(codec).encode()
    except (UnicodeDecodeError, UnicodeEncodeError):
        return data


def _is_gb18030(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
