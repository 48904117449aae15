"""The rows of a worksheet in the order in which a person sees them."""

from __future__ import annotations

from operator import lt

from sheetlint.sheet.tables import Cell, Row


def sort_rows(rows: list[Row]) -> list[Row]:
    """Rows by their numbers, and the cells of each by their columns."""
    if not _ascend([row.number for row in rows]):
        rows = sorted(rows, key=lambda row: row.number)
    for index, row in enumerate(rows):
        if not _ascend([cell.column for cell in row.cells]):
            rows[index] = row._replace(cells=_by_column(row.cells))
    return rows


def _ascend(numbers: list[int]) -> bool:
    return all(map(lt, numbers, numbers[1:]))


def _by_column(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Of two cells in the same place the last: a program that corrects a cell appends it."""
    by_column = {cell.column: cell for cell in cells}
    return tuple(by_column[column] for column in sorted(by_column))
