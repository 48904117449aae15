"""Texts in the records of a binary workbook, which may go on in the records that continue one."""

from __future__ import annotations

import codecs
import struct

from sheetlint.readers import refusals
from sheetlint.readers.limits import Limits

_WIDE, _PHONETIC, _RICH = 1, 4, 8
_BYTE, _SHORT, _LONG = struct.Struct("<B"), struct.Struct("<H"), struct.Struct("<I")
_COUNT = struct.Struct("<i")
_TABLE_START = 8
"""Two counts come first."""
_MAC = (10_000, 32_768)
_WINDOWS = (1_252, 32_769)
_CHINESE = "gb18030"
"""It reads gb2312 and gbk too."""


class _Pieces:
    """A record and those that continue it, read from front to back."""

    def __init__(self, pieces: list[bytes], at: int, *, last: bool = False) -> None:
        """``last``: a text that is said to be longer than what there is ends with it."""
        self._pieces = pieces
        self._last = last
        self._index = 0
        self._at = at

    def unpack(self, layout: struct.Struct) -> int:
        """A number, which stands in one piece."""
        while self._at >= len(self._pieces[self._index]):
            self._follow()
        (found,) = layout.unpack_from(self._pieces[self._index], self._at)
        self._at += layout.size
        return int(found)

    def _follow(self) -> None:
        self._at = max(0, self._at - len(self._pieces[self._index]))
        self._index += 1

    def skip(self, size: int) -> None:
        self._at += size
        while self._index + 1 < len(self._pieces) and self._at > len(self._pieces[self._index]):
            self._follow()

    def text(self, layout: struct.Struct) -> str:
        """A text that begins with the number of its characters."""
        characters, options = self.unpack(layout), self.unpack(_BYTE)
        runs = self.unpack(_SHORT) if options & _RICH else 0
        reading = self.unpack(_LONG) if options & _PHONETIC else 0
        found = self._characters(characters, options & _WIDE)
        self.skip(4 * runs + reading)
        return found

    def _characters(self, left: int, wide: int) -> str:
        """Where they go on in the next piece, it says anew how wide they are."""
        found: list[bytes] = []
        while True:
            piece = self._pieces[self._index]
            width = 2 if wide else 1
            taken = min(left, (len(piece) - self._at) // width)
            part = piece[self._at : self._at + taken * width]
            found.append(part if wide else part.decode("latin-1").encode("utf-16-le"))
            self._at += taken * width
            left -= taken
            if not left or (self._last and self._index + 1 == len(self._pieces)):
                # All at once: a character of two halves may stand on both sides of a break.
                return b"".join(found).decode("utf-16-le", "replace")
            self._index += 1
            wide = self._pieces[self._index][0] & _WIDE
            self._at = 1


class Texts:
    """Reads texts as the version of the workbook writes them.

    Raises ``struct.error`` or ``IndexError`` where one is not all there.
    """

    def __init__(self, unicode: bool) -> None:
        self._unicode = unicode
        self._encoding = _CHINESE

    def code_page(self, number: int) -> None:
        """The encoding of texts before Unicode: Chinese, unless another is named."""
        if number in _MAC:
            self._encoding = "mac_roman"
        elif number in _WINDOWS:
            self._encoding = "cp1252"
        elif number != 936:
            try:
                self._encoding = codecs.lookup(f"cp{number}").name
            except LookupError:
                self._encoding = _CHINESE

    def short(self, pieces: list[bytes], at: int) -> str:
        """A text of at most 255 characters."""
        return self._read(pieces, at, _BYTE)

    def long(self, pieces: list[bytes], at: int) -> str:
        return self._read(pieces, at, _SHORT)

    def format_code(self, pieces: list[bytes], at: int) -> str:
        return self._read(pieces, at, _SHORT if self._unicode else _BYTE)

    def _read(self, pieces: list[bytes], at: int, layout: struct.Struct) -> str:
        if self._unicode:
            return _Pieces(pieces, at, last=True).text(layout)
        (size,) = layout.unpack_from(pieces[0], at)
        at += layout.size
        return pieces[0][at : at + size].decode(self._encoding, "replace")


def shared_strings(pieces: list[bytes], limits: Limits) -> list[str]:
    """The strings of the workbook's table, without their runs and readings.

    Raises ``Unreadable`` for too many, ``struct.error`` and ``IndexError`` for damaged records.
    """
    (count,) = _COUNT.unpack_from(pieces[0], 4)
    if len(pieces) == 1 and len(pieces[0]) == _TABLE_START:
        # Some programs leave the number of strings behind when they take the strings out.
        return []
    if count > limits.max_cells:
        raise refusals.too_big()
    source = _Pieces(pieces, _TABLE_START)
    return [source.text(_SHORT) for _ in range(count)]
