"""The piece table: the pieces that make up the text of a document."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from sheetlint.readers import unreadable
from sheetlint.readers.doc.properties import expand_short_change

_CHANGES, _TABLE = 1, 2
_NARROW = 0x40000000
_MOST = 8 << 20
"""Characters of a body; a sheet has some thousands."""


class Piece(NamedTuple):
    """A stretch of the stream that holds text, in the order of reading."""

    start: int
    end: int
    wide: bool
    """Two bytes a character, or else one."""
    changes: bytes
    """Properties that everything in the piece has besides its own."""

    def text(self, stream: bytes, start: int, end: int) -> str:
        return stream[start:end].decode("utf-16-le" if self.wide else "cp1252", "replace")


def read_pieces(table: bytes, characters: int, stream: bytes) -> Iterator[Piece]:
    """The first ``characters`` of the text.  Raises ``Unreadable``, and any exception where the table is damaged."""
    # No two characters stand in the same place.
    if not 0 <= characters <= len(stream):
        raise unreadable.damaged()
    if characters > _MOST:
        raise unreadable.too_big()
    changes: list[bytes] = []
    at = 0
    while table[at] == _CHANGES:
        (size,) = struct.unpack_from("<H", table, at + 1)
        changes.append(table[at + 3 : at + 3 + size])
        at += 3 + size
    if table[at] != _TABLE:
        raise unreadable.damaged()
    (size,) = struct.unpack_from("<I", table, at + 1)
    table = table[at + 5 : at + 5 + size]
    count = (len(table) - 4) // 12
    limits = struct.unpack_from(f"<{count + 1}I", table)
    reached = 0
    for index in range(count):
        if reached >= characters:
            return
        length = min(limits[index + 1], characters) - limits[index]
        if limits[index] != reached or length < 0:
            raise unreadable.damaged()
        reached += length
        where, change = struct.unpack_from("<2xIH", table, 4 * (count + 1) + 8 * index)
        wide = not where & _NARROW
        start = where & (_NARROW - 1)
        if not wide:
            start //= 2
        end = start + length * (1 + wide)
        if end > len(stream):
            raise unreadable.damaged()
        yield Piece(start, end, wide, _changes(change, changes))
    if reached < characters:
        raise unreadable.damaged()


def _changes(change: int, known: list[bytes]) -> bytes:
    """The lowest bit says whether one change follows in short or the number of a list of them."""
    if not change & 1:
        return expand_short_change(change >> 1 & 0x7F, change >> 8)
    return known[change >> 1] if change >> 1 < len(known) else b""
