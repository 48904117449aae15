"""A form drawn as cells with spans: what writers write and what stands where.

A form is sketched row by row, cell after cell, the way a page describes a table: a cell that reaches
down pushes the cells of the rows below it to the right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple


class Box(NamedTuple):
    """A cell of the drawing; rows and columns from 0."""

    row: int
    column: int
    text: str
    columns: int = 1
    rows: int = 1
    stored: Fraction | None = None
    """The figure that a workbook keeps behind the text, where it has more digits."""


class Drawing(NamedTuple):
    """The form as boxes, and the box of every field."""

    boxes: tuple[Box, ...]
    fields: dict[str, tuple[int, int]]
    height: int
    width: int
    loose: int = 0
    """Rows at the top that a document prints as lines above its table."""


class Piece(NamedTuple):
    """A cell before it has a place."""

    text: str = ""
    columns: int = 1
    rows: int = 1
    field: str = ""
    stored: Fraction | None = None


class Sketch:
    """A drawing in the making.  ``edits`` are texts for fields, put in instead of their own."""

    def __init__(self, width: int, edits: Mapping[str, str] | None = None) -> None:
        self.width = width
        self.height = 0
        self._edits = dict(edits or {})
        self._boxes: list[Box] = []
        self._fields: dict[str, tuple[int, int]] = {}
        self._taken: set[tuple[int, int]] = set()

    def row(self, *pieces: Piece | str) -> None:
        """The next row.  What its pieces leave free at the right stays empty."""
        column = 0
        for piece in pieces:
            piece = Piece(piece) if isinstance(piece, str) else piece
            while (self.height, column) in self._taken:
                column += 1
            self._put(column, piece)
            column += piece.columns
        over = max((c for r, c in self._taken if r == self.height), default=-1)
        if over >= self.width:
            raise ValueError(f"row {self.height} has {over + 1} columns and not {self.width}")
        self.height += 1

    def _put(self, column: int, piece: Piece) -> None:
        text = self._edits.pop(piece.field, piece.text) if piece.field else piece.text
        if piece.field:
            self._fields[piece.field] = (self.height, column)
        stored = piece.stored if text == piece.text else None
        box = Box(self.height, column, text, piece.columns, piece.rows, stored)
        self._boxes.append(box)
        self._taken |= {
            (self.height + r, column + c) for r in range(piece.rows) for c in range(piece.columns)
        }

    def done(self, loose: int = 0) -> Drawing:
        if self._edits:
            raise ValueError(f"the form has no {', '.join(self._edits)}")
        reached = max((row for row, _ in self._taken), default=-1) + 1
        if reached > self.height:
            raise ValueError("a cell reaches below the last row")
        return Drawing(tuple(self._boxes), self._fields, self.height, self.width, loose)


def grid_of(drawing: Drawing) -> list[list[str]]:
    """Texts row by row; covered cells are empty."""
    grid = [[""] * drawing.width for _ in range(drawing.height)]
    for box in drawing.boxes:
        grid[box.row][box.column] = box.text
    return grid


def lines_above(drawing: Drawing) -> list[str]:
    """What a document prints before its table."""
    return [box.text for box in drawing.boxes if box.row < drawing.loose]


def in_table(drawing: Drawing) -> Drawing:
    """The table of a document alone, its first row being row 0."""
    boxes = tuple(
        b._replace(row=b.row - drawing.loose) for b in drawing.boxes if b.row >= drawing.loose
    )
    return drawing._replace(boxes=boxes, height=drawing.height - drawing.loose, loose=0)


def stacked(drawings: Sequence[Drawing], gap: int = 1) -> Drawing:
    """Several forms below each other in one worksheet.  The places of fields are left out."""
    boxes: list[Box] = []
    height = 0
    for drawing in drawings:
        boxes += [box._replace(row=box.row + height) for box in drawing.boxes]
        height += drawing.height + gap
    return Drawing(tuple(boxes), {}, height - gap, max(d.width for d in drawings))
