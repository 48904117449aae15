"""Finds parts of the funds that were overspent with money of another part."""

from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint_checks.funds.amounts import have_one_unit
from sheetlint_checks.funds.column_sums import DIFFERS, summed_columns
from sheetlint_checks.funds.execution import is_certainly_over


def find_overspent_parts(sheet: Sheet) -> list[FundRow]:
    """The overspent parts, where the parts add up to the total in both columns.

    Where they do not, a figure is wrong, and none is returned.
    """
    total = sheet.fund_total
    if total is None or is_certainly_over(total, sheet):
        return []
    adding_up = {column.field for column in summed_columns(sheet) if column.verdict != DIFFERS}
    if not {"budget", "executed"} <= adding_up:
        return []
    return [
        row
        for row in sheet.fund_parts
        if row.budget.known
        and have_one_unit((row.budget, row.executed), sheet)
        and is_certainly_over(row, sheet)
    ]
