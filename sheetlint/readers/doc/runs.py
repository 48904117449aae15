"""Runs: which stretches of the stream have which properties.

Properties of characters and of paragraphs stand on pages of 512 bytes in the stream of the text.  A
page lists where in the same stream its runs begin, and where on the page their properties are.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable

from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits

_PAGE = 512
_NUMBER = 0x3FFFFF
"""Of the four bytes of a page number these bits count."""

FindChanges = Callable[[bytes, int, int], bytes]


class PropertyRuns:
    """The runs of one kind, in the order of the stream."""

    def __init__(
        self, table: bytes, text: bytes, find_changes: FindChanges, limits: Limits
    ) -> None:
        count = max(0, (len(table) - 4) // 8)
        # A page is named once: more names than pages are a trick.
        if count > len(text) // _PAGE + 1:
            raise unreadable.damaged()
        found: list[tuple[int, int, bytes]] = []
        for (number,) in struct.iter_unpack("<I", table[4 * (count + 1) : 8 * count + 4]):
            start = (number & _NUMBER) * _PAGE
            page = text[start : start + _PAGE]
            if len(page) < _PAGE:
                raise unreadable.damaged()
            runs = page[-1]
            places = struct.unpack_from(f"<{runs + 1}I", page)
            for index in range(runs):
                changes = find_changes(page, 4 * (runs + 1), index)
                found.append((places[index], places[index + 1], changes))
            if len(found) > limits.max_tags:
                raise unreadable.too_big()
        found.sort(key=lambda run: run[0])
        self.starts = [start for start, _, _ in found]
        self._runs = found

    def at(self, place: int) -> bytes:
        """The properties of what stands at ``place``; none where no run says anything."""
        index = bisect_right(self.starts, place) - 1
        if index < 0 or place >= self._runs[index][1]:
            return b""
        return self._runs[index][2]

    def ends_at(self, place: int) -> bool:
        """A run ends right before ``place``."""
        index = bisect_right(self.starts, place - 1) - 1
        return index >= 0 and self._runs[index][1] == place


def find_character_changes(page: bytes, behind: int, index: int) -> bytes:
    """A byte for each run says where, in steps of two; 0 is no property at all."""
    at = 2 * page[behind + index]
    return page[at + 1 : at + 1 + page[at]] if at else b""


def find_paragraph_changes(page: bytes, behind: int, index: int) -> bytes:
    """Thirteen bytes for each run; the number of the paragraph's style comes before the rest."""
    at = 2 * page[behind + 13 * index]
    if not at:
        return b""
    size = 2 * page[at] - 1
    if size < 0:
        at += 1
        size = 2 * page[at]
    return page[at + 3 : at + 1 + size]
