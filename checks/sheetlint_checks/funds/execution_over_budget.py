"""执行数大于预算数

检查内容
    全年执行数是否大于全年预算数：先看年度资金总额；总额没有超的，再看其中各项。
    总额预算为 0 的由 FD005 去说；各项加得平、只在来源之间挪用的由 FD007 去说。
    金额经四舍五入、实际可能相等的不算。当地规定不得超过的为错误，规定允许的不提示。
为什么
    执行数超过预算数，多半是两个数填反、单位不一致，或者预算调整后没有改全年预算数。
依据
    建议：全年预算数是调整后的数，全年执行数一般不大于它。
不通过示例
    全年预算数 329.77，全年执行数 338.31
通过示例
    全年预算数 338.31，全年执行数 338.31
怎么改
    核对两个数；年中追加过预算的，把全年预算数改为调整后的数。

What it checks
    Whether more was executed than budgeted, in the total row or else in a part row.  Amounts that
    may be equal but for rounding pass.  An error where the place refuses it, silent where it is
    allowed.  FD005 speaks of a total of 0, FD007 of parts between which money was moved.
Why
    Mostly the two figures are swapped, in different units, or the adjusted budget was not entered.
Basis
    Advice: the budget for the year is the adjusted one, and is not exceeded as a rule.
Fails
    budget 329.77, executed 338.31
Passes
    budget 338.31, executed 338.31
How to fix
    Look at both figures; where the budget was raised, enter the adjusted one.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, WARNING, Finding, check, finding
from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.amounts import have_one_unit
from sheetlint_checks.funds.execution import is_certainly_over
from sheetlint_checks.funds.overspent_parts import find_overspent_parts

_MESSAGE = Text(
    "“{label}”全年执行数 {executed} 大于全年预算数 {budget}，超出 {over}",
    "“{label}”: executed {executed} exceeds the budget {budget} by {over}",
)
_HINT = Text(
    "核对两个数是否填反、单位是否一致；年中追加过预算的，全年预算数填调整后的数",
    "see whether the two are swapped or in different units; enter the adjusted budget",
)


@check(
    "FD004",
    "execution-over-budget",
    title="More was executed than budgeted",
    severity="warning",
    basis=ADVICE,
    parameters="funds.over_budget",
)
def execution_over_budget(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    policy = profile.text("funds.over_budget")
    if policy == "allow":
        return
    total = sheet.fund_total
    overspent = find_overspent_parts(sheet)
    over = [row for row in sheet.funds if row not in overspent and _over(row, sheet)]
    if total in over:
        # Some part must then be over as well: the same fact, not another one.
        over = [row for row in over if row is total]
    for row in over:
        budget, executed = row.budget.sure, row.executed.sure
        yield finding(
            row.executed,
            _MESSAGE.fill(
                label=row.label,
                executed=format_grouped(executed),
                budget=format_grouped(budget),
                over=format_grouped(executed - budget),
            ),
            expected=(f"≤ {format_grouped(budget)}",),
            formula=f"{format_grouped(executed)} > {format_grouped(budget)}",
            severity=ERROR if policy == "refuse" else WARNING,
            hint=_HINT,
        )


def _over(row: FundRow, sheet: Sheet) -> bool:
    if row.source == "total" and row.budget.number == 0:
        return False
    return have_one_unit((row.budget, row.executed), sheet) and is_certainly_over(row, sheet)
