"""PDF files laid out by ReportLab: ruled tables whose cells wrap and whose pages break."""

from __future__ import annotations

import io
from html import escape

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from tests.writing.boxes import Drawing, in_table, lines_above

_FONT = "STSong-Light"
_MARGIN = 36
pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
_CELL = ParagraphStyle("cell", fontName=_FONT, fontSize=9, leading=11, wordWrap="CJK")
_LINE = ParagraphStyle("line", parent=_CELL, fontSize=14, leading=20, alignment=1)


def as_pdf(*drawings: Drawing) -> bytes:
    stream = io.BytesIO()
    document = SimpleDocTemplate(
        stream,
        pagesize=landscape(A3),
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
    )
    story: list[object] = []
    for drawing in drawings:
        story += [PageBreak()] * bool(story)
        story += [_paragraph(line, _LINE) for line in lines_above(drawing)]
        story.append(_table(in_table(drawing), document.width))
    document.build(story)
    return stream.getvalue()


def _table(drawing: Drawing, width: float) -> Table:
    cells: list[list[object]] = [[""] * drawing.width for _ in range(drawing.height)]
    style: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    for box in drawing.boxes:
        cells[box.row][box.column] = _paragraph(box.text, _CELL) if box.text else ""
        if box.columns > 1 or box.rows > 1:
            end = box.column + box.columns - 1, box.row + box.rows - 1
            style.append(("SPAN", (box.column, box.row), end))
    return Table(cells, colWidths=[width / drawing.width] * drawing.width, style=style)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text).replace("\n", "<br/>"), style)
