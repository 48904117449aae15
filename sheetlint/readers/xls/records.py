"""The stream of a binary workbook as records: a code, a length and as many bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sheetlint.readers import refusals
from sheetlint.readers.limits import Limits

BEGIN, END = 0x0809, 0x000A
_CONTINUE = b"\x3c\0"
_HEAD = struct.Struct("<HH")


class Records:
    """Reads stretches of the stream; their records are counted together."""

    def __init__(self, stream: bytes, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
        self._count = 0

    def stretch(self, position: int, wanted: frozenset[int]) -> Iterator[tuple[int, list[bytes]]]:
        """The ``wanted`` records from a beginning to its end: code, content and what continues it.

        Stretches inside it, the charts of a worksheet, are passed over.  Raises ``Unreadable`` for
        too many records, ``struct.error`` where the stream ends first.
        """
        stream, depth = self._stream, 0
        while True:
            code, start, end = self._head(position)
            position = end
            if code == BEGIN:
                depth += 1
            elif code == END:
                depth -= 1
            if not depth:
                if code == END:
                    return
                raise refusals.damaged()
            if depth == 1 and code in wanted:
                pieces = [stream[start:end]]
                while stream.startswith(_CONTINUE, position):
                    _, start, position = self._head(position)
                    pieces.append(stream[start:position])
                yield code, pieces

    def _head(self, position: int) -> tuple[int, int, int]:
        """Code of the record at ``position``, and where its content begins and ends."""
        self._count += 1
        if self._count > self._limits.max_tags:
            raise refusals.too_big()
        code, length = _HEAD.unpack_from(self._stream, position)
        return code, position + _HEAD.size, position + _HEAD.size + length
