"""The figures of a row, and whether more or less is better: by the operator of the target, else by
the name of the indicator."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.measure import EQ, GE, GT, LE, LT, Measure, common_scale, parse_measure
from sheetlint.sheet.numbers.rounding import format_short
from sheetlint_checks.scoring import vocabulary

POSITIVE = "positive"
REVERSE = "reverse"
EQUAL = "equal"
"""``=26次``: a count that must be met exactly."""
EITHER = "either"
"""Target and actual value are equal, so that the direction does not matter."""
UNDECIDED = ""

_NAME_PADDING = LazyPattern(vocabulary.NAME_PADDING)
_LESS_AT_END = LazyPattern(
    f"(?:{'|'.join(vocabulary.LESS)})(?:发生)?(?:{vocabulary.COUNTERS})?$", only_if=vocabulary.LESS
)


class RowFigures(NamedTuple):
    """Target and actual value of a row on one scale, with the direction that is better."""

    kind: str
    target: Fraction
    actual: Fraction
    percent: bool
    met: bool
    """Whether the target was met; a strict operator (``>95%``) counts as met by the figure itself."""
    slack: Fraction = Fraction(0)
    """Half a unit of the last decimal of the actual value: ``98.5%`` may be 98.46%.  A value without
    decimals is what it says."""

    @property
    def ratio(self) -> Fraction | None:
        """Actual ÷ target."""
        return self.actual / self.target if self.target else None

    def format(self, value: Fraction) -> str:
        """The target or the actual value as a formula shows it."""
        return format_short(value) + ("%" if self.percent else "")


def read_figures(target_text: str, actual_text: str, level2: str, level3: str) -> RowFigures | None:
    """The figures of a row; None where there is no ratio or the direction is uncertain."""
    figures = read_any_figures(target_text, actual_text, level2, level3)
    return None if figures is None or (not figures.target and not figures.met) else figures


@lru_cache(maxsize=4096)
def read_any_figures(
    target_text: str, actual_text: str, level2: str, level3: str
) -> RowFigures | None:
    """As ``read_figures``, and also for a limit of 0 that was exceeded (``≤0起``, 1起)."""
    target, actual = parse_measure(target_text), parse_measure(actual_text)
    if not target.numeric or not actual.numeric:
        return None
    pair = common_scale(target, actual)
    if pair is None:
        return None
    a, b = pair
    if a < 0 or b < 0:
        return None
    if a == b:
        kind = EITHER
    else:
        kind = direction_of(target, level2, level3)
        if not a and target.operator == EQ:
            # Any count above 0 misses an exact target of 0, whatever the direction of the name.
            kind = EQUAL
    if kind == UNDECIDED or (a == 0 and kind == POSITIVE):
        return None
    met = b <= a if kind == REVERSE or not a else b >= a
    return RowFigures(kind, a, b, target.percent or actual.percent, met, _slack(actual, b))


def _slack(actual: Measure, value: Fraction) -> Fraction:
    """Half a unit of the last decimal of ``actual``, on the scale of ``value``."""
    number = actual.number
    assert number is not None
    exponent = number.as_tuple().exponent
    if not number or not isinstance(exponent, int) or exponent >= 0:
        return Fraction(0)
    return Fraction(1, 2 * 10**-exponent) * value / Fraction(number)


def direction_of(target: Measure, level2: str, level3: str) -> str:
    """The better direction of a target that is a figure."""
    name = _NAME_PADDING.sub("", level3)
    operator = target.operator
    if operator in (LE, LT):
        # "满意度 ≤95%" contradicts itself; ID019 reports it.
        return UNDECIDED if name.endswith(vocabulary.MORE) else REVERSE
    tendency = _tendency(name, level2)
    if operator in (GE, GT):
        return UNDECIDED if _LESS_AT_END.search(name) else POSITIVE
    if operator == EQ:
        if tendency == REVERSE:
            return UNDECIDED
        return POSITIVE if target.percent else EQUAL
    return tendency


def _tendency(name: str, level2: str) -> str:
    if _LESS_AT_END.search(name):
        return REVERSE
    if any(word in name for word in vocabulary.CHANGES):
        return UNDECIDED
    if any(word in name for word in vocabulary.MORE):
        return POSITIVE
    if any(word in level2 for word in vocabulary.LESS_LEVELS):
        return REVERSE
    if any(word in level2 for word in vocabulary.MORE_LEVELS):
        return POSITIVE
    return UNDECIDED
