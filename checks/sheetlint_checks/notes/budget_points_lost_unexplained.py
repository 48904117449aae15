"""预算执行扣分未说明

检查内容
    预算执行一行得分低于分值时，有没有在任何地方说明原因：该行的说明栏、表下的原因说明、
    指标的说明，或实际完成情况里关于资金的一句话（如“因……尾款下年支付”）。
    “顺利完成预算执行”不是原因。级别由所用口径的 notes.budget_row 决定。
为什么
    表样在这一行没有说明栏，最容易只扣分、不说明。
依据
    建议；财预〔2020〕10号 第十一条要求对偏离说明原因，表样没有给这一行留说明栏。
不通过示例
    分值 10，执行率 98.88%，得分 9.89，全表没有提到原因
通过示例
    分值 10，执行率 98.88%，得分 9.89，完成情况写明：因合同尾款按约定下年支付，结余 64 万元
怎么改
    在实际完成情况或表下说明里，补一句资金没有用完的原因。

What it checks
    Where the budget row's score is below its weight: is a reason given anywhere, in a note of
    that row, in a block note, in an indicator's note or in a sentence about the money in the
    actual results?  The profile's notes.budget_row sets the severity.
Why
    The form has no note cell in this row, so points vanish there without a word.
Basis
    Advice: article 11 of MOF Caiyu [2020] No. 10 asks for reasons, the form leaves no room.
Fails
    weight 10, rate 98.88%, score 9.89, no reason anywhere
Passes
    weight 10, rate 98.88%, score 9.89, actual results: 因合同尾款按约定下年支付，结余 64 万元
How to fix
    Add a sentence on why the money was not spent, in the results or below the table.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.rules.decide import OFF
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import has_lost_points
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.notes.note_content import is_unspent_explained, low_execution_rate

_MESSAGE = Text(
    "预算执行分值 {weight}、得分 {score}，扣了分，全表没有说明原因",
    "budget row: weight {weight}, score {score}; points were lost and nothing says why",
)
_HINT = Text(
    "在实际完成情况里补一句资金没有用完的原因，例如“因合同尾款下年支付，结余……元”",
    "say in the actual results why the money was not spent",
)


@check(
    "NT014",
    "budget-points-lost-unexplained",
    title="Points lost for execution without a reason",
    severity="warning",
    basis=ADVICE,
    needs="funds.total.weight funds.total.score",
    parameters="notes.budget_row notes.low_execution_rate",
)
def budget_points_lost_unexplained(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    severity = profile.text("notes.budget_row")
    total = sheet.sure_fund_total
    if severity == OFF or not has_lost_points(total.weight, total.score):
        return
    if is_unspent_explained(sheet) or low_execution_rate(sheet, profile) is not None:
        # Of a low execution rate NT005 speaks.
        return
    yield finding(
        total.score,
        _MESSAGE.fill(weight=total.weight.raw, score=total.score.raw),
        formula=f"{total.score.raw} < {total.weight.raw}",
        severity=severity,
        hint=_HINT,
    )
