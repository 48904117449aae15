"""The one module that rounds, and that judges a printed figure against the exact one.

The judgement is a ladder, from the figure that nobody could fault down to the wrong one.  A sheet
is filled in by hand and by a dozen systems: half-up, half-even, truncated and rounded-up figures
are all in use, and a figure that some rounding explains is a question of style, not an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

HALF_UP = "half_up"
HALF_EVEN = "half_even"
DOWN = "down"
UP = "up"
MODES = (HALF_UP, HALF_EVEN, DOWN, UP)

EXACT = "exact"
ROUNDED = "rounded"
"""Equal after rounding half-up to the printed digits: right."""
STYLE = "style"
"""Equal after another rounding, at two decimals or more."""
COARSE = "coarse"
"""Equal after rounding half-up, but to one decimal or a whole number."""
COARSE_OTHER = "coarse_other"
"""Equal after another rounding to one decimal or a whole number."""
NEAR = "near"
"""Not equal under any rounding, but within the absolute tolerance."""
WRONG = "wrong"

RIGHT = (EXACT, ROUNDED)
_LADDER = (EXACT, ROUNDED, STYLE, COARSE, COARSE_OTHER, NEAR, WRONG)

CENT = Decimal("0.01")


class Judgement(NamedTuple):
    """What a printed figure is, measured against the accepted exact figures."""

    kind: str
    mode: str
    """The rounding that gives the printed figure, for STYLE and COARSE_OTHER."""
    against: Fraction
    """The accepted figure that the printed one comes nearest to."""
    above: bool
    """The printed figure is higher than every accepted one: worse than lower."""

    @property
    def right(self) -> bool:
        return self.kind in RIGHT


def round_to(value: Fraction, ulp: Decimal, mode: str = HALF_UP) -> Decimal:
    """``value`` as a multiple of ``ulp`` (a power of ten).  Half-up means away from zero."""
    step = Fraction(ulp)
    scaled = abs(value) / step
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if mode == UP:
        whole += rest > 0
    elif mode == HALF_UP:
        whole += twice >= 0
    elif mode == HALF_EVEN:
        whole += twice > 0 or (twice == 0 and whole % 2 == 1)
    elif mode != DOWN:
        raise ValueError(f"no such rounding: {mode}")
    rounded = Decimal(whole) * ulp
    return -rounded if value < 0 and whole else rounded


def shown(value: Fraction, decimals: int = 2) -> str:
    """For messages: rounded half-up, trailing zeros kept.  ``decimals`` is the number of digits."""
    return format(round_to(value, Decimal(1).scaleb(-decimals)), "f")


def shown_short(value: Fraction, most: int = 4) -> str:
    """For messages: exact where it ends within ``most`` digits, else rounded to them."""
    text = shown(value, most)
    return text.rstrip("0").rstrip(".") if "." in text else text


def judge(
    printed: Decimal,
    ulp: Decimal,
    accepted: Iterable[Fraction],
    *,
    ulp_max: Decimal = CENT,
    abs_tol: Decimal = Decimal("0.05"),
    modes_right: tuple[str, ...] = (HALF_UP,),
) -> Judgement:
    """Hold ``printed`` against each accepted figure and return the mildest judgement.

    ``ulp`` is one unit of the last printed place.  Digits printed beyond ``ulp_max`` are still
    rounded at the printed place.  ``modes_right`` are the roundings that count as right.
    """
    figures = sorted(set(accepted))
    if not figures:
        raise ValueError("nothing to judge against")
    exact = Fraction(printed)
    above = exact > figures[-1]
    best: Judgement | None = None
    for figure in figures:
        kind, mode = _compare(exact, printed, ulp, figure, ulp_max, abs_tol, modes_right)
        candidate = Judgement(kind, mode, figure, above)
        if best is None or _rank(candidate, exact) < _rank(best, exact):
            best = candidate
    assert best is not None
    return best


def _rank(judgement: Judgement, exact: Fraction) -> tuple[int, Fraction]:
    return _LADDER.index(judgement.kind), abs(judgement.against - exact)


def _compare(
    exact: Fraction,
    printed: Decimal,
    ulp: Decimal,
    figure: Fraction,
    ulp_max: Decimal,
    abs_tol: Decimal,
    modes_right: tuple[str, ...],
) -> tuple[str, str]:
    if exact == figure:
        return EXACT, ""
    mode = next((m for m in MODES if round_to(figure, ulp, m) == printed), "")
    if ulp <= ulp_max and any(round_to(figure, ulp, m) == printed for m in modes_right):
        return ROUNDED, mode
    if ulp > ulp_max and round_to(figure, ulp_max) == printed:
        # 10.6976 is 10.70, and 10.70 is often written 10.7: a zero left off is no coarser rounding.
        return ROUNDED, mode
    if ulp <= ulp_max:
        if mode:
            return STYLE, mode
    elif mode:
        return (COARSE if mode == HALF_UP else COARSE_OTHER), mode
    if abs(exact - figure) <= Fraction(abs_tol):
        return NEAR, ""
    return WRONG, ""


class Interval(NamedTuple):
    """All exact figures that print as one given figure (closed at both ends)."""

    low: Fraction
    high: Fraction

    def holds(self, value: Fraction) -> bool:
        return self.low <= value <= self.high


def spread(value: Decimal, ulp: Decimal) -> Interval:
    """Half a unit of the last place to either side."""
    half = Fraction(ulp) / 2
    return Interval(Fraction(value) - half, Fraction(value) + half)


def point(value: Decimal) -> Interval:
    return Interval(Fraction(value), Fraction(value))


def quotient(over: Interval, under: Interval) -> Interval | None:
    """The range of ``over / under`` for non-negative ``over``; None where ``under`` touches 0."""
    if under.low <= 0:
        return None
    low = max(Fraction(0), over.low)
    return Interval(low / under.high, over.high / under.low)
