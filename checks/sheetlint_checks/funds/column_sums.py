"""Compares the sum of the parts of a column of the funds block with its total.

The three rows of the national form are parts.  Rows that a place adds (中央补助, 省级资金 …) may be
further parts or belong to one of the three, which the sheet does not show: any selection of rows that
adds up to the total is accepted.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import FUND_COLUMNS
from sheetlint.rules.needs import cache_last_sheet
from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import UNCOMPUTED, UNREADABLE, Value
from sheetlint_checks.funds.amounts import have_one_unit
from sheetlint_checks.money_units import YUAN

COLUMNS = ("initial", "budget", "executed")
COLUMN_NAMES = {
    "initial": Text(FUND_COLUMNS["initial"], "initial budget"),
    "budget": Text(FUND_COLUMNS["budget"], "budget"),
    "executed": Text(FUND_COLUMNS["executed"], "executed"),
}
"""Their names in messages."""
_STANDARD = ("fiscal", "carryover", "other")
_MAX_PARTS = 10
_FLOAT_NOISE = Fraction(1, 10**6)
"""Workbooks store binary fractions: 2456.18 may be stored as 2456.1800000000003."""

FITS = "fits"
ROUNDED = "rounded"
"""The difference is explained by the rounding of the printed figures."""
DIFFERS = "apart"


class Part(NamedTuple):
    """One row of a column."""

    row: FundRow
    cell: Value

    @property
    def amount(self) -> Decimal:
        """The amount; 0 for a blank or a dash."""
        return Decimal(0) if self.cell.number is None else self.cell.number


class SummedColumn(NamedTuple):
    """A total, and the parts whose sum comes nearest to it."""

    field: str
    total: Value
    parts: tuple[Part, ...]
    verdict: str

    @property
    def sum(self) -> Decimal:
        return sum((part.amount for part in self.parts), Decimal(0))

    @property
    def amount(self) -> Decimal:
        return self.total.sure

    @property
    def filled(self) -> tuple[Part, ...]:
        """The parts whose amount is not 0."""
        return tuple(part for part in self.parts if part.amount != 0)

    @property
    def formula(self) -> str:
        """``0 + 57,607,470 + 0 = 57,607,470 ≠ 57,607,471``."""
        terms = " + ".join(format_grouped(part.amount) for part in self.parts)
        return f"{terms} = {format_grouped(self.sum)} ≠ {format_grouped(self.amount)}"


@cache_last_sheet
def summed_columns(sheet: Sheet) -> tuple[SummedColumn, ...]:
    """The columns whose total and parts are known."""
    return tuple(_sum_columns(sheet))


def _sum_columns(sheet: Sheet) -> Iterator[SummedColumn]:
    total = sheet.fund_total
    if total is None:
        return
    for field in COLUMNS:
        total_cell: Value = getattr(total, field)
        parts = [Part(row, getattr(row, field)) for row in sheet.fund_parts]
        cells = [part.cell for part in parts]
        unknown = any(cell.state in (UNREADABLE, UNCOMPUTED) for cell in cells)
        if not total_cell.known or unknown or not any(cell.known for cell in cells):
            continue
        if have_one_unit([total_cell, *cells], sheet):
            yield _sum_column(field, total_cell, parts, exact=sheet.money_unit.text == YUAN)


def _sum_column(field: str, total: Value, parts: list[Part], exact: bool) -> SummedColumn:
    """The column with the selection of parts whose sum comes nearest to the total."""
    best: SummedColumn | None = None
    for chosen in _selections(total, parts):
        column = SummedColumn(field, total, chosen, _compare(total, chosen, exact))
        if column.verdict == FITS:
            return column
        if best is None or abs(column.sum - column.amount) < abs(best.sum - best.amount):
            best = column
    assert best is not None
    return best


def _selections(total: Value, parts: list[Part]) -> Iterator[tuple[Part, ...]]:
    standard = tuple(part for part in parts if part.row.source in _STANDARD)
    if standard:
        yield standard
    if len(standard) == len(parts):
        return
    yield tuple(parts)
    # A total of 0 would equal the sum of any rows without money.
    if total.number and len(parts) <= _MAX_PARTS:
        for count in range(1, len(parts)):
            for chosen in combinations(parts, count):
                if _adds_up(total, chosen):
                    yield chosen


def _adds_up(total: Value, parts: tuple[Part, ...]) -> bool:
    return sum((part.amount for part in parts), Decimal(0)) == total.number


def _compare(total: Value, parts: tuple[Part, ...], exact: bool) -> str:
    if _adds_up(total, parts) or _stored_adds_up(total, parts):
        return FITS
    cells = [total, *(part.cell for part in parts if part.amount != 0)]
    finest = min(cell.ulp for cell in cells)
    # Figures in 元 are exact, unless they show fewer digits than their neighbours.
    coarse = [cell.ulp for cell in cells if not exact or cell.ulp > finest]
    difference = abs(sum((part.amount for part in parts), Decimal(0)) - (total.number or 0))
    return ROUNDED if difference <= sum(coarse, Decimal(0)) / 2 else DIFFERS


def _stored_adds_up(total: Value, parts: tuple[Part, ...]) -> bool:
    """Whether the stored values of a workbook add up, however few digits it shows."""
    if total.stored is None and all(part.cell.stored is None for part in parts):
        return False
    stored = sum((_stored(part.cell) for part in parts), Fraction(0))
    return abs(stored - _stored(total)) <= _FLOAT_NOISE


def _stored(cell: Value) -> Fraction:
    return Fraction(cell.stored if cell.stored is not None else cell.number or 0)
