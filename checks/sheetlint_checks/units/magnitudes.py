"""Recognises amounts whose size shows that 元 and 万元 were confused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sheetlint.profiles import Profile
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.money_units import TEN_THOUSAND_YUAN, YUAN

TEN_THOUSAND = Decimal(10000)
_MIN_RATIO, _MAX_RATIO = 9000, 11000
"""A ratio of two amounts in this range is 10 000 and an ordinary execution rate."""


def amounts_of(row: FundRow) -> tuple[Value, Value, Value]:
    return row.initial, row.budget, row.executed


def unit_of(sheet: Sheet, profile: Profile) -> str:
    """The money unit of the sheet, else the default of the profile."""
    return sheet.money_unit.text or profile.text("unit.default")


def suspect_pair(one: Value, other: Value, unit: str) -> tuple[Value, Decimal] | None:
    """The one of two amounts that is in the wrong unit, and the right amount; None where neither is.

    In a sheet in 元 the small one was written in 万元; in a sheet in 万元 the big one in 元.
    """
    if (
        not one.number
        or not other.number
        or one.unit
        or other.unit
        or unit not in (YUAN, TEN_THOUSAND_YUAN)
    ):
        return None
    small, large = sorted((one, other), key=lambda value: value.number or 0)
    if (
        small.sure <= 0
        or not _MIN_RATIO <= Fraction(large.sure) / Fraction(small.sure) <= _MAX_RATIO
    ):
        return None
    if unit == YUAN:
        return small, small.sure * TEN_THOUSAND
    return large, large.sure / TEN_THOUSAND
