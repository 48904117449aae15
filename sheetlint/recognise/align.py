"""Stage 5: the cells of a row by the columns of its header, also where the row is shifted.

Text copied from a document loses leading cells, so that its rows are shifted to the left.  Each
possible shift gets a score for how well the cells suit the fields; the best one is used, and where two
are about equally good the row is not certain.  A row that has lost its empty cells inside as well is
spread over the columns in every order-keeping way.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from math import comb
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
_PACKED_RUN_PRIOR = 1
"""Rows that have lost their empty cells are each shifted in their own way."""
_GAP_PENALTY = 1
"""For a column that a spread row leaves out between its cells."""
_MOST_SPREADS = 2000
_MARGIN = 2
"""The best shift is certain where its score exceeds the next one by this much."""
_UNSUITABLE = -4
"""Fit of a text that is no value of the field: a row that is not where its header is has been misread
where one of its cells fits so badly."""
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
    packed = is_packed(line, columns)
    run_prior = _PACKED_RUN_PRIOR if packed else _RUN_PRIOR
    candidates: list[_Candidate] = []
    for shift in _SHIFTS:
        aligned, total, worst = _align_at(line, columns, shift, fit, missing)
        if together is not None:
            whole = together(aligned.cells)
            total, worst = total + whole, min(worst, whole)
        if shift == 0 == length_difference and not before and worst >= 0 and not packed:
            return aligned
        # A line that is as long as its header has lost no field.
        whole_line = measured and length_difference == 0
        prior = run_prior if shift == before and not (whole_line and shift) else 0
        if line.field_count == 0:
            prior += _GRID_PRIOR if shift == 0 else 0
        elif shift == length_difference or (shift == 0 and length_difference not in _SHIFTS):
            prior += (
                _FULL_PRIOR if length_difference == 0 and _fills_last_field(line) else _TEXT_PRIOR
            )
        candidates.append(_Candidate(total + prior, aligned, worst))
    spread = list(_spread(line, columns, fit, missing, together)) if packed else []
    candidates = sorted(candidates + spread, key=lambda candidate: -candidate.score)
    best = candidates[0]
    other = next((c.score for c in candidates if c.row.cells != best.row.cells), -1000)
    certain = best.score - other >= _MARGIN
    if packed and (not spread or best.worst <= _UNSUITABLE):
        certain = False
    return best.row._replace(certain=certain)


class _Candidate(NamedTuple):
    """A way to read a row."""

    score: int
    row: AlignedRow
    worst: int
    """The fit of the cell that suits its field worst."""


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
            if cell.column - shift in columns.other_columns:
                continue
        score = fit(role, cell.text, name)
        total += score
        if score < worst:
            worst = score
    for role in columns.roles:
        if role not in cells and (score := missing(role)):
            total += score
            worst = min(worst, score)
    return AlignedRow(cells, shift, True, tuple(outside)), total, worst


def is_packed(line: Line, columns: Columns) -> bool:
    """Whether the line of text may have lost its empty cells: it has none before its last filled one,
    and does not reach to the last column."""
    if not line.field_count:
        return False
    filled = [cell.column for cell in line.row.cells if cell.text.strip()]
    return filled == list(range(len(filled))) and len(filled) <= columns.right


def _spread(
    line: Line, columns: Columns, fit: Fit, missing: Missing, together: Together | None
) -> Iterator[_Candidate]:
    """The cells in their order over any of the columns, with the score of each way.

    A column without a known heading takes any cell.
    """
    roles = [columns.role_by_column.get(at, OUTSIDE) for at in range(columns.field_count)]
    named = list(zip(line.cells, line.keys, strict=True))
    if len(named) > len(roles) or comb(len(roles), len(named)) > _MOST_SPREADS:
        return
    fits = [[fit(role, cell.text, name) if role else 0 for role in roles] for cell, name in named]
    for places in combinations(range(len(roles)), len(named)):
        cells = {roles[at]: cell for at, (cell, _) in zip(places, named, strict=True) if roles[at]}
        own = [row[at] for row, at in zip(fits, places, strict=True)]
        total = sum(own) + sum(missing(role) for role in columns.roles if role not in cells)
        if together is not None:
            total += together(cells)
        shift = 0
        if places:
            between = {roles[at] for at in range(places[0], places[-1])} - {OUTSIDE}
            total -= _GAP_PENALTY * len(between - cells.keys())
            shift = named[-1][0].column - places[-1]
        outside = tuple(c for at, (c, _) in zip(places, named, strict=True) if not roles[at])
        yield _Candidate(total, AlignedRow(cells, shift, True, outside), min(own, default=0))
