"""Spreadsheets with the displayed text and, where it is a figure, the value behind it."""

from __future__ import annotations

import io
import zipfile
from html import escape

from tests.writing.boxes import Box, Drawing
from tests.writing.figures import shown


def as_ods(*drawings: Drawing) -> bytes:
    tables = "".join(_table(d, f"自评表{number}") for number, d in enumerate(drawings, 1))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
            ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
            ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return stream.getvalue()


def _table(drawing: Drawing, name: str) -> str:
    lines = [["<table:table-cell/>"] * drawing.width for _ in range(drawing.height)]
    for box in drawing.boxes:
        for row in range(box.row, box.row + box.rows):
            for column in range(box.column, box.column + box.columns):
                lines[row][column] = "<table:covered-table-cell/>"
        lines[box.row][box.column] = _cell(box)
    rows = "".join(f"<table:table-row>{''.join(line)}</table:table-row>" for line in lines)
    return f'<table:table table:name="{name}">{rows}</table:table>'


def _cell(box: Box) -> str:
    figure = shown(box)
    kind = "string" if figure is None else "percentage" if figure.code.endswith("%") else "float"
    stored = "" if figure is None else f' office:value="{figure.number!r}"'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in box.text.split("\n"))
    return (
        f'<table:table-cell table:number-columns-spanned="{box.columns}"'
        f' table:number-rows-spanned="{box.rows}" office:value-type="{kind}"{stored}>'
        f"{lines}</table:table-cell>"
    )
