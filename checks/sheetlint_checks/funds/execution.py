"""The execution rate that follows from the printed amounts.

Amounts in 元 are exact.  An amount in 万元 may be any amount that prints so, and the rate is then an
interval: a rate within it is right.
"""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.numbers.rounding import (
    Interval,
    divide_intervals,
    exact_interval,
    format_rounded,
    printed_interval,
)
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.money_units import YUAN


def execution_rate(row: FundRow) -> Fraction | None:
    """Executed ÷ budget from the printed amounts, as a fraction; None where the budget is 0."""
    if not row.budget.number or row.executed.number is None:
        return None
    return _divide(row.executed.number, row.budget.number)


def is_zero_above_money(sheet: Sheet) -> bool:
    """Whether the total row holds zeros while its parts hold money: what follows from it says nothing."""
    total = sheet.fund_total
    if total is None or total.budget.number != 0:
        return False
    return any(part.budget.number for part in sheet.fund_parts)


@lru_cache(maxsize=256)
def _divide(executed: Decimal, budget: Decimal) -> Fraction:
    """Cached: a dozen checks ask for the rate of the same row."""
    return Fraction(executed) / Fraction(budget)


def possible_rates(row: FundRow, sheet: Sheet) -> tuple[Interval, ...]:
    """The rates (fractions) that the amounts allow: as printed, and as a workbook stores them."""
    budget, executed = _amount(row.budget), _amount(row.executed)
    if budget is None or executed is None or budget.number <= 0:
        return ()
    return _quotients(executed, budget, sheet.money_unit.text == YUAN)


class _Amount(NamedTuple):
    """The properties of an amount on which a rate depends."""

    number: Decimal
    ulp: Decimal
    stored: Decimal | None


def _amount(value: Value) -> _Amount | None:
    return None if value.number is None else _Amount(value.number, value.ulp, value.stored)


@lru_cache(maxsize=256)
def _quotients(executed: _Amount, budget: _Amount, exact: bool) -> tuple[Interval, ...]:
    readings = [(_printed_interval(executed, exact), _printed_interval(budget, exact))]
    if budget.stored is not None or executed.stored is not None:
        readings.append((_stored_interval(executed), _stored_interval(budget)))
    return tuple(
        rate for over, under in readings if (rate := divide_intervals(over, under)) is not None
    )


def _printed_interval(amount: _Amount, exact: bool) -> Interval:
    return exact_interval(amount.number) if exact else printed_interval(amount.number, amount.ulp)


def _stored_interval(amount: _Amount) -> Interval:
    return exact_interval(amount.number if amount.stored is None else amount.stored)


def format_division(row: FundRow) -> str:
    """``56,961,217 ÷ 57,607,470.00 = 98.878%``, for the formula of a finding."""
    rate = execution_rate(row)
    quotient_text = "—" if rate is None else f"{format_rounded(rate * 100, 3)}%"
    return (
        f"{format_grouped(row.executed.sure)} ÷ {format_grouped(row.budget.sure)} = {quotient_text}"
    )


def is_certainly_over(row: FundRow, sheet: Sheet) -> bool:
    """Whether the executed amount exceeds the budget by more than rounding explains."""
    budget, executed = _amount(row.budget), _amount(row.executed)
    if budget is None or executed is None or executed.number <= budget.number:
        # The usual case, in which rounding does not matter.
        return False
    stored = budget.stored is not None or executed.stored is not None
    if stored and _stored_interval(executed).low <= _stored_interval(budget).high:
        return False
    exact = sheet.money_unit.text == YUAN
    return _printed_interval(executed, exact).low > _printed_interval(budget, exact).high
