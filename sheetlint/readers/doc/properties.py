"""Reads lists of changes to properties of text and tables; Word calls one change a *sprm*."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from sheetlint.readers import unreadable

_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)
"""Bytes of the operand, by the upper three bits of the code; -1: the first byte says it."""
_DELETED, _VANISHED, _SYMBOL, _FONT = 0x0800, 0x083C, 0x6A09, 0x4A4F
_IN_TABLE, _ROW_END, _DEPTH = 0x2416, 0x2417, 0x6649
_INNER_CELL_END, _INNER_ROW_END = 0x244B, 0x244C
_ON = (1, 0x81)
"""0x80 and 0x81: as the style has it, and the opposite; styles hide and delete nothing."""
_FURTHER = (0x6645, 0x6646, 0x646B)
"""The properties go on in another stream, at the place that the operand names."""
_ROW, _MERGE, _VERTICAL, _TABS = 0xD608, 0x5624, 0xD62B, 0xC615
_SHORT = {
    0x18: _IN_TABLE,
    0x19: _ROW_END,
    0x41: _DELETED,
    0x5C: _VANISHED,
}
"""One-byte codes of changes that apply to a whole piece."""
_CELL = 20
"""Bytes about a cell in the definition of a row."""
_MOST = 2 << 20
"""Bytes of properties in a file; 1,000 rows have less than one megabyte."""


class CharacterProperties(NamedTuple):
    """Properties of a run of characters."""

    deleted: bool = False
    vanished: bool = False
    font: int | None = None
    symbol: tuple[int, int] | None = None
    """Number of the font and of the character in it."""


class RowShape(NamedTuple):
    """Where the cells of a row begin and end, and which of them are one."""

    edges: tuple[int, ...]
    """In twentieths of a point; one more than there are cells."""
    horizontal: tuple[int, ...]
    """0 for a cell of its own; a group begins with one of 1 and 2 and goes on with the other."""
    vertical: tuple[int, ...]
    """0 for a cell of its own, 1 for one that belongs to the one above, else the first."""


class ParagraphProperties(NamedTuple):
    """Properties of a paragraph."""

    depth: int = 0
    """In how many tables inside each other it stands."""
    cell_end: bool = False
    row_end: bool = False
    shape: RowShape | None = None


class PropertyReader:
    """Reads properties, each only once, within a bound for the whole file."""

    def __init__(self, further: bytes) -> None:
        self._further = further
        self._characters: dict[bytes, CharacterProperties] = {}
        self._paragraphs: dict[bytes, ParagraphProperties] = {}
        self._read = 0

    def character(self, changes: bytes) -> CharacterProperties:
        known = self._characters.get(changes)
        if known is None:
            known = self._characters[changes] = self._character(changes)
        return known

    def paragraph(self, changes: bytes) -> ParagraphProperties:
        known = self._paragraphs.get(changes)
        if known is None:
            known = self._paragraphs[changes] = self._paragraph(changes)
        return known

    def _character(self, changes: bytes) -> CharacterProperties:
        found = CharacterProperties()
        for code, operand in self._changes(changes):
            if code == _DELETED:
                found = found._replace(deleted=operand[0] in _ON)
            elif code == _VANISHED:
                found = found._replace(vanished=operand[0] in _ON)
            elif code == _FONT:
                found = found._replace(font=int.from_bytes(operand, "little"))
            elif code == _SYMBOL:
                font, character = struct.unpack("<HH", operand)
                found = found._replace(symbol=(font, character))
        return found

    def _paragraph(self, changes: bytes) -> ParagraphProperties:
        inside, depth, cell_end, row_end = False, 0, False, False
        shape: RowShape | None = None
        for code, operand in self._all_changes(changes):
            if code == _IN_TABLE:
                inside = operand[0] == 1
            elif code == _DEPTH:
                depth = int.from_bytes(operand, "little")
            elif code in (_ROW_END, _INNER_ROW_END):
                row_end = operand[0] == 1
            elif code == _INNER_CELL_END:
                cell_end = operand[0] == 1
            elif code == _ROW:
                shape = _shape(operand)
            elif code == _MERGE and shape is not None:
                shape = _merged(shape, *operand)
            elif code == _VERTICAL and shape is not None and operand[0] < len(shape.vertical):
                vertical = list(shape.vertical)
                vertical[operand[0]] = operand[1] & 3
                shape = shape._replace(vertical=tuple(vertical))
        return ParagraphProperties(max(depth, int(inside)), cell_end, row_end, shape)

    def _all_changes(self, changes: bytes) -> Iterator[tuple[int, bytes]]:
        for code, operand in self._changes(changes):
            if code in _FURTHER:
                at = int.from_bytes(operand, "little")
                (size,) = struct.unpack_from("<H", self._further, at)
                yield from self._changes(self._further[at + 2 : at + 2 + size])
            else:
                yield code, operand

    def _changes(self, changes: bytes) -> Iterator[tuple[int, bytes]]:
        self._read += len(changes)
        if self._read > _MOST:
            raise unreadable.too_big()
        at = 0
        # What is left over at the end fills the list up to an even length.
        while at + 3 <= len(changes):
            (code,) = struct.unpack_from("<H", changes, at)
            at += 2
            size = _SIZES[code >> 13]
            if code == _ROW:
                size = int.from_bytes(changes[at : at + 2], "little") - 1
                at += 2
            elif size < 0:
                size = changes[at]
                at += 1
                if code == _TABS and size == 0xFF:
                    size = _size_of_tabs(changes, at)
            operand = changes[at : at + size]
            if size < 1 or len(operand) < size:
                if size == 0:
                    continue
                raise unreadable.damaged()
            yield code, operand
            at += size


def expand_short_change(code: int, operand: int) -> bytes:
    """The change that a piece makes with a code of one byte, in the usual form."""
    known = _SHORT.get(code)
    return b"" if known is None else struct.pack("<HB", known, operand)


def _size_of_tabs(changes: bytes, at: int) -> int:
    """More tabs than a byte can count the bytes of: deleted ones, then added ones."""
    deleted = changes[at]
    added = changes[at + 1 + 4 * deleted]
    return 2 + 4 * deleted + 3 * added


def _shape(operand: bytes) -> RowShape:
    count = operand[0]
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    definitions = operand[1 + 2 * (count + 1) :]
    # Cells at the end about which there is nothing to say may be left out.
    flags = [
        int.from_bytes(definitions[at : at + 2], "little") for at in range(0, count * _CELL, _CELL)
    ]
    return RowShape(edges, tuple(f & 3 for f in flags), tuple(f >> 5 & 3 for f in flags))


def _merged(shape: RowShape, first: int, beyond: int) -> RowShape:
    horizontal = list(shape.horizontal)
    for index in range(first, min(beyond, len(horizontal))):
        horizontal[index] = 1 if index == first else 2
    return shape._replace(horizontal=tuple(horizontal))
