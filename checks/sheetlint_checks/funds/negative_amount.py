"""金额为负

检查内容
    资金栏各行的年初预算数、全年预算数、全年执行数是否为负数。
为什么
    预算和支出没有负数；出现负号，多半是录入时带入了冲账的符号，或是公式引错了格。
依据
    建议：资金栏填写的是安排和支出的金额，不填增减额。
不通过示例
    全年执行数 -1200.00
通过示例
    全年执行数 1200.00
怎么改
    去掉负号；如果是退回或核减的金额，从相应的数里减去后再填。

What it checks
    Whether an amount of the funds block is below zero.
Why
    Budgets and expenditure are not negative; the sign mostly came with an entry that was reversed,
    or a formula refers to the wrong cell.
Basis
    Advice: the block holds amounts, not changes.
Fails
    executed -1200.00
Passes
    executed 1200.00
How to fix
    Take the sign away; what was paid back is deducted before it is entered.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.amounts import format_amount
from sheetlint_checks.funds.column_sums import COLUMN_NAMES, COLUMNS

_MESSAGE = Text("“{label}”的{column}为负数 {printed}", "“{label}”: {column} is negative, {printed}")
_HINT = Text("去掉负号，应为 {right}", "take the sign away: {right}")


@check(
    "FD006",
    "negative-amount",
    title="An amount is negative",
    severity="error",
    basis=ADVICE,
)
def negative_amount(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for row in sheet.funds:
        for column in COLUMNS:
            cell = getattr(row, column)
            if cell.number is None or cell.number >= 0:
                continue
            right = format_amount(-cell.number, cell)
            yield finding(
                cell,
                _MESSAGE.fill(
                    label=row.label,
                    column=COLUMN_NAMES[column],
                    printed=cell.raw,
                ),
                expected=(right,),
                formula=f"{cell.raw} < 0",
                hint=_HINT.fill(right=right),
                fixes=(Fix(cell.path, right),),
            )
