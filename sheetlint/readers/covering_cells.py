"""Finds the cell that covers a place of a table's grid, where cells span rows and columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar


class SpanningCell(Protocol):
    """A cell with its first column and its spans."""

    column: int
    columns: int
    rows: int


C = TypeVar("C", bound=SpanningCell)


def find_covering_cell(
    rows: Mapping[tuple[str, int], Sequence[C]], table: str, row: int, column: int
) -> C | None:
    """The cell over ``row`` and ``column``; None where there is none.

    ``rows`` holds the cells that begin in each row of each table; ``column`` counts from 0."""
    for start in range(row, 0, -1):
        for cell in rows.get((table, start), ()):
            if start + cell.rows > row and cell.column <= column < cell.column + cell.columns:
                return cell
    return None
