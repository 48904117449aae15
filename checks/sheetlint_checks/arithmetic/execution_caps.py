"""The caps that a place sets on the totals of projects with a low execution rate.

Amounts in 万元 are rounded, so that the rate may lie on either side of a bound: then both caps are
accepted.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.profiles import Profile
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.funds.execution import execution_rate, possible_rates


class Cap(NamedTuple):
    """The maximum of the total (points) for an execution rate below ``bound`` (fraction)."""

    bound: Fraction
    maximum: Decimal


def execution_caps(sheet: Sheet, profile: Profile) -> tuple[Cap | None, ...]:
    """Every cap that the printed amounts allow, the mildest first; None stands for no cap."""
    row = sheet.fund_total
    exact = None if row is None else execution_rate(row)
    if row is None or exact is None:
        return (None,)
    steps = sorted(
        Cap(Fraction(str(bound)), Decimal(str(maximum)))
        for bound, maximum in profile.get("total.caps_by_rate")
    )
    ends = (end for rate in possible_rates(row, sheet) for end in (rate.low, rate.high))
    rates = sorted({exact, *ends}, reverse=True)
    return tuple(dict.fromkeys(_cap_for_rate(rate, steps) for rate in rates))


def _cap_for_rate(rate: Fraction, steps: Iterable[Cap]) -> Cap | None:
    return next((step for step in steps if rate < step.bound), None)


def apply_cap(total: Decimal, cap: Cap | None) -> Decimal:
    """The total, limited by the cap."""
    return total if cap is None else min(total, cap.maximum)
