"""Zip archives, of Office files and of submissions, read within bounds and never to the disk.

Python's ``zipfile`` takes twice as long for the parts of a workbook, which is an eighth of reading
it, and trusts declared sizes, which are checked here.
"""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import IO, NamedTuple

from sheetlint.readers import unreadable

STORED, DEFLATED = 0, 8
LOCKED, UTF_8 = 1, 1 << 11
"""Flags of an entry: encrypted; its name is UTF-8."""
_CHUNK = 1 << 16
_STEP = 1 << 14
_END, _END_64, _LINE, _FILE = b"PK\x05\x06", b"PK\x06\x06", b"PK\x01\x02", b"PK\x03\x04"
_END_RECORD = struct.Struct("<12xII2x")
_END_RECORD_64 = struct.Struct("<40xQQ")
_LOCATOR_64 = 20
_TAIL = 22 + 0xFFFF + _LOCATOR_64 + _END_RECORD_64.size
"""The end of the archive with the longest comment, and with the record of a large one."""
_LINE_RECORD = struct.Struct("<4sxBxxHHxxxxIIIHHHxxxxII")
_FILE_RECORD = struct.Struct("<4s22xHH")
_IN_EXTRA = 0xFFFFFFFF
"""Stands for a number that is too big for its field and follows in the extra field."""
_BIG_NUMBERS = 1
"""The extra field that holds such numbers."""


class ZipEntry(NamedTuple):
    """An entry of the table of contents."""

    name: str
    size: int
    packed: int
    method: int
    flags: int
    checksum: int
    offset: int
    raw_name: bytes
    extra: bytes
    system: int
    """Number of the system that wrote it, 3 for Unix."""
    attributes: int
    """What that system knows of the file, such as that it is a link."""


class ZipArchive:
    """An archive in memory and its table of contents."""

    def __init__(self, data: bytes, max_directory: int) -> None:
        """Raises ``Unreadable`` for damage, for a table that is too long and for parts that share
        their bytes, which is how a small archive unpacks without end."""
        self._file = io.BytesIO(data)
        start, size = find_directory(self._file)
        if size > max_directory:
            raise unreadable.bomb()
        self.entries = read_directory(self._file, start, size)
        places = sorted((e.offset, e.offset + _FILE_RECORD.size + e.packed) for e in self.entries)
        if any(end > after for (_, end), (after, _) in pairwise(places)):
            raise unreadable.bomb()

    def read_entry(self, entry: ZipEntry) -> bytes:
        """All of a small part.  Raises ``Unreadable`` for damage and for a password."""
        return _unpack(self._read_packed(entry), entry)

    def chunks(self, entry: ZipEntry) -> Iterator[bytes]:
        """A part piece by piece.  Raises ``Unreadable`` like ``read_entry``."""
        if entry.size <= _CHUNK:
            yield self.read_entry(entry)
            return
        left, checksum = entry.size, 0
        packed = memoryview(self._read_packed(entry))
        for piece in _inflate(packed) if entry.method == DEFLATED else _pieces(packed, _CHUNK):
            left -= len(piece)
            if left < 0:
                break
            checksum = zlib.crc32(piece, checksum)
            yield bytes(piece)
        if left or checksum != entry.checksum:
            raise unreadable.damaged()

    def _read_packed(self, entry: ZipEntry) -> bytes:
        name, packed = _read_local(self._file, entry)
        if name != entry.raw_name:
            raise unreadable.damaged()
        return packed


def find_directory(file: IO[bytes]) -> tuple[int, int]:
    """Where the table of contents starts, and its size in bytes.  Raises ``Unreadable``.

    It ends where the end record begins.  Otherwise something stands before the archive: an archive
    was cut off, and another one inside it would be taken for the whole.
    """
    before = max(0, file.seek(0, os.SEEK_END) - _TAIL)
    file.seek(before)
    tail = file.read(_TAIL)
    end = tail.rfind(_END)
    if not 0 <= end <= len(tail) - _END_RECORD.size:
        raise unreadable.damaged()
    size, offset = _END_RECORD.unpack_from(tail, end)
    large = end - _LOCATOR_64 - _END_RECORD_64.size
    if large >= 0 and tail[large : large + 4] == _END_64:
        size, offset = _END_RECORD_64.unpack_from(tail, large)
        end = large
    if offset + size != before + end:
        raise unreadable.damaged()
    return offset, size


def read_directory(file: IO[bytes], start: int, size: int) -> list[ZipEntry]:
    """The table of contents.  Raises ``Unreadable`` for damage."""
    file.seek(start)
    try:
        return list(_parse_directory(file.read(size)))
    except (struct.error, UnicodeDecodeError) as error:
        raise unreadable.damaged() from error


def read_entry(file: IO[bytes], entry: ZipEntry) -> bytes:
    """The bytes of one entry, under whatever name they stand there.  Raises ``Unreadable``."""
    return _unpack(_read_local(file, entry)[1], entry)


def _read_local(file: IO[bytes], entry: ZipEntry) -> tuple[bytes, bytes]:
    """The name and the packed bytes that stand where the entry says."""
    if entry.flags & LOCKED:
        raise unreadable.encrypted()
    if entry.method not in (STORED, DEFLATED):
        raise unreadable.damaged()
    file.seek(entry.offset)
    head = file.read(_FILE_RECORD.size)
    if len(head) < _FILE_RECORD.size or not head.startswith(_FILE):
        raise unreadable.damaged()
    _, length, extra = _FILE_RECORD.unpack(head)
    name = file.read(length)
    file.seek(extra, os.SEEK_CUR)
    return name, file.read(entry.packed)


def _unpack(data: bytes, entry: ZipEntry) -> bytes:
    if entry.method == DEFLATED:
        try:
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, entry.size + 1)
        except zlib.error as error:
            raise unreadable.damaged() from error
    if len(data) != entry.size or zlib.crc32(data) != entry.checksum:
        raise unreadable.damaged()
    return data


def _inflate(packed: memoryview) -> Iterator[bytes]:
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
        raise unreadable.damaged() from error


def _pieces(data: memoryview, size: int) -> Iterator[memoryview]:
    return (data[at : at + size] for at in range(0, len(data), size))


def _parse_directory(table: bytes) -> Iterator[ZipEntry]:
    at = 0
    while at < len(table):
        line = _LINE_RECORD.unpack_from(table, at)
        mark, system, flags, method, checksum, packed, size, *lengths, attributes, offset = line
        name, extra, comment = lengths
        if mark != _LINE:
            raise unreadable.damaged()
        at += _LINE_RECORD.size
        raw = table[at : at + name]
        further = table[at + name : at + name + extra]
        at += name + extra + comment
        if at > len(table):
            raise unreadable.damaged()
        if _IN_EXTRA in (size, packed, offset):
            size, packed, offset = _read_large_numbers(further, size, packed, offset)
        shown = raw.decode("utf-8" if flags & UTF_8 or raw.isascii() else "cp437")
        yield ZipEntry(
            *(shown, size, packed, method, flags, checksum, offset, raw),
            *(further, system, attributes),
        )


def _read_large_numbers(extra: bytes, *numbers: int) -> list[int]:
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
