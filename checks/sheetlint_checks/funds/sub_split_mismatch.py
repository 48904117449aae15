"""其他分类合计不符

检查内容
    部门整体等表样把同一笔资金再按收入性质、支出性质（或资金来源、资金方向）分一遍：
    各种分法的合计是否相等，是否等于年度资金总额。以万元填写的，允许四舍五入的差额。
    表上没有这种分法的不查。
为什么
    同一笔钱怎么分，合计都是一个数；不相等，总有一处写错。
依据
    建议：收入口径与支出口径是同一笔资金。
不通过示例
    按收入性质分 2030.12，按支出性质分 1925.67
通过示例
    按收入性质分 2030.12，按支出性质分 2030.12
怎么改
    核对两种分法的各项，改正写错的一处。

What it checks
    Forms of whole departments split the same money by income and by expenditure, or by source and
    by use: do the splits make the same, and the total?  Rounding is allowed for in 万元.
Why
    However money is split, it is one sum.
Basis
    Advice: both splits are of the same money.
Fails
    by income 2030.12, by expenditure 1925.67
Passes
    by income 2030.12, by expenditure 2030.12
How to fix
    Compare the items of both splits and correct the wrong one.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.column_sums import COLUMN_NAMES, COLUMNS
from sheetlint_checks.funds.vocabulary import SPLITS
from sheetlint_checks.money_units import YUAN

_MESSAGE = Text(
    "{column}：“{label}”为 {amount}，“{other}”为 {right}，应当相等",
    "{column}: “{label}” makes {amount} and “{other}” {right}; they must be the same",
)
_HINT = Text("核对两种分法的各项，改正写错的一处", "compare both splits and correct the wrong one")


@check(
    "FD012",
    "sub-split-mismatch",
    title="Another split of the funds does not make the same total",
    severity="warning",
    basis=ADVICE,
    needs="funds",
)
def sub_split_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    splits = [row for row in sheet.fund_parts if any(word in row.label for word in SPLITS)]
    total = sheet.fund_total
    rows = splits if total is None else [total, *splits]
    if len(rows) < 2 or not splits:
        return
    for column in COLUMNS:
        filled = [(row, cell) for row in rows if (cell := getattr(row, column)).known]
        for row, cell in filled[1:]:
            if _differ(cell, filled[0][1], sheet):
                yield _mismatch(column, row, cell, *filled[0])
                break


def _differ(one: Value, other: Value, sheet: Sheet) -> bool:
    slack = Decimal(0) if sheet.money_unit.text == YUAN else (one.ulp + other.ulp) / 2
    return abs(one.sure - other.sure) > slack


def _mismatch(column: str, row: FundRow, cell: Value, other: FundRow, right: Value) -> Finding:
    return finding(
        cell,
        _MESSAGE.fill(
            column=COLUMN_NAMES[column],
            label=row.label,
            amount=format_grouped(cell.sure),
            other=other.label,
            right=format_grouped(right.sure),
        ),
        expected=(right.raw,),
        formula=f"{format_grouped(cell.sure)} ≠ {format_grouped(right.sure)}",
        hint=_HINT,
        fixes=(Fix(cell.path, right.raw),),
    )
