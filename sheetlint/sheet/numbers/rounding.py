"""The one module that rounds, and that compares a printed figure with the exact ones.

The kinds of judgement run from EXACT to WRONG.  Sheets are filled in by hand and by many systems:
half-up, half-even, truncated and rounded-up figures are all in use, and a figure that some rounding
explains is a matter of style, not an error.
"""

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
_BEST_TO_WORST = (EXACT, ROUNDED, STYLE, COARSE, COARSE_OTHER, NEAR, WRONG)

CENT = Decimal("0.01")


class Judgement(NamedTuple):
    """How a printed figure compares with the accepted exact figures."""

    kind: str
    """EXACT, ROUNDED, STYLE, COARSE, COARSE_OTHER, NEAR or WRONG."""
    mode: str
    """The rounding that gives the printed figure, for STYLE and COARSE_OTHER."""
    nearest: Fraction
    """The accepted figure nearest to the printed one."""
    above: bool
    """The printed figure is higher than every accepted one, which is worse than lower."""

    @property
    def right(self) -> bool:
        return self.kind in RIGHT


def round_to(value: Fraction, ulp: Decimal, mode: str = HALF_UP) -> Decimal:
    """``value`` as a multiple of ``ulp`` (a power of ten); half-up rounds away from zero.

    Raises ValueError for a mode that is not in ``MODES``."""
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


def is_multiple(value: Decimal, step: Decimal) -> bool:
    """Whether ``value`` is a multiple of ``step``; ``value % step`` fails for very long numbers."""
    times = value / step
    return times == times.to_integral_value()


def format_rounded(value: Fraction, decimals: int = 2) -> str:
    """For messages: rounded half-up to ``decimals`` places, trailing zeros kept."""
    return format(round_to(value, Decimal(1).scaleb(-decimals)), "f")


def format_short(value: Fraction, most: int = 4) -> str:
    """For messages: rounded half-up to ``most`` places, without trailing zeros."""
    text = format_rounded(value, most)
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
    """The mildest judgement of ``printed``, compared with each of the ``accepted`` figures.

    ``ulp`` is one unit of the last printed place; a figure with more decimals than ``ulp_max`` is
    rounded at its printed place.  ``modes_right`` are the roundings that count as right.  Raises
    ValueError where nothing is accepted.
    """
    figures = sorted(set(accepted))
    if not figures:
        raise ValueError("nothing to judge against")
    exact = Fraction(printed)
    above = exact > figures[-1]
    judgements = (
        Judgement(
            *_compare(exact, printed, ulp, figure, ulp_max, abs_tol, modes_right), figure, above
        )
        for figure in figures
    )
    return min(judgements, key=lambda judgement: _rank(judgement, exact))


def _rank(judgement: Judgement, exact: Fraction) -> tuple[int, Fraction]:
    return _BEST_TO_WORST.index(judgement.kind), abs(judgement.nearest - exact)


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
        # 10.6976 is 10.70, which is often written 10.7: leaving off a zero is no coarser rounding.
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
    """A closed interval: all exact figures that are printed as one figure."""

    low: Fraction
    high: Fraction

    def contains(self, value: Fraction) -> bool:
        return self.low <= value <= self.high


def printed_interval(value: Decimal, ulp: Decimal) -> Interval:
    """The exact figures that ``value`` may stand for: half a unit of the last place to either side."""
    half = Fraction(ulp) / 2
    return Interval(Fraction(value) - half, Fraction(value) + half)


def exact_interval(value: Decimal) -> Interval:
    """The interval of one figure that was not rounded."""
    return Interval(Fraction(value), Fraction(value))


def divide_intervals(dividend: Interval, divisor: Interval) -> Interval | None:
    """The range of ``dividend / divisor``, the dividend cut at 0; None where the divisor may be 0."""
    if divisor.low <= 0:
        return None
    low = max(Fraction(0), dividend.low)
    return Interval(low / divisor.high, dividend.high / divisor.low)
