"""Pages as web systems save them: title and year above the table, spans as attributes."""

from __future__ import annotations

from html import escape

from tests.writing.boxes import Box, Drawing, in_table, lines_above


def as_html(*drawings: Drawing) -> bytes:
    page = "".join(map(_form, drawings))
    return f"<html><meta charset=gb2312>{page}".encode("gb18030")


def _form(drawing: Drawing) -> str:
    table = in_table(drawing)
    lines = [""] * table.height
    for box in sorted(table.boxes, key=lambda box: (box.row, box.column)):
        lines[box.row] += f"<td{_spans(box)}>{_shown(box.text)}"
    head = "".join(f"<p>{_shown(line)}</p>" for line in lines_above(drawing))
    return f"{head}<table>{'<tr>'.join(['', *lines])}</table>"


def _spans(box: Box) -> str:
    spans = (("colspan", box.columns), ("rowspan", box.rows))
    return "".join(f" {name}={count}" for name, count in spans if count > 1)


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br>")
