"""Word files: title and year as paragraphs, the rest as one table, merges as Word writes them."""

from __future__ import annotations

import io
from html import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.writing.boxes import Box, Drawing, in_table, lines_above


def as_docx(*drawings: Drawing) -> bytes:
    document = docx.Document()
    for drawing in drawings:
        for line in lines_above(drawing):
            document.add_paragraph(line)
        # The table goes before the last paragraph's successor: the section properties end the body.
        document.element.body.insert(-1, parse_xml(_table(in_table(drawing))))
        document.add_paragraph("")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(drawing: Drawing) -> str:
    owner = {
        (box.row + r, box.column + c): box
        for box in drawing.boxes
        for r in range(box.rows)
        for c in range(box.columns)
    }
    lines = []
    for row in range(drawing.height):
        cells, column = [], 0
        while column < drawing.width:
            box = owner.get((row, column)) or Box(row, column, "")
            cells.append(_cell(box, row))
            column += box.columns
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = '<w:gridCol w:w="900"/>' * drawing.width
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def _cell(box: Box, row: int) -> str:
    about = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    if box.rows > 1:
        about += '<w:vMerge w:val="restart"/>' if row == box.row else "<w:vMerge/>"
    text = box.text if row == box.row else ""
    content = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:tc><w:tcPr>{about}</w:tcPr><w:p><w:r>{content}</w:r></w:p></w:tc>"
