"""Excel workbooks (.xlsx, .xlsm, .xltx), from Excel, WPS, LibreOffice or a program."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.readers import refusals
from sheetlint.readers.builtinformats import BUILTIN, GENERAL
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Package, Relationship
from sheetlint.readers.xlsx.blanks import without_blanks
from sheetlint.readers.xlsx.cells import CellMaker
from sheetlint.readers.xlsx.merges import merge
from sheetlint.readers.xlsx.strings import read_strings
from sheetlint.readers.xlsx.worksheet import read_rows
from sheetlint.readers.xmlstream import outline
from sheetlint.tables import Document, Table


def read_workbook(package: Package, main: str) -> Document:
    """All worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    limits = package.limits
    targets = package.relationships(main)
    sheets = outline(package.chunks(main), ("sheet", "workbookPr"), limits)
    from_1904 = any(
        name == "workbookPr" and attributes.get("date1904") in ("1", "true")
        for name, attributes in sheets
    )
    make = CellMaker(_strings(package, targets), _formats(package, targets), from_1904)
    tables: list[Table] = []
    left = limits.max_cells
    for name, attributes in sheets:
        target = targets.get(_relationship_id(attributes))
        # Charts and dialogs are sheets as well, without cells.
        if name != "sheet" or target is None or target.kind != "worksheet":
            continue
        table = _table(package, target.target, attributes, make, left)
        left -= sum(len(row.cells) for row in table.rows)
        tables.append(table)
    if not tables:
        raise refusals.damaged()
    return Document("xlsx", tuple(tables))


def _table(
    package: Package, part: str, attributes: dict[str, str], make: CellMaker, left: int
) -> Table:
    name = attributes.get("name", "")
    limits = package.limits._replace(max_cells=left)
    rows, merges, columns = read_rows(without_blanks(package.chunks(part)), name, make, limits)
    hidden = attributes.get("state", "visible") != "visible"
    return Table(name, tuple(merge(rows, merges)), hidden, tuple(columns))


def _relationship_id(attributes: dict[str, str]) -> str:
    """The value of ``r:id``, whatever the prefix."""
    return next((value for key, value in attributes.items() if key.endswith(":id")), "")


def _parts(targets: dict[str, Relationship], kind: str) -> Iterator[str]:
    return (target.target for target in targets.values() if target.kind == kind)


def _strings(package: Package, targets: dict[str, Relationship]) -> list[str]:
    part = next(_parts(targets, "sharedStrings"), "")
    return read_strings(package.chunks(part), package.limits) if part in package else []


def _formats(package: Package, targets: dict[str, Relationship]) -> list[str]:
    """The number format of every cell style."""
    part = next(_parts(targets, "styles"), "")
    if part not in package:
        return []
    return _format_codes(package, part, package.limits)


def _format_codes(package: Package, part: str, limits: Limits) -> list[str]:
    own: dict[str, str] = {}
    codes: list[str] = []
    inside = False
    wanted = ("numFmt", "cellXfs", "xf")
    # What follows, named styles and conditional formats, is thousands of lines in old workbooks.
    for name, attributes in outline(package.chunks(part), wanted, limits, until="cellXfs"):
        if name == "numFmt":
            own[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)
        elif name == "cellXfs":
            inside = True
        elif inside:
            number = attributes.get("numFmtId", "0")
            codes.append(own.get(number) or _builtin(number))
    return codes


def _builtin(number: str) -> str:
    return BUILTIN.get(int(number), GENERAL) if number.isascii() and number.isdigit() else GENERAL
