"""What PDFium must not be given: streams that unpack to an abnormal size, forms without end.

PDFium cannot be stopped while it reads a page, so the bytes are looked at before it is asked.  This
holds off what is made the usual way.  A file whose dictionaries are disguised can still cost what
PDFium's own bounds allow (1 GiB a stream); only the limits of the worker's process stop that.
"""

from __future__ import annotations

import base64
import re
import zlib
from math import prod

from sheetlint.readers import refusals

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_HEAD = 800
"""Bytes before a stream in which its dictionary stands."""
_MOST_IN_STREAM = 32 << 20
_MOST_IN_ALL = 128 << 20
_MOST_LZW = 64 << 10
"""LZW packs up to 1 : 2,700 and is met in old files only."""
_MOST_DRAWN = 5_000_000
"""Form XObjects drawn, if every form draws all others: ten forms of ten forms each are 10**10."""
_CHUNK = 64 << 10
_PIECE = 1 << 20
_DRAWS = re.compile(rb"(?<![\w/])Do(?!\w)")


def look_for_bombs(data: bytes) -> None:
    """Raises ``Unreadable`` for what unpacks or repeats itself without measure."""
    total = 0
    forms: list[int] = []
    most = 1
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _HEAD) : match.start()]
        head = head[head.rfind(b"obj") + 3 :] if b"obj" in head else head
        if head.count(b"FlateDecode") > 1:
            raise refusals.bomb()
        if b"/Image" in head or b"/Length1" in head:
            # A picture is not unpacked as no page is painted; a font is what it is.
            continue
        end = data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        if b"LZWDecode" in head and end - match.end() > _MOST_LZW:
            raise refusals.bomb()
        size, draws = _inside(_armoured(data, match.end(), end, head))
        total += size
        if total > _MOST_IN_ALL:
            raise refusals.bomb()
        if b"/Form" in head:
            forms.append(draws)
        else:
            most = max(most, draws)
    if most * prod(count for count in forms if count > 1) > _MOST_DRAWN:
        raise refusals.bomb()


def _armoured(data: bytes, start: int, end: int, head: bytes) -> memoryview:
    """The bytes of a stream, taken out of the letters in which old files wrap them."""
    if b"ASCII85Decode" in head:
        try:
            text = data[start:end].partition(b"~>")[0]
            return memoryview(base64.a85decode(text, ignorechars=b" \t\n\r\v\x00"))
        except ValueError:
            pass
    return memoryview(data)[start:end]


def _inside(packed: memoryview) -> tuple[int, int]:
    """The unpacked size of a stream, and how often it draws an object."""
    if len(packed) < 2 or packed[0] & 15 != 8 or (packed[0] * 256 + packed[1]) % 31:
        return len(packed), len(_DRAWS.findall(packed))
    unpack = zlib.decompressobj()
    size = draws = position = 0
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
                raise refusals.bomb()
            if b"Do" in piece:
                draws += len(_DRAWS.findall(piece))
    except zlib.error:
        # Damaged or not packed at all: PDFium makes of it what it can.
        pass
    return size, draws
