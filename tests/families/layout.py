"""The blocks that the forms are made of, laid out in columns of the family's own order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tests.families import labels
from tests.families.content import Content
from tests.families.printed import NOTHING, Printed, label, upright
from tests.families.rows import Line
from tests.writing.boxes import Piece, Sketch


class Column(NamedTuple):
    """A column of a block: what stands in it, its names, and how wide it is on the form's grid."""

    role: str
    names: Sequence[str]
    columns: int = 1
    texts: Sequence[str] = ()
    """What stands in a column that no field of the document is made of."""


LEVELS = (
    Column("level1", ("一级指标",)),
    Column("level2", ("二级指标",)),
    Column("level3", ("三级指标",)),
)


def money_label(content: Content, pick: random.Random) -> str:
    """The block's label with the unit in it."""
    return pick.choice(labels.MONEY).format(content.money_unit)


def field_row(sketch: Sketch, *fields: tuple[str, Printed, str], side: int = 1) -> None:
    """Labels and values side by side over the whole width; a label takes ``side`` columns."""
    pieces: list[Piece] = []
    left = sketch.width
    for number, (name, value, field) in enumerate(fields):
        each = left // (len(fields) - number)
        pieces += [Piece(name, side), value.piece(each - side, field=field)]
        left -= each
    sketch.row(*pieces)


def names_rows(sketch: Sketch, content: Content, pick: random.Random, side: int = 1) -> None:
    """Project, department and unit."""
    field_row(sketch, (pick.choice(labels.PROJECT), content.project, "project"), side=side)
    field_row(
        sketch,
        (pick.choice(labels.DEPARTMENT), content.department, "department"),
        (pick.choice(labels.UNIT), content.unit, "unit"),
        side=side,
    )


def funds_block(
    sketch: Sketch,
    content: Content,
    columns: Sequence[Column],
    block: str,
    pick: random.Random,
    *,
    side: int = 1,
    named: int = 1,
    further: int = 0,
) -> None:
    """The block's label at the left over all rows, names of the rows, then ``columns``.

    ``further`` rows of the family's own follow under the same label.
    """
    rows = content.funds.rows
    start = Piece(block, side, len(rows) + 1 + further, "money_unit")
    sketch.row(start, Piece("", named), *(Piece(label(c.names, pick), c.columns) for c in columns))
    for number, fund in enumerate(rows):
        key = "total" if fund.source == "total" else str(number)
        cells = (
            fund.cells.get(c.role, NOTHING).piece(c.columns, field=f"funds.{key}.{c.role}")
            for c in columns
        )
        sketch.row(fund.label.piece(named), *cells)


def goals_block(sketch: Sketch, content: Content, pick: random.Random, side: int = 1) -> None:
    left = (sketch.width - side) // 2
    right = sketch.width - side - left
    sketch.row(
        Piece(pick.choice(labels.GOALS), side, 2),
        Piece(pick.choice(labels.PLANNED), left),
        Piece(pick.choice(labels.RESULTS), right),
    )
    sketch.row(
        content.planned.piece(left, field="planned"), content.actual.piece(right, field="actual")
    )


def table_header(
    block: str, columns: Sequence[Column], rows: int, pick: random.Random, side: int = 1
) -> list[Piece]:
    """The header row, with the block's label over it and the ``rows`` below."""
    names = [Piece(label(c.names, pick), c.columns) for c in columns]
    return [Piece(upright(block, pick), side, rows + 1), *names] if side else names


def table_rows(
    sketch: Sketch,
    lines: Sequence[Line],
    columns: Sequence[Column],
    pick: random.Random,
    *,
    points: bool = True,
    first: int = 0,
) -> None:
    """The rows with their levels merged, repeated on every row, or left out after the first.

    ``points``: first levels may have the points of their rows behind them.
    """
    levels = pick.choice(("merged", "merged", "repeated", "blank"))
    behind = points and pick.random() < 0.3
    for number, line in enumerate(lines):
        pieces: list[Piece] = []
        for column in columns:
            field = f"indicators.{first + number}.{column.role}"
            if column.role in ("level1", "level2"):
                depth = int(column.role[-1])
                again = number > 0 and _levels(lines[number - 1], depth) == _levels(line, depth)
                rows = _run(lines, number, depth) if levels == "merged" else 1
                if again and levels == "merged":
                    continue
                text = "" if again and levels == "blank" else getattr(line, column.role)
                if column.role == "level1" and text and not again:
                    text = _first(
                        text, lines[number : number + _run(lines, number, 1)], behind, pick
                    )
                pieces.append(Piece(text, column.columns, rows, "" if again else field))
            elif column.texts:
                pieces.append(Piece(pick.choice(column.texts), column.columns))
            else:
                pieces.append(_cell(line, column, field))
        sketch.row(*pieces)


def _first(text: str, lines: Sequence[Line], behind: bool, pick: random.Random) -> str:
    """``产出指标（50分）`` and its like, or the label written downwards."""
    weights = [line.weight.value for line in lines]
    if not behind or None in weights:
        return upright(text, pick, 0.1)
    points = f"{sum(Decimal(w) for w in weights if w):f}"
    points = points.rstrip("0").rstrip(".") if "." in points else points
    shapes = ("{}（{}分）", "{}({}分)", "{}\n({})", "{}\n{}分)", "{} ({}分 )")
    return pick.choice(shapes).format(text, points)


def _cell(line: Line, column: Column, field: str) -> Piece:
    if column.role in ("sign", "figure", "unit", "nature", "percent"):
        field = field.replace("figure", "target") if column.role == "figure" else ""
        return Piece(getattr(line.measure, column.role), column.columns, field=field)
    if column.role == "target":
        return Piece(line.measure.target, column.columns, field=field)
    printed = getattr(line, column.role, NOTHING)
    return printed.piece(column.columns, field=field)


def _levels(line: Line, depth: int) -> tuple[str, ...]:
    return (line.level1, line.level2)[:depth]


def _run(lines: Sequence[Line], start: int, depth: int) -> int:
    """How many rows from ``start`` on share its levels."""
    end = start
    while end < len(lines) and _levels(lines[end], depth) == _levels(lines[start], depth):
        end += 1
    return end - start


def total_row(
    sketch: Sketch,
    content: Content,
    columns: Sequence[Column],
    name: str,
    *,
    side: int = 1,
) -> None:
    """Weight and score under their columns, a grade in the column of notes."""
    before = side
    for column in columns:
        if column.role in ("weight", "score"):
            break
        before += column.columns
    pieces = [Piece(name, before)]
    started = False
    for column in columns:
        if column.role in ("weight", "score"):
            started = True
            printed = content.weight if column.role == "weight" else content.score
            pieces.append(printed.piece(column.columns, field=f"total.{column.role}"))
        elif started:
            grade = content.grade if column.role == "note" else NOTHING
            pieces.append(grade.piece(column.columns, field="grade" if grade.text else ""))
    sketch.row(*pieces)


def remark_rows(sketch: Sketch, content: Content, *, side: int = 1) -> None:
    for name, text in content.remarks.items():
        sketch.row(Piece(name, side), Piece(text, sketch.width - side))
