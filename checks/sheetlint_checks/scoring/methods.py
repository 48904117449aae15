"""Scores that the rules accept for a row: one function a method, exact figures only.

Which methods hold is the profile's word (``score.quantitative``, ``score.reverse``,
``score.satisfaction``); several may hold side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from sheetlint.profiles import Profile
from sheetlint.sheet.numbers.rounding import format_rounded, format_short
from sheetlint.sheet.sheet import Indicator
from sheetlint_checks.scoring import vocabulary
from sheetlint_checks.scoring.row_figures import REVERSE, Reading

RATIO = "ratio_capped"
PASS_LINE = "pass_line_60"
TIERS = "tiers_101"
REVERSE_RATIO = "ratio"
REVERSE_LINEAR = "linear_2x"
FULL = "full"
NOTHING = "nothing"
"""A limit of nothing at all was exceeded."""
DEDUCTED = "deducted"
COEFFICIENT = "coefficient"

_SIGNS = {-1: "<", 0: "=", 1: ">"}
_PASS = Fraction(60, 100)
_TIERS = (
    (Fraction(90), Fraction(1)),
    (Fraction(80), Fraction(4, 5)),
    (Fraction(60), Fraction(1, 2)),
)


class Accepted(NamedTuple):
    """One score that a rule gives, with the calculation in figures."""

    method: str
    score: Fraction
    how: Callable[[], str]
    """Writes the formula: most scores are right, and nobody reads theirs."""

    @property
    def formula(self) -> str:
        return self.how()


def names_for(reading: Reading, row: Indicator, profile: Profile) -> tuple[str, ...]:
    """The methods that the place has for such a row."""
    if reading.kind == REVERSE:
        return profile.texts("score.reverse")
    if is_satisfaction(row):
        return profile.texts("score.satisfaction")
    return profile.texts("score.quantitative")


def by_ratio(
    reading: Reading, weight: Fraction, row: Indicator, profile: Profile
) -> tuple[Accepted, ...]:
    """Every score that the place's methods give a row with figures, the preferred one first."""
    names = names_for(reading, row, profile)
    if not reading.met:
        if not reading.target:
            return (Accepted(NOTHING, Fraction(0), partial(_above_nothing, reading)),)
        results = (by_method(name, reading, weight) for name in names)
        return tuple(result for result in results if result is not None)
    full = Accepted(FULL, weight, partial(_in_full, reading, weight))
    # Tiers look at the satisfaction itself: 86% of 85% is the second tier there.
    tiers = by_method(TIERS, reading, weight) if TIERS in names else None
    return (full,) if tiers is None else (full, tiers)


def by_method(name: str, reading: Reading, weight: Fraction) -> Accepted | None:
    """The score by one method; None where it is unknown here or does not apply to the row."""
    method = _METHODS.get(name)
    result = method(reading, weight) if method is not None and reading.target else None
    if result is None:
        return None
    score, how = result
    return Accepted(
        name, min(max(score, Fraction(0)), weight), lambda: f"{how()} = {format_rounded(score)}"
    )


def is_satisfaction(row: Indicator) -> bool:
    return any(
        vocabulary.SATISFACTION in level.text for level in (row.level1, row.level2, row.level3)
    )


def _above_nothing(reading: Reading) -> str:
    return f"{reading.shown(reading.actual)} > 0 → 0"


def _in_full(reading: Reading, weight: Fraction) -> str:
    sign = _SIGNS[(reading.actual > reading.target) - (reading.actual < reading.target)]
    figures = f"{reading.shown(reading.actual)} {sign} {reading.shown(reading.target)}"
    return f"{figures} → {format_short(weight)}"


_Result = tuple[Fraction, Callable[[], str]] | None


def _ratio(reading: Reading, weight: Fraction) -> _Result:
    def how() -> str:
        actual, target = reading.shown(reading.actual), reading.shown(reading.target)
        return f"{format_short(weight)} × {actual} ÷ {target}"

    return weight * reading.actual / reading.target, how


def _pass_line(reading: Reading, weight: Fraction) -> _Result:
    rate = reading.actual / reading.target

    def how() -> str:
        w, percent = format_short(weight), f"{format_short(rate * 100, 2)}%"
        if rate < _PASS:
            return f"{percent} < 60% → {w} × 0"
        return f"{w} × ({percent} − 60%) ÷ (1 − 60%)"

    return weight * max(Fraction(0), rate - _PASS) / (1 - _PASS), how


def _tiers(reading: Reading, weight: Fraction) -> _Result:
    """By the satisfaction itself, not by its share of the target."""
    if not reading.percent:
        return None
    share = next((share for limit, share in _TIERS if reading.actual >= limit), Fraction(0))

    def how() -> str:
        actual, w = reading.shown(reading.actual), format_short(weight)
        return f"{actual} → {w} × {format_short(share * 100)}%"

    return weight * share, how


def _reverse_ratio(reading: Reading, weight: Fraction) -> _Result:
    def how() -> str:
        actual, target = reading.shown(reading.actual), reading.shown(reading.target)
        return f"{format_short(weight)} × {target} ÷ {actual}"

    return weight * reading.target / reading.actual, how


def _reverse_linear(reading: Reading, weight: Fraction) -> _Result:
    def how() -> str:
        actual, target = reading.shown(reading.actual), reading.shown(reading.target)
        return f"{format_short(weight)} × (1 − ({actual} − {target}) ÷ {target})"

    over = (reading.actual - reading.target) / reading.target
    return max(Fraction(0), weight * (1 - over)), how


_METHODS: dict[str, Callable[[Reading, Fraction], _Result]] = {
    RATIO: _ratio,
    PASS_LINE: _pass_line,
    TIERS: _tiers,
    REVERSE_RATIO: _reverse_ratio,
    REVERSE_LINEAR: _reverse_linear,
}
