"""What a binary workbook says before its worksheets: formats, strings, names."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

from sheetlint.readers import refusals
from sheetlint.readers.limits import Limits
from sheetlint.readers.workbook.cells import CellMaker
from sheetlint.readers.workbook.sheets import Listed
from sheetlint.readers.workbook.stored import clean
from sheetlint.readers.workbook.values import Values, format_code
from sheetlint.readers.xls.records import BEGIN, Records
from sheetlint.readers.xls.strings import Texts, shared_strings

_EXCEL_5, _EXCEL_97 = 0x0500, 0x0600
_DATES, _PASSWORD, _CODE_PAGE, _SHEET, _STYLE, _STRINGS, _FORMAT = (
    *(0x0022, 0x002F, 0x0042, 0x0085, 0x00E0, 0x00FC, 0x041E),
)
_WANTED = frozenset((_DATES, _PASSWORD, _CODE_PAGE, _SHEET, _STYLE, _STRINGS, _FORMAT))
_VERSION = struct.Struct("<H")
_NUMBER = struct.Struct("<H")
_SHEET_HEAD = struct.Struct("<IBB")
_WORKSHEET = 0
_MOST_STYLES = 1 << 16


class Book(NamedTuple):
    """What the worksheets need of their workbook."""

    texts: Texts
    maker: CellMaker
    worksheets: list[Listed[int]]
    """With the place in the stream where each begins."""


def read_book(stream: bytes, records: Records, limits: Limits) -> Book:
    """Raises ``Unreadable``, or ``struct.error`` or ``IndexError`` where the stream is damaged."""
    code, _, version = struct.unpack_from("<HHH", stream)
    if code != BEGIN or version not in (_EXCEL_5, _EXCEL_97):
        raise refusals.damaged()
    texts = Texts(unicode=version == _EXCEL_97)
    own: dict[int, str] = {}
    styles: list[int] = []
    strings: list[str] = []
    worksheets: list[Listed[int]] = []
    from_1904 = False
    for code, pieces in records.stretch(0, _WANTED):
        data = pieces[0]
        if code == _PASSWORD:
            raise refusals.encrypted()
        if code == _CODE_PAGE:
            texts.code_page(*_NUMBER.unpack_from(data))
        elif code == _DATES:
            from_1904 = data[0] == 1
        elif code == _FORMAT:
            own[_NUMBER.unpack_from(data)[0]] = texts.format_code(pieces, 2)
        elif code == _STYLE:
            styles.append(_NUMBER.unpack_from(data, 2)[0])
            if len(styles) > _MOST_STYLES:
                raise refusals.damaged()
        elif code == _STRINGS:
            strings = shared_strings(pieces, limits)
        elif code == _SHEET:
            worksheets += _listed(pieces, texts)
    values = Values([format_code(number, own) for number in styles], from_1904)
    return Book(texts, CellMaker(strings, values), worksheets)


def _listed(pieces: list[bytes], texts: Texts) -> Iterable[Listed[int]]:
    """One worksheet; none for a chart or a macro, which are sheets as well."""
    position, state, kind = _SHEET_HEAD.unpack_from(pieces[0])
    if kind == _WORKSHEET:
        yield Listed(clean(texts.short(pieces, _SHEET_HEAD.size)), state & 3 != 0, position)
