"""Binary Excel workbooks (.xlsb), read as ``xlsx`` is.

Of a formula it is known that there is one, and its stored result; its text is not read.
"""

from __future__ import annotations

import struct

from sheetlint.readers import refusals
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Package
from sheetlint.readers.workbook.cells import CellMaker
from sheetlint.readers.workbook.sheets import Content, Listed, part_of, parts, tables
from sheetlint.readers.workbook.stored import clean
from sheetlint.readers.workbook.values import Values, format_code
from sheetlint.readers.xlsb.fields import rich_text, wide_text
from sheetlint.readers.xlsb.records import records
from sheetlint.readers.xlsb.worksheet import read_rows
from sheetlint.tables import Document

_PROPERTIES, _SHEET = 153, 156
_STRING = 19
_FORMAT, _STYLE, _CELL_STYLES, _CELL_STYLES_END = 44, 47, 617, 618
_FROM_1904 = 1
_SHEET_HEAD = struct.Struct("<I4x")


def read_workbook(package: Package, main: str) -> Document:
    """All worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    try:
        return _read(package, main)
    except (struct.error, IndexError) as error:
        # A record that ends before its fields do.
        raise refusals.damaged() from error


def _read(package: Package, main: str) -> Document:
    limits = package.limits
    targets = package.relationships(main)
    listed: list[Listed[str]] = []
    from_1904 = False
    wanted = frozenset((_PROPERTIES, _SHEET))
    for code, data in records(package.chunks(main), wanted, limits):
        if code == _SHEET:
            listed.append(_listed(data))
        else:
            from_1904 = bool(data[0] & _FROM_1904)
    values = Values(_formats(package, part_of(targets, "styles")), from_1904)
    maker = CellMaker(_strings(package, part_of(targets, "sharedStrings")), values)

    def content(part: str, name: str, limits: Limits) -> Content:
        return read_rows(package.chunks(part), name, maker, limits)

    return Document("xlsb", tables(parts(listed, targets), content, limits))


def _listed(data: bytes) -> Listed[str]:
    (state,) = _SHEET_HEAD.unpack_from(data)
    relationship, at = wide_text(data, _SHEET_HEAD.size)
    return Listed(clean(wide_text(data, at)[0]), state != 0, relationship)


def _strings(package: Package, part: str) -> list[str]:
    limits = package.limits
    strings: list[str] = []
    if part in package:
        for _, data in records(package.chunks(part), frozenset((_STRING,)), limits):
            strings.append(rich_text(data))
            if len(strings) > limits.max_cells or len(strings[-1]) > limits.max_text:
                raise refusals.too_big()
    return strings


def _formats(package: Package, part: str) -> list[str]:
    """The number format of every cell style."""
    if part not in package:
        return []
    own: dict[int, str] = {}
    codes: list[str] = []
    inside = False
    wanted = frozenset((_FORMAT, _STYLE, _CELL_STYLES, _CELL_STYLES_END))
    for code, data in records(package.chunks(part), wanted, package.limits):
        if code == _FORMAT:
            own[int.from_bytes(data[:2], "little")] = wide_text(data, 2)[0]
        elif code == _STYLE and inside:
            codes.append(format_code(int.from_bytes(data[2:4], "little"), own))
        elif code == _CELL_STYLES:
            inside = True
        elif code == _CELL_STYLES_END:
            break
    return codes
