"""Columns beside the score that only some places have, and what they make of it."""

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

_BY_PERCENT = "percent_weighted"
_LEAST_PERCENT = 2


def is_scored_otherwise(row: Indicator, profile: Profile) -> bool:
    """The score is not points out of the weight, or comes of a cell that the row does not have."""
    if optional_parameter(profile, "score.model") == _BY_PERCENT or row.extra_cell("item_score"):
        return True
    return (
        bool(optional_parameter(profile, "score.coefficient_column")) and _coefficient(row) is None
    )


def _coefficient(row: Indicator) -> Fraction | None:
    """``得分系数`` as a share: 95%, 0.95 and, in a column of percents, 95.  1.2 may be either."""
    cell = row.extra_cell("coefficient")
    number = None if cell is None else parse_number(cell.text)
    if number is None or number.value < 0:
        return None
    share = Fraction(number.value)
    if number.percent or share <= 1:
        return share
    return None if share < _LEAST_PERCENT else share / 100


def apply_coefficient(
    due: AcceptedScores, weight: Fraction, row: Indicator, profile: Profile
) -> AcceptedScores:
    """Weight × coefficient, where the row has one.

    Where the column is not the place's own, what its methods give is as right.
    """
    coefficient = _coefficient(row)
    if coefficient is None:
        return due
    least = _times(weight, coefficient / 100)
    if any(abs(item.score - least.score) <= CENT for item in due.exact):
        # 0.52 in a column of percents, as target and actual value have it.
        coefficient /= 100
    mine = (_times(weight, coefficient),)
    if optional_parameter(profile, "score.coefficient_column"):
        return AcceptedScores(due.kind, None, mine)
    return due._replace(met=None, exact=mine + due.exact)


def _times(weight: Fraction, coefficient: Fraction) -> AcceptedScore:
    score = min(weight, weight * coefficient)
    return AcceptedScore(COEFFICIENT, score, partial(_product, weight, coefficient, score))


def _product(weight: Fraction, coefficient: Fraction, score: Fraction) -> str:
    return f"{format_short(weight)} × {format_short(coefficient * 100)}% = {format_short(score)}"


def apply_deduction(due: AcceptedScores, row: Indicator, profile: Profile) -> AcceptedScores:
    """What is due less the points that a column of its own takes off.

    Where the column is the place's, points may have been taken off that this row's cell does not
    say.
    """
    cell = row.extra_cell("deduction")
    own = optional_parameter(profile, "score.deduct_column") is True
    if not due.known or (cell is None and not own):
        return due
    number = None if cell is None else parse_number(cell.text)
    if number is not None:
        points = Fraction(abs(number.value))
        if not points:
            return due
        less = tuple(_less(item, points) for item in due.exact)
        ranges = tuple(s._replace(low=max(Fraction(0), s.low - points)) for s in due.ranges)
        return due._replace(met=None, exact=less if own else due.exact + less, ranges=ranges)
    if cell is not None and cell.state in (ABSENT, DASH):
        return due
    return due._replace(ranges=(*due.ranges, ScoreRange(Fraction(0), due.highest)))


def _less(item: AcceptedScore, points: Fraction) -> AcceptedScore:
    score = max(Fraction(0), item.score - points)
    return AcceptedScore(DEDUCTED, score, partial(format_difference, item.score, points))


def format_difference(whole: Fraction, less: Fraction) -> str:
    """``10 − 2 = 8``."""
    rest = max(Fraction(0), whole - less)
    return f"{format_short(whole)} − {format_short(less)} = {format_short(rest)}"


def optional_parameter(profile: Profile, key: str) -> object:
    """A rule that a place may well not have: None then, and where it is not known."""
    try:
        return profile.get(key)
    except UnknownParameter:
        return None
