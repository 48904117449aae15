"""How big amounts are, as far as that betrays a mix-up of 元 and 万元."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sheetlint.profiles import Profile
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import Value

TEN_THOUSAND = Decimal(10000)
_LEAST, _MOST = 9000, 11000
"""A ratio of two amounts in this range is 10 000 and an ordinary execution rate."""

YUAN = "元"
WAN = "万元"


def amounts_of(row: FundRow) -> tuple[Value, Value, Value]:
    return row.initial, row.budget, row.executed


def unit_of(sheet: Sheet, profile: Profile) -> str:
    """The unit that the sheet names, else the one that the profile takes for granted."""
    return sheet.money_unit.text or profile.text("unit.default")


def suspect_pair(one: Value, other: Value, unit: str) -> tuple[Value, Decimal] | None:
    """The one of two amounts that is in the other unit, and what it should be.

    In a sheet in 元 the small one was written in 万元; in a sheet in 万元 the big one in 元.
    """
    if not one.number or not other.number or one.unit or other.unit or unit not in (YUAN, WAN):
        return None
    small, big = sorted((one, other), key=lambda value: value.number or 0)
    if small.sure <= 0 or not _LEAST <= Fraction(big.sure) / Fraction(small.sure) <= _MOST:
        return None
    if unit == YUAN:
        return small, small.sure * TEN_THOUSAND
    return big, big.sure / TEN_THOUSAND
