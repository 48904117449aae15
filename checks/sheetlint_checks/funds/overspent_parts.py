"""Parts of the funds that were overspent out of another part."""

from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint_checks.funds.amounts import have_one_unit
from sheetlint_checks.funds.column_sums import DIFFERS, summed_columns
from sheetlint_checks.funds.execution import is_certainly_over


def find_overspent_parts(sheet: Sheet) -> list[FundRow]:
    """Only where total and parts are sound in both columns, so that the excess is another part's.

    Otherwise a figure is wrong somewhere, which is not this story.
    """
    total = sheet.fund_total
    if total is None or is_certainly_over(total, sheet):
        return []
    sound = {column.field for column in summed_columns(sheet) if column.verdict != DIFFERS}
    if not {"budget", "executed"} <= sound:
        return []
    return [
        row
        for row in sheet.fund_parts
        if row.budget.known
        and have_one_unit((row.budget, row.executed), sheet)
        and is_certainly_over(row, sheet)
    ]
