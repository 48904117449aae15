"""Stage 5: the cells of a row by the columns of its header, also where the row is shifted.

Text copied from a document loses leading cells, so that its rows are shifted to the left.  Each
possible shift gets a score for how well the cells suit the fields; the best one is used, and where two
are about equally good the row is not certain.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sheetlint.recognise.columns import Columns
from sheetlint.recognise.lines import Line
from sheetlint.sheet.tables import Cell

Fit = Callable[[str, str, str], int]
"""(role, text, key) → how well the text score the role; below 0: badly."""
Missing = Callable[[str], int]
Together = Callable[[Mapping[str, Cell]], int]
"""Cells by field → how well they suit each other; below 0: badly."""

_SHIFTS = (0, -1, -2, 1, -3, 2)
_GRID_PRIOR = 8
_TEXT_PRIOR = 3
_FULL_PRIOR = 6
"""A line of text as long as its header, with its last field filled, is hardly shifted."""
_RUN_PRIOR = 6
_MARGIN = 2
"""The best shift is certain where its score exceeds the next one by this much."""
OUTSIDE = ""
"""The role of a cell that lands in no column."""


class AlignedRow(NamedTuple):
    """The cells of a row by field."""

    cells: dict[str, Cell]
    shift: int
    """Columns by which the row is shifted off the header; negative: to the left."""
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
    """The cells by field under the most plausible shift.

    ``before`` is the shift of the rows above, which is likely that of this row as well.
    """
    measured = line.keeps_empty_fields and line.field_count and columns.field_count
    length_difference = line.field_count - columns.field_count if measured else 0
    candidates: list[tuple[int, AlignedRow]] = []
    for shift in _SHIFTS:
        aligned, total, worst = _align_at(line, columns, shift, fit, missing)
        if together is not None:
            whole = together(aligned.cells)
            total, worst = total + whole, min(worst, whole)
        if shift == 0 == length_difference and not before and worst >= 0:
            return aligned
        prior = _RUN_PRIOR if shift == before else 0
        if line.field_count == 0:
            prior += _GRID_PRIOR if shift == 0 else 0
        elif shift == length_difference or (shift == 0 and length_difference not in _SHIFTS):
            prior += (
                _FULL_PRIOR if length_difference == 0 and _fills_last_field(line) else _TEXT_PRIOR
            )
        candidates.append((total + prior, aligned))
    candidates.sort(key=lambda candidate: -candidate[0])
    score, best = candidates[0]
    other = next((s for s, a in candidates if a.cells != best.cells), -1000)
    return best._replace(certain=score - other >= _MARGIN)


def _fills_last_field(line: Line) -> bool:
    return (
        line.keeps_empty_fields
        and max((c.column + c.columns for c in line.cells), default=0) == line.field_count
    )


def _align_at(
    line: Line, columns: Columns, shift: int, fit: Fit, missing: Missing
) -> tuple[AlignedRow, int, int]:
    """The row under one shift, the sum of its fits, and the worst one."""
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
        score = fit(role, cell.text, name)
        total += score
        if score < worst:
            worst = score
    for role in columns.roles:
        if role not in cells and (score := missing(role)):
            total += score
            worst = min(worst, score)
    return AlignedRow(cells, shift, True, tuple(outside)), total, worst
