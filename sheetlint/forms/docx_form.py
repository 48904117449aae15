"""An empty form as a document of Word."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from sheetlint.forms.blank_form import BlankForm
from sheetlint.forms.cell_text import printed_text
from sheetlint.messages.visible import visible
from sheetlint.office.packages import open_package, repack
from sheetlint.report.form.grid import FIGURE, HEADING, LABEL, TITLE, Form, FormCell
from sheetlint.report.form.sheet_form import build_form
from sheetlint.system.extras import requires_extra

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.table import _Cell as Cell

_FONT = "宋体"
_CREATED = datetime(2000, 1, 1)
_A4 = (210, 297)
_MARGIN = 15
_GOALS_HEIGHT = 22
"""Millimetres."""
_CENTRED = (HEADING, LABEL, FIGURE)


def write_docx(blank: BlankForm, lang: str) -> bytes:
    with requires_extra("office"):
        import docx
    document = docx.Document()
    _page(document, blank.sheet.title.text)
    form = build_form(blank.sheet)
    # The title and the year stand above the table, as the ministry prints them.
    above = [box for box in form.cells if box.path in ("title", "year")]
    for box in above:
        _line(document, box)
    top = len(above)
    table = document.add_table(form.height - top, len(form.columns), "Table Grid")
    table.autofit = False
    _set_sizes(table, form, top)
    # Taken once: the library goes through the whole table for every cell that is asked of it.
    cells = [row.cells for row in table.rows]
    for box in form.cells[top:]:
        row, column = box.row - top, box.column
        cell = cells[row][column]
        if box.rows > 1 or box.columns > 1:
            cell = cell.merge(cells[row + box.rows - 1][column + box.columns - 1])
        _fill(cell, printed_text(blank, box), box)
    stream = io.BytesIO()
    document.save(stream)
    # The library stamps the parts with the time of day.
    return repack(open_package(stream.getvalue()), {})


def _page(document: Document, title: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _A4)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(9)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    about = document.core_properties
    about.title, about.author, about.comments = title, "sheetlint", ""
    about.created = about.modified = _CREATED


def _line(document: Document, box: FormCell) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(4)
    run = paragraph.add_run(visible(box.text))
    run.bold = box.kind == TITLE
    run.font.size = Pt(16 if box.kind == TITLE else 10)


def _set_sizes(table: Table, form: Form, top: int) -> None:
    """Widths of the columns, and room for the goals."""
    from docx.shared import Mm

    room, whole = _A4[0] - 2 * _MARGIN, sum(form.columns)
    for column, width in zip(table.columns, form.columns, strict=True):
        column.width = Mm(room * width / whole)
        for cell in column.cells:
            cell.width = column.width
    goal = form.find_cell("planned")
    if goal is not None:
        table.rows[goal.row - top].height = Mm(_GOALS_HEIGHT)


def _fill(cell: Cell, text: str, box: FormCell) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    if box.kind in _CENTRED:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run("\n".join(map(visible, text.split("\n"))))
    run.bold = box.kind == HEADING
