"""Determines every score that the rules of a place give a row."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.numbers.rounding import Interval, format_short
from sheetlint.sheet.sheet import Indicator
from sheetlint_checks.notes.note_content import is_explanation
from sheetlint_checks.scoring import kinds, vocabulary
from sheetlint_checks.scoring.accepted_scores import AcceptedScores, ScoreRange
from sheetlint_checks.scoring.bands import band_of
from sheetlint_checks.scoring.budget_methods import Execution
from sheetlint_checks.scoring.budget_methods import scores_by_budget_methods as budget_scores
from sheetlint_checks.scoring.dates import is_date_kept
from sheetlint_checks.scoring.exceeded_targets import is_far_exceeded
from sheetlint_checks.scoring.kinds import RowKind, is_same_answer, kind_of
from sheetlint_checks.scoring.methods import (
    DEDUCTED,
    FULL,
    ZERO_LIMIT,
    AcceptedScore,
    scores_by_methods,
)
from sheetlint_checks.scoring.row_figures import RowFigures
from sheetlint_checks.scoring.score_columns import (
    apply_coefficient,
    apply_deduction,
    format_difference,
    is_scored_otherwise,
    optional_parameter,
)

BUDGET = "budget"
FULL_OR_ZERO = "full_or_zero"


def assess(row: Indicator, profile: Profile, year: int | None = None) -> AcceptedScores:
    """The kind of the row and the scores that it may have; no score where it cannot be calculated.

    ``year`` is the year of the sheet, for dates without a year.
    """
    kind = kind_of(row)
    if row.weight.number is None or row.weight.number <= 0 or is_scored_otherwise(row, profile):
        return AcceptedScores(kind)
    weight = Fraction(row.weight.number)
    by_kind = _scores_by_kind(kind, weight, row, profile, year)
    return apply_deduction(apply_coefficient(by_kind, weight, row, profile), row, profile)


def _scores_by_kind(
    kind: RowKind, weight: Fraction, row: Indicator, profile: Profile, year: int | None
) -> AcceptedScores:
    if kind.figures is not None:
        return _scores_by_figures(kind, kind.figures, weight, row, profile)
    if kind.name == kinds.QUALITATIVE:
        band = band_of(row.actual.text, profile)
        share = (Fraction(0), Fraction(1)) if band is None else (band.low, band.high)
        return AcceptedScores(kind, None, (), (ScoreRange(weight * share[0], weight * share[1]),))
    if kind.name == kinds.YES_NO:
        return _scores_for_answer(
            kind, is_same_answer(row.target.text, row.actual.text), weight, row, profile
        )
    if kind.name == kinds.DATE:
        in_time = is_date_kept(parse_measure(row.target.text), parse_measure(row.actual.text), year)
        return _scores_for_answer(kind, in_time, weight, row, profile)
    if kind.name == kinds.NOT_SET and _is_cost(row):
        cap = Fraction(profile.number("score.cost_cap_if_not_set"))
        return AcceptedScores(kind, None, (), (ScoreRange(Fraction(0), min(weight, cap)),))
    return AcceptedScores(kind)


def _scores_by_figures(
    kind: RowKind, figures: RowFigures, weight: Fraction, row: Indicator, profile: Profile
) -> AcceptedScores:
    exact = scores_by_methods(figures, weight, row, profile)
    if kind.name == kinds.BUDGET_RATE:
        known = {item.score for item in exact}
        exact += tuple(
            i for i in _scores_as_budget_row(figures, weight, profile) if i.score not in known
        )
    if not figures.met:
        if exact and exact[0].method == ZERO_LIMIT:
            # Places take points off for each case, and no clause says how many.
            return AcceptedScores(
                kind, False, exact, (ScoreRange(Fraction(0), weight, below_high=True),)
            )
        return AcceptedScores(
            kind, False, exact, tuple(_ranges_for_rounding(exact, figures, weight, row, profile))
        )
    points = optional_parameter(profile, "over_completion.deduct_points")
    if points and is_far_exceeded(row, profile):
        return _after_deduction(kind, weight, Fraction(str(points)))
    return AcceptedScores(
        kind, True, exact, tuple(_ranges_for_excess(kind, figures, weight, profile))
    )


def _after_deduction(kind: RowKind, weight: Fraction, points: Fraction) -> AcceptedScores:
    left = max(Fraction(0), weight - points)
    exact = AcceptedScore(DEDUCTED, left, partial(format_difference, weight, points))
    lower_scores = ScoreRange(Fraction(0), weight, below_high=True)
    return AcceptedScores(kind, True, (exact,), (lower_scores,), deduction_expected=True)


def _ranges_for_excess(
    kind: RowKind, figures: RowFigures, weight: Fraction, profile: Profile
) -> Iterator[ScoreRange]:
    """The scores below full marks that are accepted for a target exceeded by far: down to the weight
    divided by the ratio.  For an exact count (``=26次``) places differ, and any score is accepted."""
    ratio = figures.ratio
    if ratio is None or ratio <= 1:
        return
    if kind.name == kinds.EQUAL:
        yield ScoreRange(Fraction(0), weight)
    elif kind.name == kinds.POSITIVE:
        flag_ratio = optional_parameter(profile, "over_completion.flag_ratio")
        if flag_ratio is None or ratio >= Fraction(str(flag_ratio)):
            yield ScoreRange(weight / ratio, weight)


def _ranges_for_rounding(
    exact: tuple[AcceptedScore, ...],
    figures: RowFigures,
    weight: Fraction,
    row: Indicator,
    profile: Profile,
) -> list[ScoreRange]:
    """The scores of all actual values that print as the one on the sheet."""
    if not figures.slack:
        return []
    ends = [
        scores_by_methods(figures._replace(actual=figures.actual + step), weight, row, profile)
        for step in (-figures.slack, figures.slack)
    ]
    return [
        ScoreRange(min(low.score, high.score), max(low.score, high.score))
        for low, high in zip(*ends, strict=True)
    ]


def _scores_as_budget_row(
    figures: RowFigures, weight: Fraction, profile: Profile
) -> tuple[AcceptedScore, ...]:
    """An indicator that repeats the execution rate may be scored as the place scores the budget row."""
    rate = figures.actual / 100
    execution = Execution(weight, (Interval(rate, rate),), rate <= 1)
    try:
        found = budget_scores(profile.texts("budget_score.methods"), execution, profile)
    except UnknownParameter:
        return ()
    return tuple(
        AcceptedScore(
            BUDGET, score.low, partial(_format_answer, figures.format(figures.actual), score.low)
        )
        for score in found
    )


def _format_answer(actual: str, score: Fraction) -> str:
    return f"{actual} → {format_short(score)}"


def _scores_for_answer(
    kind: RowKind, met: bool | None, weight: Fraction, row: Indicator, profile: Profile
) -> AcceptedScores:
    """The scores of a target of yes or no, or of a date: all points, or fewer.

    Fewer points for a target that was met are accepted where a note explains them.
    """
    if met is None:
        return AcceptedScores(kind, None, (), (ScoreRange(Fraction(0), weight),))
    if met:
        full = AcceptedScore(FULL, weight, partial(_format_answer, row.actual.raw, weight))
        ranges = (ScoreRange(Fraction(0), weight),) if is_explanation(row.note) else ()
        return AcceptedScores(kind, True, (full,), ranges)
    if kind.name == kinds.YES_NO and optional_parameter(profile, "score.yes_no") == [FULL_OR_ZERO]:
        return AcceptedScores(
            kind,
            False,
            (
                AcceptedScore(
                    FULL_OR_ZERO, Fraction(0), partial(_format_answer, row.actual.raw, Fraction(0))
                ),
            ),
        )
    return AcceptedScores(kind, False, (), (ScoreRange(Fraction(0), weight, below_high=True),))


def _is_cost(row: Indicator) -> bool:
    return vocabulary.COST in row.level1.text or vocabulary.COST in row.level2.text
