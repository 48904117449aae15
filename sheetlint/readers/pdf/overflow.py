"""Texts that are taller than their row: spreadsheets print them over the rows above and below.

Where such a line stands says nothing of the cell it belongs to; the order in which the file writes
does.  Lines written one after the other, each filling the width of its cell, are one text, and the
cell written before it or after it in the same row says which row that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sheetlint.readers.pdf.lattice import Grid, RuledCell
from sheetlint.readers.pdf.runs import Run

_SPACING = 1.7
"""From line to line, in heights of a line."""


class PlacedRun(NamedTuple):
    """A run with the cell in which it stands."""

    run: Run
    cell: int


class _Stretch:
    """Runs of one line, written one after the other into one column."""

    def __init__(self, placed: PlacedRun, index: int) -> None:
        self.cells = [placed.cell]
        self.first = self.end = index
        self.left, self.right = placed.run.left, placed.run.right
        self.top, self.bottom = placed.run.top, placed.run.bottom
        self.size = placed.run.size
        self.end = index + 1

    def add(self, placed: PlacedRun, index: int) -> None:
        self.cells.append(placed.cell)
        self.left, self.right = min(self.left, placed.run.left), max(self.right, placed.run.right)
        self.top, self.bottom = min(self.top, placed.run.top), max(self.bottom, placed.run.bottom)
        self.end = index + 1

    def is_beside(self, run: Run) -> bool:
        shared = min(self.bottom, run.bottom) - max(self.top, run.top)
        return shared > 0.55 * min(self.bottom - self.top, run.size)


def correct_overflow(placed: Sequence[PlacedRun], grid: Grid) -> list[PlacedRun]:
    """The runs with their cells; overflowing texts are assigned to the cells that they belong to."""
    result = list(placed)
    if not any(
        one.cell != other.cell and _column(grid, one.cell) == _column(grid, other.cell)
        for one, other in pairwise(placed)
    ):
        # Nothing goes on in the cell above or below.
        return result
    for block in _blocks(placed, grid):
        cells = {cell for stretch in block for cell in stretch.cells}
        if len(cells) < 2:
            continue
        start, end = block[0].first, block[-1].end
        before = grid.cells[placed[start - 1].cell] if start else None
        after = grid.cells[placed[end].cell] if end < len(placed) else None
        owner = _owner(block, before, after, grid)
        if owner is not None:
            for index in range(start, end):
                result[index] = result[index]._replace(cell=owner)
    return result


def _blocks(placed: Sequence[PlacedRun], grid: Grid) -> list[list[_Stretch]]:
    """Lines under each other in one column, all but the last as wide as it."""
    stretches: list[_Stretch] = []
    for index, one in enumerate(placed):
        last = stretches[-1] if stretches else None
        if (
            last is not None
            and _column(grid, last.cells[-1]) == _column(grid, one.cell)
            and last.is_beside(one.run)
        ):
            last.add(one, index)
        else:
            stretches.append(_Stretch(one, index))
    blocks: list[list[_Stretch]] = []
    for stretch in stretches:
        if blocks and _follows(blocks[-1][-1], stretch, grid):
            blocks[-1].append(stretch)
        else:
            blocks.append([stretch])
    return blocks


def _column(grid: Grid, cell: int) -> tuple[int, int]:
    box = grid.cells[cell]
    return box.column, box.columns


def _follows(above: _Stretch, below: _Stretch, grid: Grid) -> bool:
    column, columns = _column(grid, below.cells[0])
    if _column(grid, above.cells[-1]) != (column, columns):
        return False
    height = above.size
    if not 0.4 * height < below.top - above.top < _SPACING * height:
        return False
    width = grid.xs[column + columns] - grid.xs[column]
    return above.right - above.left > width - 1.5 * height - 3


def _owner(
    block: Sequence[_Stretch], before: RuledCell | None, after: RuledCell | None, grid: Grid
) -> int | None:
    """The cell whose text it is: by the row that is being written, else by where its middle lies.

    LibreOffice writes the cells with several lines after all others, so that only neighbours on
    both sides prove a row.
    """
    column, columns = _column(grid, block[0].cells[0])
    boxes = [grid.cells[cell] for stretch in block for cell in stretch.cells]
    first, last = min(box.row for box in boxes), max(box.row + box.rows for box in boxes)
    cells = {grid.owners[row][column] for row in range(first, last)}
    own = [cell for cell in cells if _column(grid, cell) == (column, columns)]
    if not own:
        return None
    middle = (block[0].top + block[-1].bottom) / 2
    written = [cell for cell in own if _between(before, grid.cells[cell], after)]
    nearest = min(written or own, key=lambda cell: abs(_middle(grid, cell) - middle))
    off = abs(_middle(grid, nearest) - middle)
    return nearest if written or off < 0.4 * block[0].size else None


def _between(before: RuledCell | None, box: RuledCell, after: RuledCell | None) -> bool:
    """The cell written before stands to the left or in the row above, the one after to the right
    or in the row below."""
    if before is None or after is None or box.column in (before.column, after.column):
        return False
    left = before.column < box.column and _share_rows(before, box)
    right = after.column > box.column and _share_rows(after, box)
    if left and right:
        return True
    below = after.row == box.row + box.rows and after.column < box.column
    above = before.row + before.rows == box.row and before.column > box.column
    return (left and below) or (above and right)


def _share_rows(one: RuledCell, other: RuledCell) -> bool:
    return one.row < other.row + other.rows and other.row < one.row + one.rows


def _middle(grid: Grid, cell: int) -> float:
    box = grid.cells[cell]
    return (grid.ys[box.row] + grid.ys[box.row + box.rows]) / 2
