"""Every score that the rules of a place give a row: exact ones, and ranges where they leave room."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.numbers.rounding import Interval, format_short
from sheetlint.sheet.sheet import Indicator
from sheetlint_checks.notes.note_content import explained
from sheetlint_checks.scoring import kinds, vocabulary
from sheetlint_checks.scoring.accepted_scores import Due, Span
from sheetlint_checks.scoring.bands import band_of
from sheetlint_checks.scoring.budget_methods import Execution
from sheetlint_checks.scoring.budget_methods import accepted as budget_scores
from sheetlint_checks.scoring.dates import kept
from sheetlint_checks.scoring.exceeded_targets import far_exceeded
from sheetlint_checks.scoring.kinds import RowKind, kind_of, side
from sheetlint_checks.scoring.methods import DEDUCTED, FULL, NOTHING, Accepted, by_ratio
from sheetlint_checks.scoring.row_figures import Reading
from sheetlint_checks.scoring.score_columns import (
    deducted,
    difference,
    multiplied,
    optional,
    scored_otherwise,
)

BUDGET = "budget"
FULL_OR_ZERO = "full_or_zero"


def assess(row: Indicator, profile: Profile, year: int | None = None) -> Due:
    """The row's kind and the scores that it may have; none where nobody can say.

    ``year`` is the one that the sheet is about, for dates that leave it out.
    """
    kind = kind_of(row)
    if row.weight.number is None or row.weight.number <= 0 or scored_otherwise(row, profile):
        return Due(kind)
    weight = Fraction(row.weight.number)
    by_kind = _by_kind(kind, weight, row, profile, year)
    return deducted(multiplied(by_kind, weight, row, profile), row, profile)


def _by_kind(
    kind: RowKind, weight: Fraction, row: Indicator, profile: Profile, year: int | None
) -> Due:
    if kind.reading is not None:
        return _by_figures(kind, kind.reading, weight, row, profile)
    if kind.name == kinds.QUALITATIVE:
        band = band_of(row.actual.text, profile)
        share = (Fraction(0), Fraction(1)) if band is None else (band.low, band.high)
        return Due(kind, None, (), (Span(weight * share[0], weight * share[1]),))
    if kind.name == kinds.YES_NO:
        return _answered(kind, side(row.target.text, row.actual.text), weight, row, profile)
    if kind.name == kinds.DATE:
        in_time = kept(parse_measure(row.target.text), parse_measure(row.actual.text), year)
        return _answered(kind, in_time, weight, row, profile)
    if kind.name == kinds.NOT_SET and _is_cost(row):
        cap = Fraction(profile.number("score.cost_cap_if_not_set"))
        return Due(kind, None, (), (Span(Fraction(0), min(weight, cap)),))
    return Due(kind)


def _by_figures(
    kind: RowKind, reading: Reading, weight: Fraction, row: Indicator, profile: Profile
) -> Due:
    exact = by_ratio(reading, weight, row, profile)
    if kind.name == kinds.BUDGET_RATE:
        known = {item.score for item in exact}
        exact += tuple(i for i in _as_budget(reading, weight, profile) if i.score not in known)
    if not reading.met:
        if exact and exact[0].method == NOTHING:
            # Places take points off for each case; how many, no clause says.
            return Due(kind, False, exact, (Span(Fraction(0), weight, below_high=True),))
        return Due(kind, False, exact, tuple(_around(exact, reading, weight, row, profile)))
    points = optional(profile, "over_completion.deduct_points")
    if points and far_exceeded(row, profile):
        return _with_points_off(kind, weight, Fraction(str(points)))
    return Due(kind, True, exact, tuple(_may_cost_points(kind, reading, weight, profile)))


def _with_points_off(kind: RowKind, weight: Fraction, points: Fraction) -> Due:
    left = max(Fraction(0), weight - points)
    exact = Accepted(DEDUCTED, left, partial(difference, weight, points))
    less = Span(Fraction(0), weight, below_high=True)
    return Due(kind, True, (exact,), (less,), less=True)


def _may_cost_points(
    kind: RowKind, reading: Reading, weight: Fraction, profile: Profile
) -> Iterator[Span]:
    """Far more than the target may cost points, by as much as it was more; more than an exact count
    (``=26次``) is not what was asked, and places differ in what that costs."""
    ratio = reading.ratio
    if ratio is None or ratio <= 1:
        return
    if kind.name == kinds.EQUAL:
        yield Span(Fraction(0), weight)
    elif kind.name == kinds.POSITIVE:
        much = optional(profile, "over_completion.flag_ratio")
        if much is None or ratio >= Fraction(str(much)):
            yield Span(weight / ratio, weight)


def _around(
    exact: tuple[Accepted, ...],
    reading: Reading,
    weight: Fraction,
    row: Indicator,
    profile: Profile,
) -> list[Span]:
    """The scores of every actual value that prints as the one on the sheet."""
    if not reading.slack:
        return []
    ends = [
        by_ratio(reading._replace(actual=reading.actual + step), weight, row, profile)
        for step in (-reading.slack, reading.slack)
    ]
    return [
        Span(min(low.score, high.score), max(low.score, high.score))
        for low, high in zip(*ends, strict=True)
    ]


def _as_budget(reading: Reading, weight: Fraction, profile: Profile) -> tuple[Accepted, ...]:
    """The budget row once more may be scored as the place scores that row."""
    rate = reading.actual / 100
    execution = Execution(weight, (Interval(rate, rate),), rate <= 1)
    try:
        found = budget_scores(profile.texts("budget_score.methods"), execution, profile)
    except UnknownParameter:
        return ()
    return tuple(
        Accepted(BUDGET, score.low, partial(_worth, reading.shown(reading.actual), score.low))
        for score in found
    )


def _worth(actual: str, score: Fraction) -> str:
    return f"{actual} → {format_short(score)}"


def _answered(
    kind: RowKind, met: bool | None, weight: Fraction, row: Indicator, profile: Profile
) -> Due:
    """Yes or no, in time or late: all points, or fewer.

    Where it was done and fewer points were taken, a note that says why makes that right.
    """
    if met is None:
        return Due(kind, None, (), (Span(Fraction(0), weight),))
    if met:
        full = Accepted(FULL, weight, partial(_worth, row.actual.raw, weight))
        spans = (Span(Fraction(0), weight),) if explained(row.note) else ()
        return Due(kind, True, (full,), spans)
    if kind.name == kinds.YES_NO and optional(profile, "score.yes_no") == [FULL_OR_ZERO]:
        return Due(
            kind,
            False,
            (Accepted(FULL_OR_ZERO, Fraction(0), partial(_worth, row.actual.raw, Fraction(0))),),
        )
    return Due(kind, False, (), (Span(Fraction(0), weight, below_high=True),))


def _is_cost(row: Indicator) -> bool:
    return vocabulary.COST in row.level1.text or vocabulary.COST in row.level2.text
