"""The files in a zip archive, read in memory and within bounds.

Python's ``zipfile`` takes longer to import than the check of a sheet takes, and as long to open a
part as to read it.  What Office files need of it is little: a table of contents, parts that are
stored or deflated, and every size held against what is really there.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sheetlint.readers import refusals

_CHUNK = 1 << 16
_STEP = 1 << 14
_END, _END_64, _LINE, _FILE = b"PK\x05\x06", b"PK\x06\x06", b"PK\x01\x02", b"PK\x03\x04"
_TAIL = 22 + 0xFFFF
"""The end of the archive with the longest comment."""
_END_RECORD = struct.Struct("<12xII2x")
_END_RECORD_64 = struct.Struct("<40xQQ")
_LOCATOR_64 = 20
_LINE_RECORD = struct.Struct("<4s4xHHxxxxIIIHHHxxxxxxxxI")
_FILE_RECORD = struct.Struct("<4s22xHH")
_STORED, _DEFLATED = 0, 8
_LOCKED, _UTF_8 = 1, 1 << 11
_IN_EXTRA = 0xFFFFFFFF
"""Stands for a number that is too big for its field and follows in the extra field."""
_BIG_NUMBERS = 1
"""The extra field that holds such numbers."""


class Entry(NamedTuple):
    """A line of the table of contents."""

    name: str
    size: int
    packed: int
    method: int
    flags: int
    checksum: int
    offset: int
    raw_name: bytes


class Archive:
    """An archive and its table of contents."""

    def __init__(self, data: bytes, max_directory: int) -> None:
        """Raises ``Unreadable`` for damage, for a table that is too long and for parts that share
        their bytes, which is how a small archive unpacks without end."""
        self._data = data
        try:
            start, size = _directory(data)
            if size > max_directory:
                raise refusals.bomb()
            self.entries = list(_entries(data, start, start + size))
        except (struct.error, UnicodeDecodeError) as error:
            raise refusals.damaged() from error
        places = sorted((e.offset, e.offset + _FILE_RECORD.size + e.packed) for e in self.entries)
        if any(end > after for (_, end), (after, _) in pairwise(places)):
            raise refusals.bomb()

    def content(self, entry: Entry) -> bytes:
        """All of a small part.  Raises ``Unreadable`` for damage and for a password."""
        data = bytes(self._packed(entry))
        if entry.method == _DEFLATED:
            try:
                data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, entry.size + 1)
            except zlib.error as error:
                raise refusals.damaged() from error
        if len(data) != entry.size or zlib.crc32(data) != entry.checksum:
            raise refusals.damaged()
        return data

    def chunks(self, entry: Entry) -> Iterator[bytes]:
        """A part piece by piece.  Raises ``Unreadable`` like ``content``."""
        if entry.size <= _CHUNK:
            yield self.content(entry)
            return
        left, checksum = entry.size, 0
        packed = self._packed(entry)
        for piece in _inflated(packed) if entry.method == _DEFLATED else _pieces(packed, _CHUNK):
            left -= len(piece)
            if left < 0:
                break
            checksum = zlib.crc32(piece, checksum)
            yield bytes(piece)
        if left or checksum != entry.checksum:
            raise refusals.damaged()

    def _packed(self, entry: Entry) -> memoryview:
        if entry.flags & _LOCKED:
            raise refusals.encrypted()
        if entry.method not in (_STORED, _DEFLATED):
            raise refusals.damaged()
        start = entry.offset
        if start + _FILE_RECORD.size > len(self._data):
            raise refusals.damaged()
        mark, name, extra = _FILE_RECORD.unpack_from(self._data, start)
        start += _FILE_RECORD.size
        if mark != _FILE or self._data[start : start + name] != entry.raw_name:
            raise refusals.damaged()
        start += name + extra
        return memoryview(self._data)[start : start + entry.packed]


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for step in _pieces(packed, _STEP):
            waiting: bytes | memoryview = step
            while True:
                piece = inflater.decompress(waiting, _CHUNK)
                if piece:
                    yield piece
                waiting = inflater.unconsumed_tail
                if not waiting and len(piece) < _CHUNK:
                    break
    except zlib.error as error:
        raise refusals.damaged() from error


def _pieces(data: memoryview, size: int) -> Iterator[memoryview]:
    return (data[at : at + size] for at in range(0, len(data), size))


def _directory(data: bytes) -> tuple[int, int]:
    """Where the table of contents starts, and its size.

    It ends where the end record begins.  Otherwise something stands before the archive: an archive
    was cut off, and another one inside it would be taken for the whole.
    """
    end = data.rfind(_END, -_TAIL) if len(data) > _TAIL else data.rfind(_END)
    if end < 0:
        raise refusals.damaged()
    size, offset = _END_RECORD.unpack_from(data, end)
    large = end - _LOCATOR_64 - _END_RECORD_64.size
    if large >= 0 and data[large : large + 4] == _END_64:
        size, offset = _END_RECORD_64.unpack_from(data, large)
        end = large
    if offset + size != end:
        raise refusals.damaged()
    return offset, size


def _entries(data: bytes, at: int, end: int) -> Iterator[Entry]:
    while at < end:
        line = _LINE_RECORD.unpack_from(data, at)
        mark, flags, method, checksum, packed, size, name, extra, comment, offset = line
        if mark != _LINE:
            raise refusals.damaged()
        at += _LINE_RECORD.size
        raw = data[at : at + name]
        at += name + extra + comment
        if at > end:
            raise refusals.damaged()
        if _IN_EXTRA in (size, packed, offset):
            further = data[at - comment - extra : at - comment]
            size, packed, offset = _big(further, size, packed, offset)
        shown = raw.decode("utf-8" if flags & _UTF_8 or raw.isascii() else "cp437")
        yield Entry(shown, size, packed, method, flags, checksum, offset, raw)


def _big(extra: bytes, *numbers: int) -> list[int]:
    """The numbers, with those that did not fit taken from the extra field."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        at += 4
        if kind == _BIG_NUMBERS:
            given = iter(struct.unpack_from(f"<{length // 8}Q", extra, at))
            return [next(given, n) if n == _IN_EXTRA else n for n in numbers]
        at += length
    return list(numbers)
