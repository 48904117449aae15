"""Columns of some places that change the score: a coefficient, a deduction, a score out of 100."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.sheet.numbers.parse import parse_number
from sheetlint.sheet.numbers.rounding import CENT, format_short
from sheetlint.sheet.sheet import Indicator
from sheetlint.sheet.value import ABSENT, DASH
from sheetlint_checks.scoring.accepted_scores import AcceptedScores, ScoreRange
from sheetlint_checks.scoring.methods import COEFFICIENT, DEDUCTED, AcceptedScore

_PERCENT_WEIGHTED = "percent_weighted"
_MIN_PERCENT = 2


def is_scored_otherwise(row: Indicator, profile: Profile) -> bool:
    """Whether the score is not points out of the weight, or depends on a cell that the row lacks."""
    if optional_parameter(profile, "score.model") == _PERCENT_WEIGHTED or row.extra_cell(
        "item_score"
    ):
        return True
    return (
        bool(optional_parameter(profile, "score.coefficient_column")) and _coefficient(row) is None
    )


def _coefficient(row: Indicator) -> Fraction | None:
    """``得分系数`` as a fraction: 95%, 0.95 and, in a column of percents, 95.  1.2 may be either."""
    cell = row.extra_cell("coefficient")
    number = None if cell is None else parse_number(cell.text)
    if number is None or number.value < 0:
        return None
    share = Fraction(number.value)
    if number.percent or share <= 1:
        return share
    return None if share < _MIN_PERCENT else share / 100


def apply_coefficient(
    accepted: AcceptedScores, weight: Fraction, row: Indicator, profile: Profile
) -> AcceptedScores:
    """Adds weight × coefficient, where the row has one.

    Where the profile does not define the column, the scores by its methods are accepted as well.  A
    full coefficient gives full marks for a target that was reached only.
    """
    coefficient = _coefficient(row)
    if coefficient is None or (coefficient == 1 and accepted.met is False):
        return accepted
    as_percent = _multiply(weight, coefficient / 100)
    if any(abs(item.score - as_percent.score) <= CENT for item in accepted.exact):
        # 0.52 in a column of percents, as target and actual value have it.
        coefficient /= 100
    by_column = (_multiply(weight, coefficient),)
    if optional_parameter(profile, "score.coefficient_column"):
        return AcceptedScores(accepted.kind, None, by_column)
    return accepted._replace(met=None, exact=by_column + accepted.exact)


def _multiply(weight: Fraction, coefficient: Fraction) -> AcceptedScore:
    score = min(weight, weight * coefficient)
    return AcceptedScore(COEFFICIENT, score, partial(_format_product, weight, coefficient, score))


def _format_product(weight: Fraction, coefficient: Fraction, score: Fraction) -> str:
    return f"{format_short(weight)} × {format_short(coefficient * 100)}% = {format_short(score)}"


def apply_deduction(accepted: AcceptedScores, row: Indicator, profile: Profile) -> AcceptedScores:
    """Subtracts the points of a deduction column.

    Where the profile defines the column, points may have been deducted that the cell of this row
    does not show.
    """
    cell = row.extra_cell("deduction")
    defined = optional_parameter(profile, "score.deduct_column") is True
    if not accepted.known or (cell is None and not defined):
        return accepted
    number = None if cell is None else parse_number(cell.text)
    if number is not None:
        points = Fraction(abs(number.value))
        if not points:
            return accepted
        deducted = tuple(_subtract(item, points) for item in accepted.exact)
        ranges = tuple(s._replace(low=max(Fraction(0), s.low - points)) for s in accepted.ranges)
        return accepted._replace(
            met=None, exact=deducted if defined else accepted.exact + deducted, ranges=ranges
        )
    if cell is not None and cell.state in (ABSENT, DASH):
        return accepted
    return accepted._replace(ranges=(*accepted.ranges, ScoreRange(Fraction(0), accepted.highest)))


def _subtract(item: AcceptedScore, points: Fraction) -> AcceptedScore:
    score = max(Fraction(0), item.score - points)
    return AcceptedScore(DEDUCTED, score, partial(format_difference, item.score, points))


def format_difference(whole: Fraction, deducted: Fraction) -> str:
    """``10 − 2 = 8``."""
    rest = max(Fraction(0), whole - deducted)
    return f"{format_short(whole)} − {format_short(deducted)} = {format_short(rest)}"


def optional_parameter(profile: Profile, key: str) -> object:
    """A parameter that need not be defined; None where it is not, or unknown."""
    try:
        return profile.get(key)
    except UnknownParameter:
        return None
