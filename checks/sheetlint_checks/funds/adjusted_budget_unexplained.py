"""预算调整未说明

检查内容
    年度资金总额一行，全年预算数与年初预算数相差超过 20%（或年初为 0、年中才安排），而全表
    没有一处提到追加、调整、调减、结转、下达，资金栏这一行也没有写说明。当地要求单独说明理由的
    是警告，其余只作提示。
为什么
    预算变动大的项目，年初定的目标往往也要跟着调整；不说明，看不出变动是不是批准过的。
依据
    建议；有的地方的表样写明“预算追加或调减应单独说明理由”。
不通过示例
    年初预算数 861.10，全年预算数 2030.12，全表没有说明
通过示例
    年初预算数 861.10，全年预算数 2030.12，完成情况写明“年中追加 1169.02 万元”
怎么改
    在完成情况或说明里写一句预算为什么调整、由谁批准。

What it checks
    In the row 年度资金总额: the budget for the year differs from the initial one by more than 20 %
    (or there was none at first), no text speaks of an addition, a cut, a carry-over or an
    allotment, and the row has no note.  A warning where the place wants the reason, else a hint.
Why
    Targets were set for the initial budget; without a word nobody sees that the change was approved.
Basis
    Advice; some places print on the form that changes must be explained.
Fails
    initial 861.10, for the year 2030.12, no text
Passes
    the same with “年中追加 1169.02 万元” in the results
How to fix
    Say in the results or the notes why the budget was changed and who approved it.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, LOW, WARNING, Finding, check, finding
from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.amounts import have_one_unit
from sheetlint_checks.funds.vocabulary import ADJUSTED
from sheetlint_checks.notes.note_content import is_explanation
from sheetlint_checks.text_cells import mentions_any

_MESSAGE = Text(
    "全年预算数 {budget} 与年初预算数 {initial} 相差较大，全表没有说明调整原因",
    "the budget for the year, {budget}, differs much from the initial {initial}, unexplained",
)
_HINT = Text(
    "在实际完成情况里写一句预算追加或调减的原因", "say in the results why the budget was changed"
)
_MAX_SHARE = Decimal("0.2")


@check(
    "FD009",
    "adjusted-budget-unexplained",
    title="An adjusted budget is not explained",
    severity="info",
    confidence=LOW,
    basis=ADVICE,
    needs="funds.total.initial funds.total.budget",
    parameters="notes.adjusted_budget",
)
def adjusted_budget_unexplained(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.sure_fund_total
    initial, budget = total.initial.sure, total.budget.sure
    if not have_one_unit((total.initial, total.budget), sheet):
        return
    # Against an initial budget below 1 a share means nothing: any real budget is far above it.
    if abs(budget - initial) <= _MAX_SHARE * max(initial, Decimal(1)):
        return
    if is_explanation(total.note) or mentions_any(sheet, ADJUSTED):
        return
    yield finding(
        total.budget,
        _MESSAGE.fill(budget=format_grouped(budget), initial=format_grouped(initial)),
        formula=f"|{format_grouped(budget)} − {format_grouped(initial)}| > 20% × {format_grouped(initial)}",
        severity=WARNING if profile.flag("notes.adjusted_budget") else INFO,
        hint=_HINT,
    )
