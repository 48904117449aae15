"""The streams of an OLE file, the little file system that old Office files are.

``olefile`` has a reader for this, and it is not used: a circular chain of sectors makes it fill
gigabytes out of 14 kilobytes.
Here the directory is a list, and no chain is longer than the file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from sheetlint.readers import unreadable

_HEADER = struct.Struct("<30xHH10xii4xii4xi")
_HEADER_SIZE = 512
_TABLES_AT = 76
_IN_HEADER = 109
"""Sectors of the allocation table that the header names itself."""
_ENTRY = struct.Struct("<64sHBxiii36xii4x")
_STREAM = 2
_SECTOR_POWERS = (9, 12)
_SHORT_POWER = 6
_SHORT = 1 << _SHORT_POWER


class _DirectoryEntry(NamedTuple):
    """One line of the directory."""

    name: bytes
    length: int
    kind: int
    left: int
    right: int
    child: int
    first: int
    size: int


class OleContainer:
    """The streams in the root of an OLE file; what is embedded stands deeper and is left out.

    Everything here raises ``Unreadable`` for damage.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._file = _File(data)
            self._entries = self._file.streams()
        except (struct.error, IndexError) as error:
            raise unreadable.damaged() from error

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def stream(self, name: str) -> bytes:
        """The content of the stream ``name``; empty where there is none."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return b""
        try:
            return self._file.content(entry)
        except (struct.error, IndexError) as error:
            raise unreadable.damaged() from error


class _File:
    def __init__(self, data: bytes) -> None:
        power, short_power, tables, directory, below, short_table, more = _HEADER.unpack_from(data)
        if power not in _SECTOR_POWERS or short_power != _SHORT_POWER:
            raise unreadable.damaged()
        self._data = data
        self._size = 1 << power
        self._sectors = len(data) // self._size + 1
        self._numbers = struct.Struct(f"<{self._size // 4}i")
        self._short_below = below
        self._short_table = short_table
        self._next = self._allocation(tables, more)
        self._entries = [_DirectoryEntry(*e) for e in _ENTRY.iter_unpack(self._stream(directory))]

    def streams(self) -> dict[str, _DirectoryEntry]:
        """The streams of the root by their names in small letters."""
        found: dict[str, _DirectoryEntry] = {}
        for entry in self._root_entries():
            name = entry.name[: max(0, min(entry.length, 64) - 2)].decode("utf-16-le", "replace")
            if entry.kind == _STREAM and 0 < entry.size <= len(self._data):
                found[name.lower()] = entry
        return found

    def content(self, entry: _DirectoryEntry) -> bytes:
        """All of one stream."""
        short = entry.size < self._short_below
        read = self._short_stream if short else self._stream
        return read(entry.first, entry.size)

    def _root_entries(self) -> Iterator[_DirectoryEntry]:
        """What stands in the root itself: an embedded workbook stands deeper."""
        waiting = [self._entries[0].child]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number < 0 or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            waiting += (entry.left, entry.right)
            yield entry

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if number < 0 or start >= len(self._data):
            raise unreadable.damaged()
        # The last sector may be cut off behind its content.
        return self._data[start : start + self._size].ljust(self._size, b"\0")

    def _allocation(self, tables: int, more: int) -> list[int]:
        """The sector after each sector: the table that all chains are read from."""
        most = self._sectors // (self._size // 4) + 1
        where = list(struct.unpack_from(f"<{_IN_HEADER}i", self._data, _TABLES_AT))
        while more >= 0 and len(where) < most:
            *further, more = self._numbers.unpack(self._sector(more))
            where += further
        found: list[int] = []
        for number in [n for n in where if n >= 0][: max(0, min(tables, most))]:
            found += self._numbers.unpack(self._sector(number))
        return found

    def _stream(self, first: int, size: int | None = None) -> bytes:
        most = self._sectors if size is None else min(self._sectors, -(-size // self._size))
        content = b"".join(map(self._sector, _chain(first, self._next, most)))
        return content[:size]

    def _short_stream(self, first: int, size: int) -> bytes:
        """A stream of short sectors, which all together are one stream of the root."""
        following = [n for (n,) in struct.iter_unpack("<i", self._stream(self._short_table))]
        whole = self._stream(self._entries[0].first)
        numbers = _chain(first, following, -(-size // _SHORT))
        return b"".join(whole[n * _SHORT : (n + 1) * _SHORT] for n in numbers)[:size]


def _chain(first: int, following: list[int], most: int) -> list[int]:
    """Sector numbers from ``first`` on, at most ``most``.  Raises ``Unreadable`` for a circle."""
    numbers: dict[int, None] = {}
    number = first
    while number >= 0 and len(numbers) < most:
        if number in numbers:
            raise unreadable.damaged()
        numbers[number] = None
        number = following[number]
    return list(numbers)
