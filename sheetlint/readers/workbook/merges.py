"""Merged ranges of a worksheet: the top left cell stands for all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from sheetlint.sheet.tables import Cell, Row

_FREE = 1_000
"""A range with more rows or columns was drawn over whole columns or rows; it is cut to the rows and
columns in use."""


class MergedRange(NamedTuple):
    """A range, columns from 0, rows from 1, all inclusive."""

    top: int
    left: int
    bottom: int
    right: int


def apply_merges(rows: list[Row], merges: list[MergedRange]) -> Iterator[Row]:
    """The rows with spans on anchors and without the cells that a range covers.

    Rows must be in order.  One sweep: the cost is cells plus ranges, however large the ranges are.
    """
    if not merges or not rows:
        yield from rows
        return
    last_row = rows[-1].number
    last_column = max((row.cells[-1].column for row in rows if row.cells), default=0)
    coming = sorted(merges, reverse=True)
    active: dict[int, MergedRange] = {}
    lefts: list[int] = []
    ends: list[tuple[int, int]] = []
    for row in rows:
        number = row.number
        while coming and coming[-1].top <= number:
            begun = coming.pop()
            if begun.bottom < number:
                continue
            if begun.left not in active:
                insort(lefts, begun.left)
            active[begun.left] = begun
            heappush(ends, (begun.bottom, begun.left))
        while ends and ends[0][0] < number:
            bottom, left = heappop(ends)
            if left in active and active[left].bottom == bottom:
                del active[left]
                del lefts[bisect_left(lefts, left)]
        if not active:
            yield row
            continue
        cells = []
        for cell in row.cells:
            column = cell.column
            at = bisect_right(lefts, column) - 1
            found = active[lefts[at]] if at >= 0 else None
            if found is None or column > found.right:
                cells.append(cell)
            elif column == found.left and number == found.top:
                columns = _span(column, found.right, last_column)
                spanned = _span(number, found.bottom, last_row)
                cells.append(Cell(cell.text, column, columns, spanned, *cell[4:]))
        if cells:
            yield Row(tuple(cells), number, *row[2:])


def _span(first: int, last: int, used: int) -> int:
    if last - first >= _FREE:
        last = max(first, min(last, used))
    return last - first + 1
