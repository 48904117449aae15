"""The records of a binary workbook, looked through before xlrd reads them.

A workbook is a stream of records: a code, a length and as many bytes.  xlrd trusts every one of
them: a hyperlink over a whole worksheet makes it fill a table with 16 million entries.  Here the
records are counted, and those that are not needed get a code that xlrd passes over.
"""

from __future__ import annotations

import codecs
import struct
from collections.abc import Iterator
from typing import NamedTuple

from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits

_BEGIN, _END, _CONTINUE = 0x0809, 0x000A, 0x003C
_PASSWORD, _CODE_PAGE, _SHEET, _STYLE, _STRINGS, _FORMAT = (
    *(0x002F, 0x0042, 0x0085, 0x00E0, 0x00FC, 0x041E),
)
_DATES = 0x0022
_ROW, _COLUMNS, _MERGES = 0x0208, 0x007D, 0x00E5
_PACKED_ROW, _SHARED = 0x00BD, 0x00FD
_FORMULAS = frozenset((0x0006, 0x0206, 0x0406))
_CELLS = _FORMULAS | {0x00D6, 0x0203, 0x0204, 0x0205, 0x027E, _PACKED_ROW, _SHARED}
_RESULTS = frozenset((0x0207, 0x04BC, 0x0221, 0x0236))
"""A text that a formula gives, and what may stand between the two."""
_OF_WORKBOOK = frozenset((_PASSWORD, _CODE_PAGE, _SHEET, _STYLE, _STRINGS, _FORMAT, _DATES))
_OF_WORKSHEET = _CELLS | _RESULTS | {_ROW, _COLUMNS, _MERGES}
_PASSED_OVER = struct.pack("<H", 0x1FFF)
"""A code that no record has."""
_HEAD = struct.Struct("<HH")
_TWO = struct.Struct("<HH")
_NUMBER = struct.Struct("<H")
_COUNTS = struct.Struct("<ii")
_INDEX = struct.Struct("<i")
_FORMULA = struct.Struct("<HHxx8sH")
_ON_LOAD = 2
"""Flag of a formula that is to be computed when Excel opens the file."""
_EXCEL_5, _EXCEL_97 = 0x0500, 0x0600
_WORKSHEET = 0
_MOST_DEFINITIONS = 8_192
"""Styles, formats and worksheets; Excel makes 4,000 styles at most."""
_MOST_PLACES = 4 << 20
"""Places in rows up to the last cell of each: xlrd keeps the empty ones as well."""
_SHORTEST_STRING = 3
_MAC = (10_000, 32_768)
_WINDOWS = (1_252, 32_769)
_CHINESE = "gb18030"
"""It reads gb2312 and gbk too."""


class PreparedStream(NamedTuple):
    """A stream that xlrd may read."""

    stream: bytes
    encoding: str
    """Of texts before Unicode: Chinese, unless another is named."""
    uncomputed: list[frozenset[tuple[int, int]]]
    """Of each worksheet, row and column of formulas without a result."""


def prepare_stream(stream: bytes, limits: Limits) -> PreparedStream:
    """Raises ``Unreadable``, and ``struct.error`` or ``IndexError`` where the stream is damaged."""
    records = _Records(stream, limits)
    code, _, version = struct.unpack_from("<HHH", stream)
    if code != _BEGIN or version not in (_EXCEL_5, _EXCEL_97):
        raise unreadable.damaged()
    encoding = _CHINESE
    places: list[int] = []
    definitions = 0
    for code, start, end in records.stretch(0, _OF_WORKBOOK):
        if code == _PASSWORD:
            raise unreadable.encrypted()
        if code == _CODE_PAGE:
            encoding = _encoding(*_NUMBER.unpack_from(stream, start))
        elif code == _STRINGS:
            records.check_strings(start, end)
        elif code == _SHEET:
            place, _, kind = struct.unpack_from("<IBB", stream, start)
            if kind == _WORKSHEET:
                places.append(place)
        definitions += code in (_STYLE, _FORMAT, _SHEET)
        if definitions > _MOST_DEFINITIONS:
            raise unreadable.damaged()
    # Several entries may name one place, which is read once for each.
    uncomputed = [records.check_worksheet(place) for place in places]
    return PreparedStream(records.filtered(), encoding, uncomputed)


class _Records:
    """Reads stretches of the stream; their records are counted together."""

    def __init__(self, stream: bytes, limits: Limits) -> None:
        self._stream = stream
        self._filtered = bytearray(stream)
        self._limits = limits
        self._count = 0
        self._places = 0

    def filtered(self) -> bytes:
        return bytes(self._filtered)

    def stretch(self, position: int, wanted: frozenset[int]) -> Iterator[tuple[int, int, int]]:
        """The ``wanted`` records from a beginning to its end: code, start and end of the content.

        Stretches inside it, the charts of a worksheet, are passed over.  Raises ``Unreadable`` for
        too many records, ``struct.error`` where the stream ends first.
        """
        depth, kept = 0, False
        while True:
            self._count += 1
            if self._count > self._limits.max_tags:
                raise unreadable.too_big()
            code, length = _HEAD.unpack_from(self._stream, position)
            start = position + _HEAD.size
            if code == _BEGIN:
                depth += 1
            elif code == _END:
                depth -= 1
            if not depth:
                if code == _END:
                    return
                raise unreadable.damaged()
            if code != _CONTINUE:
                kept = depth == 1 and (code in wanted or code == _BEGIN)
            if not kept:
                self._pass_over(position)
            elif code in wanted:
                yield code, start, start + length
            position = start + length

    def _pass_over(self, position: int) -> None:
        self._filtered[position : position + _NUMBER.size] = _PASSED_OVER

    def check_strings(self, start: int, end: int) -> None:
        """The table of shared strings says how many there are."""
        _, count = _COUNTS.unpack_from(self._stream, start)
        position = end
        while True:
            code, length = _HEAD.unpack_from(self._stream, position)
            if code != _CONTINUE:
                break
            position += _HEAD.size + length
        size = position - start - _COUNTS.size
        if not size:
            # Some programs leave the number of strings behind when they take the strings out.
            self._pass_over(start - _HEAD.size)
        elif count > self._limits.max_cells:
            raise unreadable.too_big()
        elif count * _SHORTEST_STRING > size:
            raise unreadable.damaged()

    def check_worksheet(self, place: int) -> frozenset[tuple[int, int]]:
        """Row and column of the formulas without a result."""
        stream = self._stream
        uncomputed: set[tuple[int, int]] = set()
        widths: dict[int, int] = {}
        merges = height = 0
        for code, start, end in self.stretch(place, _OF_WORKSHEET):
            if code in _CELLS:
                row, column = _TWO.unpack_from(stream, start)
                if code == _SHARED and _INDEX.unpack_from(stream, start + 6)[0] < 0:
                    raise unreadable.damaged()
                if code == _PACKED_ROW:
                    (column,) = _NUMBER.unpack_from(stream, end - _NUMBER.size)
                uncomputed.discard((row, column))
                if code in _FORMULAS and self._has_no_result(start):
                    uncomputed.add((row, column))
                widths[row] = max(column + 1, widths.get(row, 0))
            elif code == _MERGES:
                (count,) = _NUMBER.unpack_from(stream, start)
                merges += count
                if merges > self._limits.max_merges:
                    raise unreadable.too_big()
                # xlrd makes rows down to the last that is merged.
                bottoms = (_TWO.unpack_from(stream, start + 2 + 8 * n)[1] for n in range(count))
                height = max(height, *bottoms)
        self._places += sum(widths.values()) + max(height, *widths, 0)
        if self._places > _MOST_PLACES:
            raise unreadable.too_big()
        return frozenset(uncomputed)

    def _has_no_result(self, start: int) -> bool:
        """A program without a calculator writes 0 and leaves the sum to Excel."""
        _, _, result, flags = _FORMULA.unpack_from(self._stream, start)
        return bool(flags & _ON_LOAD) and result == bytes(8)


def _encoding(code_page: int) -> str:
    if code_page in _MAC:
        return "mac_roman"
    if code_page in _WINDOWS:
        return "cp1252"
    if code_page == 936:
        return _CHINESE
    try:
        return codecs.lookup(f"cp{code_page}").name
    except LookupError:
        return _CHINESE
