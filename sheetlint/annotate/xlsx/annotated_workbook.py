"""The annotated copy of a workbook: the original with colours and comments in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.annotate.comment_text import format_findings
from sheetlint.annotate.xlsx.comments import add_comments
from sheetlint.annotate.xlsx.findings_list import render_findings_worksheet
from sheetlint.annotate.xlsx.new_worksheet import insert_first_worksheet, unused_worksheet_name
from sheetlint.messages import annotated_workbook as messages
from sheetlint.office.errors import Uneditable
from sheetlint.office.packages import errors_as_uneditable
from sheetlint.office.xlsx.cell_grid import CellGrid, cell_reference
from sheetlint.office.xlsx.elements import int_attribute
from sheetlint.office.xlsx.workbook import Workbook
from sheetlint.readers.limits import LAST_COLUMN, LAST_ROW
from sheetlint.rules.decide import rank
from sheetlint.run.results import FileReport, ReportedFinding


class _MarkedCell(NamedTuple):
    """The cell of a finding; of a merged range the first one."""

    worksheet: str
    row: int
    column: int


def annotate_file(file: FileReport, lang: str) -> bytes:
    """The workbook with its findings.  Raises ``Uneditable`` where it cannot be changed."""
    kept = file.content
    if kept is None:
        raise Uneditable(messages.NOT_KEPT)
    file = file._replace(findings=tuple(f for f in file.findings if f.waived is None))
    with errors_as_uneditable():
        book = Workbook(kept.data)
        grids: dict[str, CellGrid] = {}
        cells = [_find_cell(book, grids, finding) for finding in file.findings]
        _mark(book, grids, zip(cells, file.findings, strict=True), lang)
        links = [_link(cell) for cell in cells]
        name = unused_worksheet_name(book, messages.RESULTS.in_(lang))
        insert_first_worksheet(book, name, render_findings_worksheet(book, file, links, lang))
        return book.parts.to_bytes()


def _find_cell(
    book: Workbook, grids: dict[str, CellGrid], finding: ReportedFinding
) -> _MarkedCell | None:
    """None where the finding is at no cell.  ``grids`` is filled by part of worksheet."""
    name, row, column = finding.where.table, finding.where.row, finding.where.column
    part = book.worksheet_part(name)
    if not part or name is None or row is None or column is None:
        return None
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        return None
    if part not in grids:
        grids[part] = CellGrid(book.parts.edit(part), book.x)
    return _MarkedCell(name, *grids[part].merge_start(row, column))


def _mark(
    book: Workbook,
    grids: dict[str, CellGrid],
    located: Iterable[tuple[_MarkedCell | None, ReportedFinding]],
    lang: str,
) -> None:
    by_cell: dict[_MarkedCell, list[ReportedFinding]] = {}
    for cell, finding in located:
        if cell is not None:
            by_cell.setdefault(cell, []).append(finding)
    texts: dict[str, dict[tuple[int, int], str]] = {}
    for cell, findings in by_cell.items():
        part = book.worksheet_part(cell.worksheet)
        severity = max((finding.severity for finding in findings), key=rank)
        for element in grids[part].merged_cells(cell.row, cell.column):
            style = int_attribute(element, "s")
            element.set("s", str(book.styles.with_fill(style, SEVERITY_COLOURS[severity])))
        texts.setdefault(part, {})[cell.row, cell.column] = format_findings(findings, lang)
    for part, comments in texts.items():
        add_comments(book, part, comments)


def _link(cell: _MarkedCell | None) -> str:
    """The location of a hyperlink to the cell: ``'自评表1'!G8``."""
    if cell is None:
        return ""
    quoted = cell.worksheet.replace("'", "''")
    return f"'{quoted}'!{cell_reference(cell.row, cell.column)}"
