"""The table of shared strings of a binary workbook, which may stand in many records."""

from __future__ import annotations

import struct

from sheetlint.readers import refusals
from sheetlint.readers.limits import Limits

_WIDE, _PHONETIC, _RICH = 1, 4, 8
_START = 8
"""Two counts come first."""


class _Records:
    """The content of records that continue each other, read from front to back."""

    def __init__(self, records: list[bytes]) -> None:
        self._records = records
        self._index = 0
        self._at = _START

    def unpack(self, layout: struct.Struct) -> tuple[int, ...]:
        """Numbers that stand together in one record."""
        while self._at >= len(self._records[self._index]):
            self._follow()
        found = layout.unpack_from(self._records[self._index], self._at)
        self._at += layout.size
        return found

    def _follow(self) -> None:
        self._at = max(0, self._at - len(self._records[self._index]))
        self._index += 1

    def skip(self, size: int) -> None:
        self._at += size
        while self._index + 1 < len(self._records) and self._at > len(self._records[self._index]):
            self._follow()

    def text(self, characters: int, wide: int) -> str:
        """Where the characters go on in the next record, it says anew how wide they are."""
        pieces: list[bytes] = []
        while True:
            record = self._records[self._index]
            width = 2 if wide else 1
            taken = min(characters, (len(record) - self._at) // width)
            piece = record[self._at : self._at + taken * width]
            pieces.append(piece if wide else piece.decode("latin-1").encode("utf-16-le"))
            self._at += taken * width
            characters -= taken
            if not characters:
                # All at once: a character of two halves may stand on both sides of a break.
                return b"".join(pieces).decode("utf-16-le", "replace")
            self._index += 1
            wide = self._records[self._index][0] & _WIDE
            self._at = 1


_COUNT = struct.Struct("<i")
_HEAD = struct.Struct("<HB")
_RUNS = struct.Struct("<H")
_READING = struct.Struct("<I")


def shared_strings(records: list[bytes], limits: Limits) -> dict[int, str]:
    """Strings by index, without their runs and readings.

    Raises ``Unreadable`` for too many, ``struct.error`` and ``IndexError`` for damaged records.
    """
    (count,) = _COUNT.unpack_from(records[0], 4)
    if len(records) == 1 and len(records[0]) == _START:
        # Some programs leave the number of strings behind when they take the strings out.
        return {}
    if count > limits.max_cells:
        raise refusals.too_big()
    source = _Records(records)
    found: dict[int, str] = {}
    for index in range(count):
        characters, options = source.unpack(_HEAD)
        runs = source.unpack(_RUNS)[0] if options & _RICH else 0
        reading = source.unpack(_READING)[0] if options & _PHONETIC else 0
        found[index] = source.text(characters, options & _WIDE)
        source.skip(4 * runs + reading)
    return found
