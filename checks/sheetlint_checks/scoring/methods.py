"""The methods of scoring a row with figures, one function each.

The profile names the methods that a place accepts (``score.quantitative``, ``score.reverse``,
``score.satisfaction``); several may be accepted side by side.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from sheetlint.profiles import Profile
from sheetlint.sheet.numbers.rounding import format_rounded, format_short
from sheetlint.sheet.sheet import Indicator
from sheetlint_checks.scoring import vocabulary
from sheetlint_checks.scoring.row_figures import REVERSE, RowFigures

RATIO = "ratio_capped"
PASS_LINE = "pass_line_60"
TIERS = "tiers_101"
REVERSE_RATIO = "ratio"
REVERSE_LINEAR = "linear_2x"
FULL = "full"
ZERO_LIMIT = "nothing"
"""A limit of 0 was exceeded."""
DEDUCTED = "deducted"
COEFFICIENT = "coefficient"

_SIGNS = {-1: "<", 0: "=", 1: ">"}
_PASS = Fraction(60, 100)
_TIERS = (
    (Fraction(90), Fraction(1)),
    (Fraction(80), Fraction(4, 5)),
    (Fraction(60), Fraction(1, 2)),
)


class AcceptedScore(NamedTuple):
    """A score that a method gives, with its calculation."""

    method: str
    score: Fraction
    write_formula: Callable[[], str]
    """Formats the formula on demand: it is not needed for scores that are right."""

    @property
    def formula(self) -> str:
        return self.write_formula()


def method_names(figures: RowFigures, row: Indicator, profile: Profile) -> tuple[str, ...]:
    """The methods that the place accepts for such a row."""
    if figures.kind == REVERSE:
        return profile.texts("score.reverse")
    if is_satisfaction(row):
        return profile.texts("score.satisfaction")
    return profile.texts("score.quantitative")


def scores_by_methods(
    figures: RowFigures, weight: Fraction, row: Indicator, profile: Profile
) -> tuple[AcceptedScore, ...]:
    """The scores by all methods of the place, the preferred one first."""
    names = method_names(figures, row, profile)
    if not figures.met:
        if not figures.target:
            return (AcceptedScore(ZERO_LIMIT, Fraction(0), partial(_format_above_zero, figures)),)
        results = (score_by_method(name, figures, weight) for name in names)
        return tuple(result for result in results if result is not None)
    full = AcceptedScore(FULL, weight, partial(_format_full_marks, figures, weight))
    # Tiers apply to the satisfaction itself: 86% with a target of 85% is the second tier.
    tiers = score_by_method(TIERS, figures, weight) if TIERS in names else None
    return (full,) if tiers is None else (full, tiers)


def score_by_method(name: str, figures: RowFigures, weight: Fraction) -> AcceptedScore | None:
    """The score by one method; None where it is unknown or does not apply to the row."""
    method = _METHODS.get(name)
    result = method(figures, weight) if method is not None and figures.target else None
    if result is None:
        return None
    score, write_formula = result
    return AcceptedScore(
        name,
        min(max(score, Fraction(0)), weight),
        lambda: f"{write_formula()} = {format_rounded(score)}",
    )


def is_satisfaction(row: Indicator) -> bool:
    """Whether the row measures satisfaction, by the names of its levels."""
    return any(
        vocabulary.SATISFACTION in level.text for level in (row.level1, row.level2, row.level3)
    )


def _format_above_zero(figures: RowFigures) -> str:
    return f"{figures.format(figures.actual)} > 0 → 0"


def _format_full_marks(figures: RowFigures, weight: Fraction) -> str:
    sign = _SIGNS[(figures.actual > figures.target) - (figures.actual < figures.target)]
    comparison = f"{figures.format(figures.actual)} {sign} {figures.format(figures.target)}"
    return f"{comparison} → {format_short(weight)}"


_Result = tuple[Fraction, Callable[[], str]] | None


def _ratio(figures: RowFigures, weight: Fraction) -> _Result:
    def write_formula() -> str:
        actual, target = figures.format(figures.actual), figures.format(figures.target)
        return f"{format_short(weight)} × {actual} ÷ {target}"

    return weight * figures.actual / figures.target, write_formula


def _pass_line(figures: RowFigures, weight: Fraction) -> _Result:
    rate = figures.actual / figures.target

    def write_formula() -> str:
        w, percent = format_short(weight), f"{format_short(rate * 100, 2)}%"
        if rate < _PASS:
            return f"{percent} < 60% → {w} × 0"
        return f"{w} × ({percent} − 60%) ÷ (1 − 60%)"

    return weight * max(Fraction(0), rate - _PASS) / (1 - _PASS), write_formula


def _tiers(figures: RowFigures, weight: Fraction) -> _Result:
    """By the satisfaction itself, not by its ratio to the target."""
    if not figures.percent:
        return None
    share = next((share for limit, share in _TIERS if figures.actual >= limit), Fraction(0))

    def write_formula() -> str:
        actual, w = figures.format(figures.actual), format_short(weight)
        return f"{actual} → {w} × {format_short(share * 100)}%"

    return weight * share, write_formula


def _reverse_ratio(figures: RowFigures, weight: Fraction) -> _Result:
    def write_formula() -> str:
        actual, target = figures.format(figures.actual), figures.format(figures.target)
        return f"{format_short(weight)} × {target} ÷ {actual}"

    return weight * figures.target / figures.actual, write_formula


def _reverse_linear(figures: RowFigures, weight: Fraction) -> _Result:
    def write_formula() -> str:
        actual, target = figures.format(figures.actual), figures.format(figures.target)
        return f"{format_short(weight)} × (1 − ({actual} − {target}) ÷ {target})"

    over = (figures.actual - figures.target) / figures.target
    return max(Fraction(0), weight * (1 - over)), write_formula


_METHODS: dict[str, Callable[[RowFigures, Fraction], _Result]] = {
    RATIO: _ratio,
    PASS_LINE: _pass_line,
    TIERS: _tiers,
    REVERSE_RATIO: _reverse_ratio,
    REVERSE_LINEAR: _reverse_linear,
}
