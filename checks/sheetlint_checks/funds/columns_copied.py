"""三列相同或错位

检查内容
    年度资金总额一行：
    一、年初预算数、全年预算数、全年执行数完全相同，又不是整数，而文字里说有结余或节约；
    二、全年执行数大于全年预算数、却不大于年初预算数，像是年初和全年两列填反了。
为什么
    照抄一列，执行率就成了 100%，真实的结余看不出来；两列填反，会误报超预算。
依据
    建议（按表内数据推断，没有条文直接规定）。
不通过示例
    30.17 | 30.17 | 30.17，说明写“节约 0.8 万元”
通过示例
    30.17 | 30.17 | 29.37，说明写“节约 0.8 万元”
怎么改
    按决算数核对三列，改正照抄或填反的数。

What it checks
    In the row 年度资金总额: all three amounts are the same and not round while some text says that
    money was left; or more was executed than the budget for the year but no more than the initial
    one, as if the two columns were swapped.
Why
    A copied column makes the rate 100 % and hides what was left; swapped ones look overspent.
Basis
    Advice: follows from the sheet's own figures.
Fails
    30.17 | 30.17 | 30.17 with “节约 0.8 万元”
Passes
    30.17 | 30.17 | 29.37 with “节约 0.8 万元”
How to fix
    Compare the three columns with the final accounts.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.amounts import have_one_unit
from sheetlint_checks.funds.execution import is_certainly_over
from sheetlint_checks.funds.vocabulary import LEFT_OVER
from sheetlint_checks.text_cells import mentions_any

_SAME = Text(
    "年初预算数、全年预算数、全年执行数都是 {amount}，文字里却说有结余，像是照抄了一列",
    "all three amounts are {amount}, yet a text says that money was left: a column seems copied",
)
_SWAPPED = Text(
    "执行数 {executed} 大于全年预算数 {budget}、不大于年初预算数 {initial}，像是两列预算填反了",
    "executed {executed} exceeds the budget {budget} but not the initial {initial}: the two "
    "columns of budgets seem swapped",
)
_HINT = Text("按决算数核对三列金额", "compare the three columns with the final accounts")


@check(
    "FD013",
    "columns-copied",
    title="Columns of amounts are copied or swapped",
    severity="info",
    confidence=MEDIUM,
    basis=ADVICE,
    needs="funds.total.initial funds.total.budget funds.total.executed",
)
def columns_copied(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.sure_fund_total
    initial, budget, executed = total.initial.sure, total.budget.sure, total.executed.sure
    if not have_one_unit((total.initial, total.budget, total.executed), sheet):
        return
    if initial == budget == executed:
        round_amount = executed == executed.to_integral_value()
        if not round_amount and mentions_any(sheet, LEFT_OVER):
            yield finding(total.executed, _SAME.fill(amount=total.executed.raw), hint=_HINT)
    elif executed <= initial and budget > 0 and is_certainly_over(total, sheet):
        yield finding(
            total.budget,
            _SWAPPED.fill(
                executed=format_grouped(executed),
                budget=format_grouped(budget),
                initial=format_grouped(initial),
            ),
            expected=(total.initial.raw,),
            hint=_HINT,
            fixes=(Fix(total.budget.path, total.initial.raw),),
        )
