"""The roles of headings of the funds whose words say nothing, by the figures of the rows below them.

A heading gets a role only where it is the one that fits, and between its neighbours in the usual order
of the form: initial, budget, executed, then weight, rate and score.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from sheetlint.recognise.columns import Columns
from sheetlint.recognise.lines import Line
from sheetlint.sheet.numbers.parse import Number, parse_number
from sheetlint.sheet.tables import Cell

_NEAR = Fraction(1, 100)
_MOST_POINTS = 30

_Figures = Mapping[str, Number]
"""The figures of the first row by role."""


def place_by_figures(
    columns: Columns, unknown: Sequence[Cell], rows: Sequence[Line]
) -> dict[str, Cell]:
    """The headings that have a role by the figures of the first row with any, by role."""
    placed: dict[str, Cell] = {}
    row = _first_row(columns, rows)
    if row is None:
        return placed
    known = _figures(columns, row)
    for role in ("budget", "executed", "rate", "weight", "score"):
        if role in columns.roles:
            continue
        fitting = []
        for cell in unknown:
            figure = _figure_at(row, cell.column)
            if (
                figure is not None
                and cell not in placed.values()
                and _in_order(role, cell, columns, placed)
                and _FITS[role](figure, known)
            ):
                fitting.append(cell)
        if len(fitting) == 1:
            placed[role] = fitting[0]
            figure = _figure_at(row, fitting[0].column)
            if figure is not None:
                known[role] = figure
    return placed


def as_budget(columns: Columns, rows: Sequence[Line]) -> Columns:
    """The columns with the only amounts beside the executed ones as the budget, where its heading was
    judged to be the initial budget and the printed rate is that of the two."""
    judged = {role for headings in columns.headings for role in headings.judged}
    row = _first_row(columns, rows)
    if "initial" not in judged or row is None:
        return columns
    known = _figures(columns, row)
    initial = known.pop("initial", None)
    if initial is None or not _fits_budget(initial, known):
        return columns
    roles = {c: "budget" if r == "initial" else r for c, r in columns.role_by_column.items()}
    return Columns(roles, columns.field_count, *columns.headings)


def _first_row(columns: Columns, rows: Sequence[Line]) -> Line | None:
    """The first row with a figure in some column."""
    return next(
        (
            line
            for line in rows
            if any(_figure_at(line, column) for column in columns.role_by_column)
        ),
        None,
    )


def _figures(columns: Columns, row: Line) -> dict[str, Number]:
    return {
        role: figure
        for role in columns.roles
        if (figure := _figure_at(row, columns.first_column(role))) is not None
    }


def _figure_at(line: Line, column: int) -> Number | None:
    cell = next((c for c in line.cells if c.column == column), None)
    return None if cell is None else parse_number(cell.text)


def _in_order(role: str, cell: Cell, columns: Columns, placed: Mapping[str, Cell]) -> bool:
    """Whether amounts stand left of points and rates, and the budget left of what was spent."""
    places = {r: columns.first_column(r) for r in columns.roles}
    places |= {r: c.column for r, c in placed.items()}
    return all(places[left] < cell.column for left in _LEFT_OF[role] if left in places) and all(
        cell.column < places[right] for right in _RIGHT_OF[role] if right in places
    )


_LEFT_OF = {
    "budget": ("initial",),
    "executed": ("initial", "budget"),
    "rate": ("initial", "budget", "executed"),
    "weight": ("initial", "budget", "executed"),
    "score": ("initial", "budget", "executed", "weight", "rate"),
}
_RIGHT_OF = {
    "budget": ("executed", "rate", "weight", "score"),
    "executed": ("rate", "weight", "score"),
    "rate": ("score", "note"),
    "weight": ("score", "note"),
    "score": ("note",),
}


def _share(known: _Figures) -> Fraction | None:
    """The execution rate, as printed or from the amounts, as a fraction."""
    budget, executed, rate = known.get("budget"), known.get("executed"), known.get("rate")
    if budget is not None and executed is not None and budget.value:
        return Fraction(executed.value) / Fraction(budget.value)
    if rate is None:
        return None
    return Fraction(rate.value) if rate.percent or rate.value <= 1 else Fraction(rate.value) / 100


def _near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= _NEAR * max(abs(one), abs(other), Fraction(1, 10))


def _fits_budget(figure: Number, known: _Figures) -> bool:
    executed, share = known.get("executed"), _share(known)
    if figure.percent or executed is None or share is None:
        return False
    return _near(Fraction(figure.value) * share, Fraction(executed.value))


def _fits_executed(figure: Number, known: _Figures) -> bool:
    budget, share = known.get("budget"), _share(known)
    if figure.percent or budget is None or share is None:
        return False
    return _near(Fraction(budget.value) * share, Fraction(figure.value))


def _fits_rate(figure: Number, known: _Figures) -> bool:
    share = _share(known)
    if share is None:
        return figure.percent
    printed = Fraction(figure.value)
    return any(_near(share, value) for value in (printed, printed / 100))


def _fits_weight(figure: Number, known: _Figures) -> bool:
    score, share = known.get("score"), _share(known)
    if figure.percent or score is None or share is None or not 0 < figure.value <= _MOST_POINTS:
        return False
    return figure.value == int(figure.value) and _is_due(figure.value, score.value, share)


def _fits_score(figure: Number, known: _Figures) -> bool:
    weight, share = known.get("weight"), _share(known)
    if figure.percent or share is None or not 0 <= figure.value <= _MOST_POINTS:
        return False
    weights = (weight.value,) if weight is not None else (Decimal(10), Decimal(20))
    return any(_is_due(points, figure.value, share) for points in weights)


def _is_due(weight: Decimal, score: Decimal, share: Fraction) -> bool:
    """Whether a score is the weight times the rate, give or take a point."""
    return abs(Fraction(weight) * min(share, Fraction(1)) - Fraction(score)) < 1


_FITS: Mapping[str, Callable[[Number, _Figures], bool]] = {
    "budget": _fits_budget,
    "executed": _fits_executed,
    "rate": _fits_rate,
    "weight": _fits_weight,
    "score": _fits_score,
}
