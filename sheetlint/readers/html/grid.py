"""Cells of a web table onto its grid, by the rule that browsers share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sheetlint.readers import unreadable
from sheetlint.readers.html.blocks import HtmlCell, HtmlRow
from sheetlint.readers.limits import Limits

_WIDEST = 1_000
"""Columns that a cell may cover, as in browsers."""
_KEPT = 128
"""Only cells that begin left of it reach into the rows below; Word makes 63 columns, forms 20."""


class GridCell(NamedTuple):
    """A cell on the grid of its table."""

    source: HtmlCell
    column: int
    columns: int
    rows: int


class _Reach(NamedTuple):
    """Columns that a cell of an earlier row covers, and its last row."""

    left: int
    right: int
    last: int


class _OccupiedColumns:
    """The columns into which earlier rows reach; worked out when they change, not for each row."""

    def __init__(self) -> None:
        self._reaches: list[_Reach] = []
        self._ranges: list[tuple[int, int]] = []
        self._until: int | None = 0
        """Last row of the reach that ends first; None after a new one."""

    def add(self, begun: list[_Reach]) -> None:
        self._reaches += begun
        self._until = None

    def at_row(self, index: int) -> list[tuple[int, int]]:
        """First and last columns, in order; neighbours are one range."""
        if self._until is None or (self._reaches and self._until < index):
            self._reaches = sorted(reach for reach in self._reaches if reach.last >= index)
            self._until = min((reach.last for reach in self._reaches), default=0)
            self._ranges = list(_join_ranges(self._reaches))
        return self._ranges


def _join_ranges(reaches: list[_Reach]) -> Iterator[tuple[int, int]]:
    first, last = 0, -1
    for left, right, _ in reaches:
        if left > last + 1:
            if last >= 0:
                yield first, last
            first = left
        last = max(last, right)
    if last >= 0:
        yield first, last


def place_on_grid(rows: list[HtmlRow], limits: Limits) -> Iterator[list[GridCell]]:
    """The cells of each row: every one in the first column that is free."""
    spans = 0
    for _, group in groupby(rows, key=lambda row: row.group):
        members = list(group)
        occupied = _OccupiedColumns()
        for index, row in enumerate(members):
            cells = list(_place_row(row.cells, occupied.at_row(index), len(members) - index))
            yield cells
            begun = [
                _Reach(cell.column, cell.column + cell.columns - 1, index + cell.rows - 1)
                for cell in cells
                if cell.rows > 1 and cell.column < _KEPT
            ]
            if begun:
                spans += len(begun)
                if spans > limits.max_merges:
                    raise unreadable.too_big()
                occupied.add(begun)


def _place_row(
    cells: list[HtmlCell], occupied: list[tuple[int, int]], left: int
) -> Iterator[GridCell]:
    """Cells of one row beside what reaches into it; ``left`` rows remain with this one."""
    column = at = 0
    for cell in cells:
        while at < len(occupied) and occupied[at][0] <= column:
            column = max(column, occupied[at][1] + 1)
            at += 1
        columns = max(1, min(cell.columns, _WIDEST))
        rows = left if cell.rows == 0 else max(1, min(cell.rows, left))
        yield GridCell(cell, column, columns, rows)
        column += columns
