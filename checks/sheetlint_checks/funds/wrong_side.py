"""Decides whether the total or a part is wrong, where a column does not add up.

The amounts of the column alone do not show it.  Other figures do: the printed execution rate was
calculated from the right amounts, and an initial budget that was not adjusted equals the budget.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.funds.column_sums import SummedColumn

TOTAL = "total"
PART = "part"
UNDECIDED = ""


def find_wrong_side(column: SummedColumn, sheet: Sheet) -> str:
    """``TOTAL``, ``PART``, or ``UNDECIDED`` where the rest of the sheet does not show it."""
    if column.field == "initial":
        as_total, as_sum = _equals_budget(column.amount, sheet), _equals_budget(column.sum, sheet)
    else:
        as_total = _fits_rate(column.field, column.amount, sheet)
        as_sum = _fits_rate(column.field, column.sum, sheet)
    if as_total == as_sum:
        return UNDECIDED
    return PART if as_total else TOTAL


def _equals_budget(initial: Decimal, sheet: Sheet) -> bool:
    total = sheet.fund_total
    return total is not None and total.budget.number == initial != 0


def _fits_rate(field: str, amount: Decimal, sheet: Sheet) -> bool:
    """Whether the printed rate follows with ``amount`` as the total, under any rounding."""
    total = sheet.fund_total
    if total is None or total.rate.number is None:
        return False
    budget = amount if field == "budget" else total.budget.number
    executed = amount if field == "executed" else total.executed.number
    if not budget or executed is None:
        return False
    difference = abs(Fraction(executed) / Fraction(budget) - Fraction(total.rate.number))
    return difference < Fraction(total.rate.ulp)
