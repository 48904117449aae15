"""全年预算为零

检查内容
    年度资金总额一行的全年预算数是否为 0。预算为 0 却有执行数的是错误；预算和执行都是 0 的
    只作提示：这时执行率没有意义，执行率和预算执行得分两项不再核对。口径规定了这种情况
    怎样计执行率的，不提示。
为什么
    预算为 0 而有支出，多半是总额一行没有填，或者填错了行；执行率也因此无从计算。
依据
    建议：全年执行数来自全年预算，没有预算就没有执行。
不通过示例
    全年预算数 0，全年执行数 90
通过示例
    全年预算数 90，全年执行数 90
怎么改
    补填或改正全年预算数；如果款项确实没有预算，把来源写清楚。

What it checks
    Whether the budget for the year in the row 年度资金总额 is 0.  An error where money was executed
    all the same; a hint where both are 0, for then there is no execution rate and rate and score
    are not checked.  Silent where the profile says how such a rate counts.
Why
    Mostly the total row was not filled in, or the figure stands in another row.
Basis
    Advice: what is executed comes out of the budget.
Fails
    budget 0, executed 90
Passes
    budget 90, executed 90
How to fix
    Enter the budget for the year; where there was none, say where the money came from.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, Finding, Fix, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE

_SPENT = Text(
    "全年预算数为 0，全年执行数却是 {executed}",
    "the budget for the year is 0, yet {executed} was executed",
)
_NOTHING = Text(
    "全年预算数和全年执行数都是 0，执行率没有意义，不再核对执行率和得分",
    "budget and executed are both 0: there is no rate, and neither rate nor score is checked",
)
_HINT = Text(
    "补填全年预算数（其中各项有数的，总额应为各项之和）",
    "enter the budget for the year; where the parts hold money it is their sum",
)
_HINT_NOTHING = Text(
    "项目确实没有安排资金的，在说明里写一句", "say so in the notes if the project had no money"
)


@check(
    "FD005",
    "zero-budget",
    title="The budget for the year is zero",
    severity="error",
    basis=ADVICE,
    needs="funds.total.budget funds.total.executed",
    parameters="funds.zero_zero_rate",
)
def zero_budget(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.sure_fund_total
    if total.budget.number != 0:
        return
    if total.executed.number:
        yield finding(
            total.budget,
            _SPENT.fill(executed=total.executed.raw),
            formula=f"{total.executed.raw} ÷ 0",
            severity=ERROR,
            hint=_HINT,
            fixes=(Fix(total.budget.path, total.executed.raw),),
        )
    elif profile.text("funds.zero_zero_rate") == "skip":
        yield finding(total.budget, _NOTHING, severity=INFO, hint=_HINT_NOTHING)
