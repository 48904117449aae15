"""资金分项之和≠总额

检查内容
    年初预算数、全年预算数、全年执行数三列：其中各项之和是否等于年度资金总额。空格和“—”按 0
    计；各项都没有填写的列不查。以元填写的应当完全相等；以万元填写的，各数四舍五入造成的
    差额只作提示。另列的中央补助、省级资金等行，是并列还是包含在内，怎样能加平就怎样算。
为什么
    总额和分项对不上，执行率和得分就没有可靠的依据。
依据
    建议：表样中各项列在“其中”之下，合计应等于年度资金总额。
不通过示例
    年度资金总额 0；其中：当年财政拨款 90
通过示例
    年度资金总额 57607470；其中：当年财政拨款 57607470，上年结转资金 0，其他资金 0
怎么改
    核对总额和各分项，把写错的一处改过来。

What it checks
    In each of the three columns of amounts: whether the parts add up to 年度资金总额.  A blank or a
    dash counts as 0; a column without any part is left alone.  Exact in 元; in 万元 what rounding
    explains is only a hint.  Rows that a place adds count in whatever way the figures add up.
Why
    Where total and parts disagree, rate and score rest on nothing.
Basis
    Advice: the form lists the parts under “of which”, so they make up the total.
Fails
    年度资金总额 0; 当年财政拨款 90
Passes
    年度资金总额 57607470; 当年财政拨款 57607470, 上年结转资金 0, 其他资金 0
How to fix
    Compare total and parts, and correct the one that is wrong.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.amounts import format_amount
from sheetlint_checks.funds.column_sums import (
    COLUMN_NAMES,
    FITS,
    ROUNDED,
    Part,
    SummedColumn,
    summed_columns,
)
from sheetlint_checks.funds.wrong_side import PART, TOTAL, UNDECIDED, find_wrong_side

_ROUNDED = Text(
    "{column}：各分项之和 {sum} 与年度资金总额 {total} 相差 {apart}，是四舍五入造成的",
    "{column}: the parts make {sum}, the total says {total}; rounding explains the {apart}",
)
_MESSAGE = {
    TOTAL: Text(
        "{column}：各分项之和为 {sum}，年度资金总额写成 {total}；{evidence}，是总额写错",
        "{column}: the parts make {sum}, the total says {total}; {evidence}, it is the "
        "total that is wrong",
    ),
    PART: Text(
        "{column}：各分项之和为 {sum}，年度资金总额为 {total}；{evidence}，是分项写错",
        "{column}: the parts make {sum}, the total says {total}; {evidence}, it is a part "
        "that is wrong",
    ),
    UNDECIDED: Text(
        "{column}：各分项之和为 {sum}，年度资金总额写成 {total}，总额和分项有一处不对",
        "{column}: the parts make {sum}, the total says {total}; one of them is wrong",
    ),
}
_BY_RATE = Text("按表上的执行率推算", "judging by the printed rate")
_BY_BUDGET = Text("与全年预算数相比", "compared with the budget for the year")
_HINT_TOTAL = Text(
    "核对后把年度资金总额改为 {sum}；如果总额没有错，改分项",
    "set the total to {sum} after looking at it; if it is right, correct a part",
)
_HINT_PART = Text(
    "核对后把“{label}”改为 {right}；如果分项没有错，总额应为 {sum}",
    "set “{label}” to {right} after looking at it; if it is right, the total must be {sum}",
)
_HINT_SOME_PART = Text(
    "核对各分项，相差 {apart}；如果分项都没有错，总额应为 {sum}",
    "look at the parts, {apart} apart; if all are right, the total must be {sum}",
)
_MOST_FIXES = 3


@check(
    "FD001",
    "funds-total-mismatch",
    title="Parts of the funds do not add up to the total",
    severity="error",
    needs="funds",
    basis=ADVICE,
    parameters="funds.sum_rule",
)
def funds_total_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if profile.text("funds.sum_rule") != "eq":
        return
    for column in summed_columns(sheet):
        if column.verdict == ROUNDED:
            message = _ROUNDED.fill(**_numbers(column))
            yield finding(column.total, message, formula=column.formula, severity=INFO)
        elif column.verdict != FITS:
            yield _mismatch_finding(column, find_wrong_side(column, sheet))


def _mismatch_finding(column: SummedColumn, wrong_side: str) -> Finding:
    right_total = format_amount(column.sum, column.total)
    total_fix = Fix(column.total.path, right_total)
    part_fixes = tuple(
        Fix(part.cell.path, format_amount(amount, part.cell))
        for part in column.filled
        if (amount := _fitting_amount(column, part)) >= 0
    )[:_MOST_FIXES]
    numbers = _numbers(column)
    at, expected, hint = column.total, right_total, _HINT_TOTAL.fill(**numbers)
    if wrong_side == PART and len(column.filled) == 1 and part_fixes:
        at, expected = column.filled[0].cell, part_fixes[0].text
        hint = _HINT_PART.fill(**numbers, label=column.filled[0].row.label, right=expected)
    elif wrong_side == PART:
        hint = _HINT_SOME_PART.fill(**numbers)
    return finding(
        at,
        _MESSAGE[wrong_side].fill(**numbers),
        expected=(expected,),
        formula=column.formula,
        hint=hint,
        fixes=(*part_fixes, total_fix) if wrong_side == PART else (total_fix, *part_fixes),
    )


def _fitting_amount(column: SummedColumn, part: Part) -> Decimal:
    """What the part would have to be for the column to add up."""
    return part.amount + column.amount - column.sum


def _numbers(column: SummedColumn) -> dict[str, object]:
    return {
        "column": COLUMN_NAMES[column.field],
        "sum": format_grouped(column.sum),
        "total": format_grouped(column.amount),
        "evidence": _BY_BUDGET if column.field == "initial" else _BY_RATE,
        "apart": format_grouped(abs(column.sum - column.amount)),
    }
