"""A form laid out from what was read, where the file has no table of its own: YAML, JSON, text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sheetlint.messages import html as messages
from sheetlint.report.form.finding_cells import find_finding_cell
from sheetlint.report.form.grid import HEADING, LABEL, TEXT, TITLE, Form, FormCell
from sheetlint.report.form.sheet_form import build_form
from sheetlint.report.html.drawn_form import (
    DrawnCell,
    DrawnForm,
    DrawnRow,
    DrawnTable,
    cell_classes,
    worst_severity,
)
from sheetlint.report.html.numbered_findings import NumberedFinding
from sheetlint.report.html.widths import CellText, column_widths
from sheetlint.run.results import ReportedFinding
from sheetlint.sheet.sheet import Sheet


def draw_form(
    sheet: Sheet, findings: Sequence[NumberedFinding], secrets: Sequence[ReportedFinding]
) -> DrawnForm | None:
    """``secrets`` are the findings of personal data, shown or not: their fields are not.

    None where the form does not show the field that holds them.
    """
    form = build_form(sheet)
    marks: dict[FormCell, list[NumberedFinding]] = {}
    for item in findings:
        cell = find_finding_cell(form, sheet, item.found)
        if cell is not None:
            marks.setdefault(cell, []).append(item)
    hidden = {find_finding_cell(form, sheet, found): found.printed or "" for found in secrets}
    if None in hidden:
        return None
    rows = [
        DrawnRow("", tuple(_cell(cell, marks.get(cell, []), hidden.get(cell)) for cell in cells))
        for cells in _rows(form)
    ]
    contents = [CellText(cell.column, cell.columns, cell.text) for cell in form.cells]
    table = DrawnTable(tuple(rows), column_widths(contents, len(form.columns)))
    return DrawnForm((table,), made=True)


def _rows(form: Form) -> list[list[FormCell]]:
    return [list(cells) for _, cells in groupby(form.cells, lambda cell: cell.row)]


def _cell(cell: FormCell, marks: Sequence[NumberedFinding], hidden: str | None) -> DrawnCell:
    text = cell.text if hidden is None else messages.PRIVATE.fill(printed=hidden)
    label = bool(cell.text) and cell.kind in (HEADING, LABEL)
    classes = cell_classes(
        worst_severity(marks), label, long=cell.kind == TEXT, title=cell.kind == TITLE
    )
    return DrawnCell(text, cell.columns, cell.rows, tuple(marks), classes)
