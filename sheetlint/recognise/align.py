"""Holding a row against its header: which cell is which field, when columns have slipped.

Text copied out of a document loses leading cells, and its rows slip to the left.  Each possible
slip is scored by how well the cells suit the fields they would land in; the best one wins, and
where two readings are equally good the row is in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sheetlint.recognise.columns import Columns
from sheetlint.recognise.lines import Line
from sheetlint.sheet.tables import Cell

Fit = Callable[[str, str, str], int]
"""(role, text, key) → how well the text suits the role."""
Missing = Callable[[str], int]
Together = Callable[[Mapping[str, Cell]], int]
"""Cells by field → how well they suit each other; below 0: badly."""

_SHIFTS = (0, -1, -2, 1, -3, 2)
_GRID_PRIOR = 8
_TEXT_PRIOR = 3
_FULL_PRIOR = 6
"""A line of text as long as its header, with its last field filled, has hardly slipped."""
_RUN_PRIOR = 6
_MARGIN = 2
"""A reading must be this much better than the next one to be believed."""
OUTSIDE = ""
"""The role of a cell that lands in no column."""


class AlignedRow(NamedTuple):
    """The row's cells by field."""

    cells: dict[str, Cell]
    shift: int
    """How far the row stands off the header; negative: to the left."""
    certain: bool
    outside: tuple[Cell, ...]
    """Cells in no column of the header."""


def align(
    line: Line,
    columns: Columns,
    fit: Fit,
    missing: Missing,
    before: int | None = None,
    together: Together | None = None,
) -> AlignedRow:
    """The best reading of a row.

    ``before`` is the slip that the rows above make likely: slips come in runs.
    """
    measured = line.keeps_empty_fields and line.field_count and columns.field_count
    slipped = line.field_count - columns.field_count if measured else 0
    readings: list[tuple[int, AlignedRow]] = []
    for shift in _SHIFTS:
        aligned, total, worst = _at(line, columns, shift, fit, missing)
        if together is not None:
            whole = together(aligned.cells)
            total, worst = total + whole, min(worst, whole)
        if shift == 0 == slipped and not before and worst >= 0:
            return aligned
        prior = _RUN_PRIOR if shift == before else 0
        if line.field_count == 0:
            prior += _GRID_PRIOR if shift == 0 else 0
        elif shift == slipped or (shift == 0 and slipped not in _SHIFTS):
            prior += _FULL_PRIOR if slipped == 0 and _full(line) else _TEXT_PRIOR
        readings.append((total + prior, aligned))
    readings.sort(key=lambda reading: -reading[0])
    score, best = readings[0]
    other = next((s for s, a in readings if a.cells != best.cells), -1000)
    return best._replace(certain=score - other >= _MARGIN)


def _full(line: Line) -> bool:
    return (
        line.keeps_empty_fields
        and max((c.column + c.columns for c in line.cells), default=0) == line.field_count
    )


def _at(
    line: Line, columns: Columns, shift: int, fit: Fit, missing: Missing
) -> tuple[AlignedRow, int, int]:
    """One reading, how well it suits in all, and how badly at its worst."""
    cells: dict[str, Cell] = {}
    outside: list[Cell] = []
    total = worst = 0
    role_at = columns.role_by_column.get
    for cell, name in zip(line.cells, line.keys, strict=True):
        role = role_at(cell.column - shift, OUTSIDE)
        if role in cells:
            role = OUTSIDE
        if role:
            cells[role] = cell
        else:
            outside.append(cell)
        suits = fit(role, cell.text, name)
        total += suits
        if suits < worst:
            worst = suits
    for role in columns.roles:
        if role not in cells and (suits := missing(role)):
            total += suits
            worst = min(worst, suits)
    return AlignedRow(cells, shift, True, tuple(outside)), total, worst
