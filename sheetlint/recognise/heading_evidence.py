"""The roles of headings whose words say nothing, by what stands below and beside them.

A heading gets a role only where it is the one that fits the role, and the role the one that fits it:
figures that add up to the sum printed below them are weights or scores, scores do not exceed the
weights beside them, results look like the targets beside them, and notes stand where points were lost.
What that does not decide stays undecided.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from sheetlint.recognise.columns import Columns
from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.recognise.lines import Line
from sheetlint.recognise.row_fit import is_measure
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.numbers.parse import is_dash, parse_number
from sheetlint.sheet.tables import Cell

JUDGED_ROLES = ("target", "actual", "weight", "score", "note")
LEVEL_ROLES = ("level1", "level2", "level3")
_FEWEST = 3
"""Filled cells of a column that are evidence of its role."""
_MOST_POINTS = _WHOLE = Decimal(100)
_MOST_OF_BUDGET = 20
"""Points of the budget row, which stand in the funds and not in the column."""

_Column = Mapping[int, str]
"""The texts of a column by the index of their line."""


def place_by_evidence(
    columns: Columns,
    unknown: Sequence[Cell],
    body: Sequence[Line],
    total: Line | None,
    lexicon: Lexicon,
) -> dict[str, Cell]:
    """The headings of an indicator table that have a role by evidence, by role.

    ``body`` are the lines of the indicators, ``total`` is the row 总分 below them.
    """
    placed = _place_levels(columns, unknown, body, lexicon)
    known = {role: _texts(body, columns.first_column(role)) for role in columns.roles}
    # Scores are known by the weights beside them, results by the targets: in this order.
    for role in ("weight", "score", "target", "actual", "note"):
        if role in columns.roles or role in placed:
            continue
        fitting = [
            cell
            for cell in unknown
            if cell not in placed.values()
            and _FITS[role](_texts(body, cell.column), cell, known, columns, total)
        ]
        if len(fitting) == 1:
            placed[role] = fitting[0]
            known[role] = _texts(body, fitting[0].column)
    return placed


def _place_levels(
    columns: Columns, unknown: Sequence[Cell], body: Sequence[Line], lexicon: Lexicon
) -> dict[str, Cell]:
    """The headings of the levels: above names of first levels, of second ones, and of indicators."""
    right = columns.first_column("target") or columns.first_column("actual")
    left = [cell for cell in unknown if cell.column < right]
    texts = {cell: _texts(body, cell.column) for cell in left}
    placed: dict[str, Cell] = {}
    for role, is_name in (("level1", lexicon.is_first_level), ("level2", lexicon.is_second_level)):
        fitting = [
            cell
            for cell in left
            if role not in columns.roles
            and texts[cell]
            and cell not in placed.values()
            and _most([is_name(label_key(text)) for text in texts[cell].values()])
        ]
        if len(fitting) == 1:
            placed[role] = fitting[0]
    names = [
        cell
        for cell in left
        if cell not in placed.values()
        and len(texts[cell]) >= max(_FEWEST, len(body) // 2)
        and _most([not is_measure(text) for text in texts[cell].values()])
    ]
    if "level3" not in columns.roles and len(names) == 1:
        placed["level3"] = names[0]
    return placed


def _most(answers: Collection[bool]) -> bool:
    """Whether two thirds of the answers are yes."""
    return sum(answers) * 3 >= len(answers) * 2


def _texts(lines: Sequence[Line], column: int) -> _Column:
    return {
        at: cell.text
        for at, line in enumerate(lines)
        for cell in line.cells
        if cell.column == column
    }


def _points(column: _Column) -> dict[int, Decimal] | None:
    """The points in a column; None where something else stands in it, or too little."""
    found: dict[int, Decimal] = {}
    for at, text in column.items():
        if is_dash(text):
            continue
        number = parse_number(text)
        if number is None or number.percent or not 0 <= number.value <= _MOST_POINTS:
            return None
        found[at] = number.value
    return found if len(found) >= _FEWEST else None


def _fits_weight(
    column: _Column, cell: Cell, known: Mapping[str, _Column], columns: Columns, total: Line | None
) -> bool:
    points = _points(column)
    if points is None:
        return False
    scores = _points(known.get("score", {}))
    if scores is None:
        # Weights make a hundred; a hundred of scores cannot be told from them.
        return _sum_below(points, cell, total) == _WHOLE
    return _exceeds_nowhere(scores, points) and _sum_below(points, cell, total) is not None


def _fits_score(
    column: _Column, cell: Cell, known: Mapping[str, _Column], columns: Columns, total: Line | None
) -> bool:
    points = _points(column)
    printed = None if points is None else _sum_below(points, cell, total)
    if points is None or printed is None:
        return False
    if "weight" not in known:
        return printed < _WHOLE
    weights = _points(known["weight"])
    right = cell.column > columns.first_column("weight")
    return right and weights is not None and _exceeds_nowhere(points, weights)


def _sum_below(points: Mapping[int, Decimal], cell: Cell, total: Line | None) -> Decimal | None:
    """The figure below the points where they make it, but for those of the budget row; else None."""
    below = next((c for c in total.cells if c.column == cell.column), None) if total else None
    printed = parse_number(below.text) if below else None
    if printed is None or not 0 <= printed.value - sum(points.values()) <= _MOST_OF_BUDGET:
        return None
    return printed.value


def _exceeds_nowhere(scores: Mapping[int, Decimal], weights: Mapping[int, Decimal]) -> bool:
    shared = scores.keys() & weights.keys()
    return len(shared) >= _FEWEST and all(scores[at] <= weights[at] for at in shared)


def _fits_target(
    column: _Column, cell: Cell, known: Mapping[str, _Column], columns: Columns, total: Line | None
) -> bool:
    right = columns.first_column("actual")
    beside = cell.column < right and not _known_between(cell.column, right, columns)
    return beside and _looks_alike(column, known.get("actual", {}))


def _fits_actual(
    column: _Column, cell: Cell, known: Mapping[str, _Column], columns: Columns, total: Line | None
) -> bool:
    left = columns.last_columns.get("target")
    if left is None or cell.column < left or _known_between(left, cell.column, columns):
        return False
    return _looks_alike(column, known.get("target", {}))


def _known_between(left: int, right: int, columns: Columns) -> bool:
    return any(left < column < right for column in columns.role_by_column)


def _looks_alike(one: _Column, other: _Column) -> bool:
    """Whether two columns hold figures of one kind in the same rows, most of them in the same unit."""
    shared = [at for at in one if at in other]
    if len(shared) < _FEWEST or len(shared) * 4 < len(other) * 3:
        return False
    alike = sum(one[at] == other[at] or _kind(one[at]) == _kind(other[at]) for at in shared)
    return alike * 2 > len(shared)


def _kind(text: str) -> tuple[bool, str, bool]:
    measure = parse_measure(text)
    return measure.numeric, measure.unit, measure.percent


def _fits_note(
    column: _Column, cell: Cell, known: Mapping[str, _Column], columns: Columns, total: Line | None
) -> bool:
    scores, weights = _points(known.get("score", {})), _points(known.get("weight", {}))
    if not column or not scores or not weights or cell.column < columns.first_column("score"):
        return False
    lost = {at for at, score in scores.items() if score < weights.get(at, score)}
    prose = {at for at, text in column.items() if not is_dash(text)}
    return bool(prose) and prose <= lost and not any(map(parse_number, column.values()))


_FITS: Mapping[
    str, Callable[[_Column, Cell, Mapping[str, _Column], Columns, Line | None], bool]
] = {
    "weight": _fits_weight,
    "score": _fits_score,
    "target": _fits_target,
    "actual": _fits_actual,
    "note": _fits_note,
}
