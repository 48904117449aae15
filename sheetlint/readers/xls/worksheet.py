"""One worksheet as xlrd gives it: its rows with their cells, and its merged ranges."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sheetlint.readers import unreadable
from sheetlint.readers.hidden_columns import HiddenRanges
from sheetlint.readers.limits import Limits
from sheetlint.readers.workbook.merges import MergedRange
from sheetlint.readers.workbook.sheets import WorksheetContent
from sheetlint.readers.xls.cells import CellMaker
from sheetlint.sheet.tables import Cell, Row

_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)
"""Kinds of cells, as xlrd numbers them."""


def read_worksheet(
    sheet: Any, name: str, make: CellMaker, uncomputed: frozenset[tuple[int, int]], limits: Limits
) -> WorksheetContent:
    """Rows that are not empty, the merged ranges, and the columns that are hidden.

    ``uncomputed`` are row and column of formulas without a result.  Raises ``Unreadable`` for too
    many cells and too long texts.
    """
    rows: list[Row] = []
    count = 0
    for number in range(sheet.nrows):
        cells = _cells(sheet, number, make, uncomputed)
        count += len(cells)
        if count > limits.max_cells or any(len(cell.text) > limits.max_text for cell in cells):
            raise unreadable.too_big()
        if any(cell.text or not cell.computed for cell in cells):
            rows.append(Row(tuple(cells), number + 1, name, _is_hidden(sheet, number)))
    merges = [
        MergedRange(top + 1, left, below, beyond - 1)
        for top, below, left, beyond in map(_sorted, sheet.merged_cells)
    ]
    return WorksheetContent(rows, merges, _hidden_columns(sheet))


def _cells(
    sheet: Any, row: int, make: CellMaker, uncomputed: frozenset[tuple[int, int]]
) -> list[Cell]:
    cells: list[Cell] = []
    values = sheet.row_values(row)
    for column, kind in enumerate(sheet.row_types(row)):
        if kind in (_EMPTY, _BLANK):
            continue
        if (row, column) in uncomputed:
            cells.append(Cell("", column, computed=False))
            continue
        cell = _cell(make, kind, column, values[column], sheet.cell_xf_index(row, column))
        if cell is not None:
            cells.append(cell)
    return cells


def _cell(make: CellMaker, kind: int, column: int, value: Any, style: int) -> Cell | None:
    if isinstance(value, float):
        # By its value: a number in a style that is not there is no number to xlrd.
        return make.number(column, value, style)
    if kind == _BOOLEAN:
        return make.boolean(column, value, style)
    if kind == _ERROR:
        return make.error(column, value, style)
    return make.text(column, value, style)


def _sorted(found: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """A merged range from its first row and column; the ends are one behind the last."""
    top, below, left, beyond = found
    return min(top, below - 1), max(top + 1, below), min(left, beyond - 1), max(left + 1, beyond)


def _is_hidden(sheet: Any, row: int) -> bool:
    """The row is marked as hidden or has the height 0."""
    info = sheet.rowinfo_map.get(row)
    # Some programs give a height of 0 and say by a flag that it is the usual one.
    return info is not None and bool(
        info.hidden or (info.height == 0 and not info.has_default_height)
    )


def _hidden_columns(sheet: Any) -> HiddenRanges:
    hidden = HiddenRanges()
    columns = (c for c, info in sorted(sheet.colinfo_map.items()) if info.hidden or not info.width)
    # Columns that stand side by side differ from their numbers in a row by the same.
    for _, side_by_side in groupby(enumerate(columns), lambda each: each[1] - each[0]):
        found = [column for _, column in side_by_side]
        hidden.add(found[0], found[-1])
    return hidden
