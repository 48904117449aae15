"""The table of shared strings, and the escapes in strings of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits
from sheetlint.readers.xml_stream import local_name, parse_xml

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape_text(text: str) -> str:
    """``_x000D_`` and its like to characters, line ends to ``\\n``."""
    if "_x" in text:
        text = _ESCAPE.sub(_character, text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    if 0xD800 <= code < 0xE000 or code > 0xFFFD:
        # Half a character: no encoding can write it.
        return "\ufffd"
    return chr(code) if code >= 0x20 or code in (0x09, 0x0A, 0x0D) else ""


class _Strings:
    def __init__(self, limits: Limits) -> None:
        self.buffer: list[str] = []
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._phonetic = False
        self._depth = 0
        self._limits = limits

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._limits.max_depth:
            raise unreadable.bomb()
        name = local_name(name)
        if name == "t":
            self.buffer.clear()
        elif name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        self._depth -= 1
        name = local_name(name)
        if name == "t":
            if not self._phonetic:
                self._pieces.append("".join(self.buffer))
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            text = "".join(self._pieces)
            if len(text) > self._limits.max_text:
                raise unreadable.too_big()
            self.strings.append(unescape_text(text))
            self._pieces.clear()
            self.buffer.clear()


def read_strings(chunks: Iterable[bytes], limits: Limits) -> list[str]:
    """Strings by index: runs of a rich text joined, readings (``rPh``) left out.

    Raises ``Unreadable``.
    """
    handler = _Strings(limits)
    parse_xml(chunks, handler, limits)
    return handler.strings
