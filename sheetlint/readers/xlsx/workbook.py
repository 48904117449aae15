"""Excel workbooks (.xlsx, .xlsm, .xltx), from Excel, WPS, LibreOffice or a program."""

from __future__ import annotations

from collections.abc import Mapping

from sheetlint.readers.builtin_formats import GENERAL
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Package
from sheetlint.readers.workbook.sheets import (
    WorksheetContent,
    WorksheetEntry,
    build_tables,
    find_part,
    resolve_parts,
)
from sheetlint.readers.workbook.values import ValueFormatter, find_format_code
from sheetlint.readers.xlsx.cells import CellMaker
from sheetlint.readers.xlsx.strings import read_strings
from sheetlint.readers.xlsx.worksheet import read_rows
from sheetlint.sheet.tables import Document


def read_workbook(package: Package, main: str) -> Document:
    """All worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    limits = package.limits
    targets = package.relationships(main)
    found = package.read_outline(main, "sheet", "workbookPr")
    from_1904 = any(
        name == "workbookPr" and attributes.get("date1904") in ("1", "true")
        for name, attributes in found
    )
    values = ValueFormatter(_formats(package, find_part(targets, "styles")), from_1904)
    make = CellMaker(_strings(package, find_part(targets, "sharedStrings")), values)

    def content(part: str, name: str, limits: Limits) -> WorksheetContent:
        return read_rows(package.chunks(part), name, make, limits)

    listed = (_worksheet_entry(attributes) for name, attributes in found if name == "sheet")
    return Document("xlsx", build_tables(resolve_parts(listed, targets), content, limits))


def _worksheet_entry(attributes: Mapping[str, str]) -> WorksheetEntry[str]:
    # The id is ``r:id``, whatever the prefix.
    relationship = next((value for key, value in attributes.items() if key.endswith(":id")), "")
    hidden = attributes.get("state", "visible") != "visible"
    return WorksheetEntry(attributes.get("name", ""), hidden, relationship)


def _strings(package: Package, part: str) -> list[str]:
    return read_strings(package.chunks(part), package.limits) if part in package else []


def _formats(package: Package, part: str) -> list[str]:
    """The number format of every cell style."""
    if part not in package:
        return []
    own: dict[int, str] = {}
    codes: list[str] = []
    inside = False
    # What follows, named styles and conditional formats, is thousands of lines in old workbooks.
    for name, attributes in package.read_outline(part, "numFmt", "cellXfs", "xf", until="cellXfs"):
        number = attributes.get("numFmtId", "0")
        known = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
        if name == "numFmt":
            own[known] = attributes.get("formatCode", GENERAL)
        elif name == "cellXfs":
            inside = True
        elif inside:
            codes.append(find_format_code(known, own))
    return codes
