"""Zip archives as other programs write them, and as no program would."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple


class Packed(NamedTuple):
    """A file in an archive."""

    name: str | bytes
    """Bytes are written as they are, without a word on their encoding; text as UTF-8."""
    data: bytes = b"x"
    mode: int = 0
    extra: bytes = b""
    flags: int = 0
    method: int = 8
    size: int | None = None
    """What the archive claims, if it is not the size of the data."""
    at: int | None = None
    """Number of another file, in whose place this one is said to stand."""


def zipped(*files: Packed | tuple[str | bytes, bytes], comment: bytes = b"") -> bytes:
    body, directory = bytearray(), bytearray()
    places: list[tuple[int, int, int, int]] = []
    for each in files:
        file = each if isinstance(each, Packed) else Packed(*each)
        raw = file.name if isinstance(file.name, bytes) else file.name.encode()
        flags = file.flags | (0 if isinstance(file.name, bytes) else 0x800)
        if file.at is None:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = packer.compress(file.data) + packer.flush() if file.method == 8 else file.data
            size = len(file.data) if file.size is None else file.size
            places.append((len(body), len(packed), size, zlib.crc32(file.data)))
            body += struct.pack(
                "<4s5H3I2H", b"PK\3\4", 20, flags, file.method, 0, 0,
                zlib.crc32(file.data), len(packed), size, len(raw), 0,
            ) + raw + packed  # fmt: skip
        else:
            places.append(places[file.at])
        offset, packed_size, size, checksum = places[-1]
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 3 << 8 | 20, 20, flags, file.method, 0, 0, checksum,
            packed_size, size, len(raw), len(file.extra), 0, 0, 0, file.mode << 16, offset,
        ) + raw + file.extra  # fmt: skip
    count = min(len(files), 0xFFFF)
    end = struct.pack(
        "<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), len(comment)
    )
    return body + directory + end + comment


def unicode_path(name: str, raw: bytes) -> bytes:
    """The field in which some programs put the name in UTF-8."""
    content = struct.pack("<BI", 1, zlib.crc32(raw)) + name.encode()
    return struct.pack("<HH", 0x7075, len(content)) + content


LINK = stat.S_IFLNK | 0o777


def by_python(files: Iterable[tuple[str, bytes]]) -> bytes:
    """As ``zipfile`` writes them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()
