"""A form laid out from what was read, where the file has no table of its own: YAML, JSON, text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sheetlint.messages import html as words
from sheetlint.report.form.grid import HEADING, LABEL, TEXT, TITLE, Box, Form
from sheetlint.report.form.layout import layout
from sheetlint.report.form.places import box_of
from sheetlint.report.html.drawing import Drawn, DrawnCell, DrawnRow, DrawnTable, style, worst
from sheetlint.report.html.numbered import Numbered
from sheetlint.report.html.widths import Content, widths
from sheetlint.run.results import ReportedFinding
from sheetlint.sheet.sheet import Sheet


def draw(
    sheet: Sheet, findings: Sequence[Numbered], secrets: Sequence[ReportedFinding]
) -> Drawn | None:
    """``secrets`` are the findings of personal data, shown or not: their fields are not.

    None where the form does not show the field that holds them.
    """
    form = layout(sheet)
    marks: dict[Box, list[Numbered]] = {}
    for item in findings:
        box = box_of(form, sheet, item.found)
        if box is not None:
            marks.setdefault(box, []).append(item)
    hidden = {box_of(form, sheet, found): found.printed or "" for found in secrets}
    if None in hidden:
        return None
    rows = [
        DrawnRow("", tuple(_cell(box, marks.get(box, []), hidden.get(box)) for box in boxes))
        for boxes in _rows(form)
    ]
    contents = [Content(box.column, box.columns, box.text) for box in form.boxes]
    table = DrawnTable(tuple(rows), widths(contents, len(form.columns)))
    return Drawn((table,), made=True)


def _rows(form: Form) -> list[list[Box]]:
    return [list(boxes) for _, boxes in groupby(form.boxes, lambda box: box.row)]


def _cell(box: Box, marks: Sequence[Numbered], hidden: str | None) -> DrawnCell:
    text = box.text if hidden is None else words.PRIVATE.fill(printed=hidden)
    label = bool(box.text) and box.kind in (HEADING, LABEL)
    classes = style(worst(marks), label, long=box.kind == TEXT, title=box.kind == TITLE)
    return DrawnCell(text, box.columns, box.rows, tuple(marks), classes)
