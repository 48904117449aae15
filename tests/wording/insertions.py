"""Drawings with a row or a column more than the form has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.writing.boxes import Box, Drawing


def insert_column(drawing: Drawing, at: int, texts: Mapping[int, str]) -> Drawing:
    """A grid column before the column ``at`` with ``texts`` by row; in the other rows the cell at the
    left grows over it."""
    boxes: list[Box] = []
    for box in drawing.boxes:
        end = box.column + box.columns
        if box.column >= at:
            box = box._replace(column=box.column + 1)
        elif end > at or (end == at and box.row not in texts):
            box = box._replace(columns=box.columns + 1)
        boxes.append(box)
    boxes += [Box(row, at, text) for row, text in texts.items()]
    fields = {f: (r, c + (c >= at)) for f, (r, c) in drawing.fields.items()}
    return drawing._replace(boxes=tuple(boxes), fields=fields, width=drawing.width + 1)


def insert_row(
    drawing: Drawing, at: int, cells: Sequence[tuple[str, int]], *, under_block: bool = False
) -> Drawing:
    """A row before the row ``at`` of ``cells`` (text, grid columns).

    ``under_block``: the cell at the left, whose last row is the one above, grows over it.
    """
    boxes: list[Box] = []
    column = 0
    for box in drawing.boxes:
        end = box.row + box.rows
        if box.row >= at:
            box = box._replace(row=box.row + 1)
        elif end > at or (under_block and end == at and box.column == 0):
            box = box._replace(rows=box.rows + 1)
            column = max(column, box.column + box.columns)
        boxes.append(box)
    for text, columns in cells:
        boxes.append(Box(at, column, text, columns))
        column += columns
    fields = {f: (r + (r >= at), c) for f, (r, c) in drawing.fields.items()}
    loose = drawing.loose + (at < drawing.loose)
    return drawing._replace(
        boxes=tuple(boxes), fields=fields, height=drawing.height + 1, loose=loose
    )
