"""Scores that the rules accept for a row: one function a method, exact figures only.

Which methods hold is the profile's word (``score.quantitative``, ``score.reverse``,
``score.satisfaction``); several may hold side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from sheetlint.model import Indicator
from sheetlint.numbers.rounding import shown, shown_short
from sheetlint.profiles import Profile
from sheetlint_checks.scoring import words
from sheetlint_checks.scoring.direction import REVERSE, Reading

RATIO = "ratio_capped"
PASS_LINE = "pass_line_60"
TIERS = "tiers_101"
REVERSE_RATIO = "ratio"
REVERSE_LINEAR = "linear_2x"
FULL = "full"

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
    formula: str


def accepted(
    reading: Reading, weight: Fraction, row: Indicator, profile: Profile
) -> tuple[Accepted, ...]:
    """Every score that the profile accepts for the row, the preferred method first."""
    if reading.kind == REVERSE:
        names = profile.texts("score.reverse")
    elif is_satisfaction(row):
        names = profile.texts("score.satisfaction")
    else:
        names = profile.texts("score.quantitative")
    if reading.met:
        sign = _SIGNS[(reading.actual > reading.target) - (reading.actual < reading.target)]
        figures = f"{reading.shown(reading.actual)} {sign} {reading.shown(reading.target)}"
        full = Accepted(FULL, weight, f"{figures} → {shown_short(weight)}")
        # Tiers look at the satisfaction itself: 86% of 85% is the second tier there.
        tiers = by_method(TIERS, reading, weight) if TIERS in names else None
        return (full,) if tiers is None else (full, tiers)
    results = (by_method(name, reading, weight) for name in names)
    return tuple(result for result in results if result is not None)


def by_method(name: str, reading: Reading, weight: Fraction) -> Accepted | None:
    """The score by one method; None where it is unknown here or does not apply to the row."""
    method = _METHODS.get(name)
    result = method(reading, weight) if method is not None and reading.target else None
    if result is None:
        return None
    score, formula = result
    return Accepted(name, min(max(score, Fraction(0)), weight), f"{formula} = {shown(score)}")


def is_satisfaction(row: Indicator) -> bool:
    return any(words.SATISFACTION in level.text for level in (row.level1, row.level2, row.level3))


_Result = tuple[Fraction, str] | None


def _ratio(reading: Reading, weight: Fraction) -> _Result:
    actual, target = reading.shown(reading.actual), reading.shown(reading.target)
    score = weight * reading.actual / reading.target
    return score, f"{shown_short(weight)} × {actual} ÷ {target}"


def _pass_line(reading: Reading, weight: Fraction) -> _Result:
    rate = reading.actual / reading.target
    w = shown_short(weight)
    percent = f"{shown_short(rate * 100, 2)}%"
    if rate < _PASS:
        return Fraction(0), f"{percent} < 60% → {w} × 0"
    return weight * (rate - _PASS) / (1 - _PASS), f"{w} × ({percent} − 60%) ÷ (1 − 60%)"


def _tiers(reading: Reading, weight: Fraction) -> _Result:
    """By the satisfaction itself, not by its share of the target."""
    if not reading.percent:
        return None
    share = next((share for limit, share in _TIERS if reading.actual >= limit), Fraction(0))
    actual, w = reading.shown(reading.actual), shown_short(weight)
    return weight * share, f"{actual} → {w} × {shown_short(share * 100)}%"


def _reverse_ratio(reading: Reading, weight: Fraction) -> _Result:
    actual, target = reading.shown(reading.actual), reading.shown(reading.target)
    score = weight * reading.target / reading.actual
    return score, f"{shown_short(weight)} × {target} ÷ {actual}"


def _reverse_linear(reading: Reading, weight: Fraction) -> _Result:
    actual, target = reading.shown(reading.actual), reading.shown(reading.target)
    over = (reading.actual - reading.target) / reading.target
    score = max(Fraction(0), weight * (1 - over))
    return score, f"{shown_short(weight)} × (1 − ({actual} − {target}) ÷ {target})"


_METHODS: dict[str, Callable[[Reading, Fraction], _Result]] = {
    RATIO: _ratio,
    PASS_LINE: _pass_line,
    TIERS: _tiers,
    REVERSE_RATIO: _reverse_ratio,
    REVERSE_LINEAR: _reverse_linear,
}
