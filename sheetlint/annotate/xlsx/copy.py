"""The annotated copy of a workbook: the original itself, with colours and comments in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sheetlint.annotate.colours import SHADES
from sheetlint.annotate.comment_text import comments
from sheetlint.annotate.xlsx.comments import annotate
from sheetlint.annotate.xlsx.findings_list import worksheet
from sheetlint.annotate.xlsx.new_worksheet import put_first, unused
from sheetlint.messages import annotated_workbook as words
from sheetlint.office.errors import Uneditable
from sheetlint.office.packages import errors_as_uneditable
from sheetlint.office.xlsx.cell_grid import CellGrid, cell_reference
from sheetlint.office.xlsx.elements import int_attribute
from sheetlint.office.xlsx.workbook import Workbook
from sheetlint.readers.limits import LAST_COLUMN, LAST_ROW
from sheetlint.rules.decide import rank
from sheetlint.run.results import FileReport, ReportedFinding


class _Spot(NamedTuple):
    """A cell with all that is said of it."""

    worksheet: str
    row: int
    column: int


def annotated(file: FileReport, lang: str) -> bytes:
    """The workbook with its findings.  Raises ``Uneditable`` where it must not be touched."""
    kept = file.content
    if kept is None:
        raise Uneditable(words.NOT_KEPT)
    file = file._replace(findings=tuple(f for f in file.findings if f.waived is None))
    with errors_as_uneditable():
        book = Workbook(kept.data)
        grids: dict[str, CellGrid] = {}
        spots = [_spot(book, grids, found) for found in file.findings]
        _mark(book, grids, zip(spots, file.findings, strict=True), lang)
        links = [_link(spot) for spot in spots]
        name = unused(book, words.RESULTS.in_(lang))
        put_first(book, name, worksheet(book, file, links, lang))
        return book.parts.to_bytes()


def _spot(book: Workbook, grids: dict[str, CellGrid], found: ReportedFinding) -> _Spot | None:
    name, row, column = found.where.table, found.where.row, found.where.column
    part = book.worksheet_part(name)
    if not part or name is None or row is None or column is None:
        return None
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        return None
    if part not in grids:
        grids[part] = CellGrid(book.parts.edit(part), book.x)
    return _Spot(name, *grids[part].merge_start(row, column))


def _mark(
    book: Workbook,
    grids: dict[str, CellGrid],
    found: Iterable[tuple[_Spot | None, ReportedFinding]],
    lang: str,
) -> None:
    said: dict[_Spot, list[ReportedFinding]] = {}
    for spot, finding in found:
        if spot is not None:
            said.setdefault(spot, []).append(finding)
    texts: dict[str, dict[tuple[int, int], str]] = {}
    for spot, findings in said.items():
        part = book.worksheet_part(spot.worksheet)
        severity = max((finding.severity for finding in findings), key=rank)
        for cell in grids[part].merged_cells(spot.row, spot.column):
            cell.set("s", str(book.styles.with_fill(int_attribute(cell, "s"), SHADES[severity])))
        texts.setdefault(part, {})[spot.row, spot.column] = comments(findings, lang)
    for part, by_place in texts.items():
        annotate(book, part, by_place)


def _link(spot: _Spot | None) -> str:
    """As hyperlinks name a cell: the worksheet is quoted, whatever it is called."""
    if spot is None:
        return ""
    quoted = spot.worksheet.replace("'", "''")
    return f"'{quoted}'!{cell_reference(spot.row, spot.column)}"
