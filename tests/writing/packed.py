"""Binary workbooks of the package kind."""

from __future__ import annotations

from collections.abc import Collection

from tests.readers import xlsb
from tests.writing.boxes import Drawing
from tests.writing.figures import shown
from tests.writing.workbooks import names_of


def as_xlsb(
    *drawings: Drawing, hidden_rows: Collection[int] = (), hidden_columns: Collection[int] = ()
) -> bytes:
    """Figures with their formats, texts in the part of shared strings, merged cells."""
    formats = {"General": 0}
    strings: dict[str, int] = {}
    hidden = [xlsb.columns(c, c, hidden=True) for c in sorted(hidden_columns)]
    before = xlsb.record(390) + b"".join(hidden) + xlsb.record(391)
    sheets = []
    for drawing in drawings:
        rows, after = _worksheet(drawing, formats, strings)
        lines = (xlsb.row(n, *cells, hidden=n in hidden_rows) for n, cells in rows.items())
        sheets.append(xlsb.worksheet(b"".join(lines), before, after))
    return xlsb.workbook(
        *sheets, names=names_of(drawings), strings=list(strings), formats=list(formats)
    )


def _worksheet(
    drawing: Drawing, formats: dict[str, int], strings: dict[str, int]
) -> tuple[dict[int, list[bytes]], bytes]:
    """Cells by row, and the merged ranges."""
    rows: dict[int, list[bytes]] = {}
    ranges = b""
    for box in sorted(drawing.boxes, key=lambda box: (box.row, box.column)):
        cells = rows.setdefault(box.row, [])
        figure = shown(box)
        if figure is not None:
            style = formats.setdefault(figure.code, len(formats))
            cells.append(xlsb.number(box.column, figure.number, style))
        elif box.text:
            cells.append(xlsb.shared(box.column, strings.setdefault(box.text, len(strings))))
        if box.rows > 1 or box.columns > 1:
            last = box.row + box.rows - 1, box.column + box.columns - 1
            ranges += xlsb.merged(box.row, last[0], box.column, last[1])
    return rows, xlsb.record(177) + ranges + xlsb.record(178)
