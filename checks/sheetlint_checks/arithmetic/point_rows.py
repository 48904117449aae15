"""The rows of a sheet that count towards the total: the budget row and the scored indicator rows.

The rows 其中 of the funds block do not count: a weight or a score printed there repeats that of the
total row.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from sheetlint.rules.needs import cache_last_sheet, scored_rows
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.numbers.rounding import is_multiple
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value

_STEPS = tuple(map(Decimal, ("1", "0.5", "0.1", "0.05", "0.01")))


BUDGET_ROW = "预算执行"
"""The name in messages of the row 年度资金总额 as a row with points."""


class PointRow(NamedTuple):
    """One row that counts towards the total."""

    name: str
    weight: Value
    score: Value


@cache_last_sheet
def point_rows(sheet: Sheet) -> tuple[PointRow, ...]:
    """The budget row first, as on the form; doubtful rows are left out."""
    total = sheet.fund_total
    budget = () if total is None else (PointRow(BUDGET_ROW, total.weight, total.score),)
    return budget + tuple(
        PointRow(row.level3.text, row.weight, row.score)
        for row in scored_rows(sheet)
        if row.doubt is None
    )


@cache_last_sheet
def score_step(sheet: Sheet) -> Decimal:
    """The coarsest step that all scores of the sheet are multiples of: 1 where all are whole."""
    scores = [row.score.number for row in point_rows(sheet) if row.score.number is not None]
    return next((s for s in _STEPS if all(is_multiple(n, s) for n in scores)), _STEPS[-1])


def all_have_full_marks(rows: Iterable[Indicator]) -> bool:
    """Whether every row has full marks."""
    return all(row.score.known and row.score.number == row.weight.number for row in rows)


def sum_numbers(values: Iterable[Value]) -> Decimal:
    """The sum of the cells that hold a number."""
    return sum((v.number for v in values if v.number is not None), Decimal(0))


def format_sum(values: Iterable[Value]) -> str:
    """``9.89 + 20 + 15 = 44.89``."""
    known = [v for v in values if v.known]
    terms = " + ".join(format_plain(v.sure) for v in known)
    return f"{terms} = {format_plain(sum_numbers(known))}"


def format_points(value: Decimal) -> str:
    """A calculated number of points without zeros at the end: 30, not 30.00."""
    return format_plain(value.normalize())


def has_lost_points(weight: Value, score: Value) -> bool:
    """Whether the score is below the weight by more than rounding explains."""
    if weight.number is None or score.number is None:
        return False
    return weight.number - score.number > score.ulp / 2
