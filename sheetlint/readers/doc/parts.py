"""The streams of a binary Word document, and where in them its parts stand."""

from __future__ import annotations

import struct
from typing import NamedTuple

from sheetlint.readers import unreadable
from sheetlint.readers.ole_container import OleContainer

_WORD_97 = 0x00C0
"""Version of the format from which on this reader knows it; Word 6 and 95 are about 0x0068."""
_MARKS = (0xA5EC, 0xA5DC)
_OLD_MARKS = (0xA697, 0xA698, 0xA699)
"""Word 6 and 95 of East Asia."""
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_VERSION_AT, _FLAGS_AT, _CHARACTERS_AT, _PARTS_AT = 0x02, 0x0A, 0x4C, 0x9A
_CHARACTER_RUNS, _PARAGRAPH_RUNS, _FONTS, _PIECES = 12, 13, 15, 33
"""Numbers of the parts in the list of places, eight bytes each."""


class DocumentParts(NamedTuple):
    """The parts of a document that the reader needs."""

    text: bytes
    """The stream with the characters and the pages of their properties."""
    characters: int
    """How many belong to the body: footnotes, headers and text boxes come after them."""
    pieces: bytes
    character_runs: bytes
    paragraph_runs: bytes
    fonts: bytes
    further: bytes
    """The stream with the properties too long for a page."""


def read_parts(data: bytes) -> DocumentParts:
    """Read the parts.  Raises ``Unreadable``, and any exception where the document is damaged."""
    container = OleContainer(data)
    text = container.stream("WordDocument")
    mark, version = struct.unpack_from("<HH", text)
    (flags,) = struct.unpack_from("<H", text, _FLAGS_AT)
    if mark in _OLD_MARKS:
        raise unreadable.refuse("old-doc", "")
    if mark not in _MARKS:
        raise unreadable.damaged()
    if flags & _ENCRYPTED:
        raise unreadable.encrypted()
    if version < _WORD_97:
        raise unreadable.refuse("old-doc", "")
    table = container.stream("1Table" if flags & _SECOND_TABLE else "0Table")

    def part(number: int) -> bytes:
        start, size = struct.unpack_from("<II", text, _PARTS_AT + 8 * number)
        if start + size > len(table):
            raise unreadable.damaged()
        return table[start : start + size]

    (characters,) = struct.unpack_from("<i", text, _CHARACTERS_AT)
    return DocumentParts(
        text,
        characters,
        part(_PIECES),
        part(_CHARACTER_RUNS),
        part(_PARAGRAPH_RUNS),
        part(_FONTS),
        container.stream("Data"),
    )
