"""Finds streams that unpack to an abnormal size and endlessly nested forms, before PDFium runs.

PDFium cannot be stopped while it reads a page, so the bytes are looked at before it is asked.  This
holds off what is made the usual way.  A file whose dictionaries are disguised can still cost what
PDFium's own bounds allow (1 GiB a stream); only the limits of the worker's process stop that.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sheetlint.readers import unreadable

_STREAM = re.compile(rb"stream\r?\n")
_HEAD = 800
"""Bytes before a stream in which its dictionary stands."""
_MOST_IN_STREAM = 32 << 20
_MOST_IN_ALL = 128 << 20
_MOST_LZW = 64 << 10
"""LZW packs up to 1 : 2,700 and is met in old files only."""
_MOST_DRAWN = 5_000_000
"""Form XObjects drawn, if every form draws all others: ten forms of ten forms each are 10**10."""
_PACKED = 1032
"""Deflate makes no more than this out of a byte."""
_CHUNK = 64 << 10
_PIECE = 1 << 20
_BLANKS = b" \t\n\r\v\x00"
_DRAWS = re.compile(rb"(?<![\w/])Do(?!\w)")


class _Stream(NamedTuple):
    """The bytes of a stream as they stand in the file, with its dictionary."""

    written: memoryview
    head: bytes

    @property
    def is_ascii85(self) -> bool:
        """Whether the bytes are encoded as ASCII85, as in old files."""
        return b"ASCII85Decode" in self.head

    @property
    def packed(self) -> memoryview:
        """The bytes, decoded from ASCII85."""
        return _decode_ascii85(self.written) if self.is_ascii85 else self.written

    @property
    def most(self) -> int:
        """Upper bound of its unpacked size in bytes.  ASCII85 is counted and not decoded, which is slow."""
        written = self.written
        if not self.is_ascii85:
            return len(written) * (_PACKED if _is_deflated(written) else 1)
        zeros = bytes(written).count(b"z")
        size = 4 * ((len(written) - zeros) // 5 + 1 + zeros)
        start = _decode_ascii85(memoryview(bytes(written[:64]).translate(None, _BLANKS)[:5]))
        return max(size * (_PACKED if _is_deflated(start) else 1), len(written))


def check_for_bombs(data: bytes) -> None:
    """Raises ``Unreadable`` for what unpacks or repeats itself without measure."""
    streams = sorted(_streams(data), key=lambda stream: -len(stream.written))
    if b"/Form" in data:
        _check_forms(streams)
    # The largest are unpacked, until the rest can do no harm whatever is in them.
    rest = sum(stream.most for stream in streams)
    total = 0
    for stream in streams:
        if total + rest <= _MOST_IN_ALL and stream.most <= _MOST_IN_STREAM:
            return
        rest -= stream.most
        total += sum(len(piece) for piece in _pieces(stream.packed))
        if total > _MOST_IN_ALL:
            raise unreadable.bomb()


def _streams(data: bytes) -> Iterator[_Stream]:
    """Those that PDFium unpacks to find out what is on a page."""
    for match in _STREAM.finditer(data):
        if data.endswith(b"end", 0, match.start()):
            continue
        head = data[max(0, match.start() - _HEAD) : match.start()]
        head = head[head.rfind(b"obj") + 3 :] if b"obj" in head else head
        if head.count(b"FlateDecode") > 1:
            raise unreadable.bomb()
        if b"/Image" in head or b"/Length1" in head:
            # A picture is not unpacked as no page is painted; a font is what it is.
            continue
        end = data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        if b"LZWDecode" in head and end - match.end() > _MOST_LZW:
            raise unreadable.bomb()
        yield _Stream(memoryview(data)[match.end() : end], head)


def _check_forms(streams: Sequence[_Stream]) -> None:
    """Forms that draw forms: how often the last is drawn is the product of what each draws."""
    forms = 1
    most = 1
    for stream in streams:
        draws = sum(len(_DRAWS.findall(piece)) for piece in _pieces(stream.packed))
        if b"/Form" in stream.head:
            forms *= max(1, draws)
        else:
            most = max(most, draws)
        if most * forms > _MOST_DRAWN:
            raise unreadable.bomb()


def _decode_ascii85(written: memoryview) -> memoryview:
    try:
        text = bytes(written).partition(b"~>")[0]
        return memoryview(base64.a85decode(text, ignorechars=_BLANKS))
    except ValueError:
        return written


def _is_deflated(packed: memoryview) -> bool:
    return len(packed) > 1 and packed[0] & 15 == 8 and (packed[0] * 256 + packed[1]) % 31 == 0


def _pieces(packed: memoryview) -> Iterator[bytes]:
    """What is in a stream, piece by piece.  Raises ``Unreadable`` for more than a page has."""
    if not _is_deflated(packed):
        yield bytes(packed)
        return
    unpack = zlib.decompressobj()
    size = position = 0
    pending = b""
    try:
        while not unpack.eof:
            if not pending:
                pending = bytes(packed[position : position + _CHUNK])
                position += _CHUNK
                if not pending:
                    break
            piece = unpack.decompress(pending, _PIECE)
            pending = unpack.unconsumed_tail
            size += len(piece)
            if size > _MOST_IN_STREAM:
                raise unreadable.bomb()
            yield piece
    except zlib.error:
        # Damaged or not packed at all: PDFium makes of it what it can.
        return
