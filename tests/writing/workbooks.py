"""Workbooks written by openpyxl: figures as numbers, rates as fractions with a percent format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import openpyxl

from tests.writing.boxes import Drawing
from tests.writing.figures import shown

_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def as_xlsx(*drawings: Drawing, names: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for drawing, name in zip(drawings, names or names_of(drawings), strict=True):
        page = book.create_sheet(name)
        for box in drawing.boxes:
            if not box.text and box.columns == box.rows == 1:
                continue
            cell = page.cell(box.row + 1, box.column + 1)
            figure = shown(box)
            if figure is None:
                cell.value = box.text
                cell.data_type = "s"  # a target such as "=40台" is text, not a formula
            else:
                cell.value, cell.number_format = figure.number, figure.code
            if box.columns > 1 or box.rows > 1:
                page.merge_cells(
                    start_row=box.row + 1,
                    start_column=box.column + 1,
                    end_row=box.row + box.rows,
                    end_column=box.column + box.columns,
                )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_xlsm(*drawings: Drawing) -> bytes:
    """A workbook with macros is another kind of main part, and one part more."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(as_xlsx(*drawings))) as plain,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in plain.namelist():
            content = plain.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(_PLAIN.encode(), _MACROS.encode())
            package.writestr(name, content)
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(508))
    return out.getvalue()


def names_of(drawings: Sequence[Drawing]) -> list[str]:
    return [f"自评表{number}" for number in range(1, len(drawings) + 1)]
