"""Total or part: which of two figures that contradict each other is the wrong one.

The amounts of a column alone do not tell.  What else the sheet prints does: the execution rate was
calculated from the right figures, and an initial budget that nobody adjusted equals the budget.
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
    """Which side of the column is wrong, as far as the rest of the sheet shows it."""
    if column.field == "initial":
        as_total, as_sum = _unadjusted(column.amount, sheet), _unadjusted(column.sum, sheet)
    else:
        as_total = _fits_rate(column.field, column.amount, sheet)
        as_sum = _fits_rate(column.field, column.sum, sheet)
    if as_total == as_sum:
        return UNDECIDED
    return PART if as_total else TOTAL


def _unadjusted(initial: Decimal, sheet: Sheet) -> bool:
    total = sheet.fund_total
    return total is not None and total.budget.number == initial != 0


def _fits_rate(field: str, amount: Decimal, sheet: Sheet) -> bool:
    """With ``amount`` as the total, the printed rate comes out, rounded in whatever way."""
    total = sheet.fund_total
    if total is None or total.rate.number is None:
        return False
    budget = amount if field == "budget" else total.budget.number
    executed = amount if field == "executed" else total.executed.number
    if not budget or executed is None:
        return False
    apart = abs(Fraction(executed) / Fraction(budget) - Fraction(total.rate.number))
    return apart < Fraction(total.rate.ulp)
