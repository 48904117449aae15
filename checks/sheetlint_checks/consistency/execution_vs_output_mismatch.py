"""执行率与产出得分不匹配

检查内容
    指标得分率（各指标得分 ÷ 分值之和）高出预算执行得分率的幅度：
    （指标得分率 − 预算执行得分率）÷ 指标得分率，超过所用口径的限度（5%）就提示。
    执行得分率低于 80%、指标得分率不低于 95%，全表又没有说明资金为什么没有用完的，是警告。
    指标全部满分、而低执行率已有说明的，由 ID024 检查；预算执行得分算错的，先由 FD003 检查。
为什么
    钱没有用完，事情却全部做完做好，要么是预算偏高，要么是得分虚高。
依据
    建议（按表内数据推断）。
不通过示例
    预算执行 4.52/10，指标 90/90，没有说明
通过示例
    预算执行 9.89/10，指标 89/90
怎么改
    核对各项得分；确实节约或尾款未付的，说明资金没有用完的原因。

What it checks
    By how much the indicators' share of their points exceeds the budget row's share:
    (indicators − budget) ÷ indicators, above the place's limit (5%) a hint.  A warning where the
    budget row has less than 80% of its points, the indicators at least 95%, and nothing says why
    the money was not spent.  All rows full and the low rate explained: ID024 speaks; a budget
    score that is wrong is FD003's first.
Why
    All the work done with half of the money: the budget was too high, or the scores are.
Basis
    Advice: follows from the sheet's own figures.
Fails
    budget row 4.52 of 10, indicators 90 of 90, no reason given
Passes
    budget row 9.89 of 10, indicators 89 of 90
How to fix
    Look at the scores; where money was saved or is still to be paid, say so.
"""

from collections.abc import Iterator
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, MEDIUM, WARNING, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.rounding import format_rounded, format_short
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import all_have_full_marks, sum_numbers
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.execution import is_zero_above_money
from sheetlint_checks.notes.note_content import is_unspent_explained, low_execution_rate
from sheetlint_checks.scoring import BUDGET_PARAMETERS, judge_budget_score

_MESSAGE = Text(
    "预算执行得分 {budget}/{weight}，指标得分 {score}/{most}，资金用得少而产出得分高{why}",
    "budget row {budget} of {weight}, indicators {score} of {most}: little spent, much achieved{why}",
)
_UNEXPLAINED = Text("，没有说明原因", ", and nothing says why")
_NOTHING = Text("", "")
_HINT = Text(
    "核对各项得分；确实节约或尾款未付的，说明资金没有用完的原因",
    "look at the scores; where money was saved or is still to be paid, say so",
)
_NEARLY_ALL = Fraction(95, 100)


@check(
    "CN004",
    "execution-vs-output-mismatch",
    title="Execution does not fit the indicators' scores",
    severity="info",
    basis=ADVICE,
    needs="indicators.*.score indicators.*.weight funds.total.score funds.total.weight",
    parameters=f"{BUDGET_PARAMETERS} mismatch.rate_vs_output_red mismatch.unspent_yellow "
    "notes.low_execution_rate",
    confidence=MEDIUM,
)
def execution_vs_output_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total, rows = sheet.sure_fund_total, scored_rows(sheet)
    score, most = sum_numbers(row.score for row in rows), sum_numbers(row.weight for row in rows)
    if not total.weight.number or total.weight.number < 0 or score <= 0 or most <= 0:
        return
    output = Fraction(score) / Fraction(most)
    spent = Fraction(total.score.sure) / Fraction(total.weight.number)
    apart = (output - spent) / output
    if apart <= Fraction(profile.number("mismatch.rate_vs_output_red")):
        return
    if judge_budget_score(sheet, profile) is not None or is_zero_above_money(sheet):
        # A budget score that is wrong says nothing of what was spent, nor does a total row of zeros.
        return
    if (
        all_have_full_marks(rows)
        and low_execution_rate(sheet, profile) is not None
        and is_unspent_explained(sheet)
    ):
        return
    low = spent < 1 - Fraction(profile.number("mismatch.unspent_yellow"))
    bad = low and output >= _NEARLY_ALL and not is_unspent_explained(sheet)
    yield finding(
        total.score,
        _MESSAGE.fill(
            budget=total.score.raw,
            weight=total.weight.raw,
            score=format_short(Fraction(score)),
            most=format_short(Fraction(most)),
            why=_UNEXPLAINED if bad else _NOTHING,
        ),
        formula=f"({format_rounded(output * 100)}% − {format_rounded(spent * 100)}%) ÷ {format_rounded(output * 100)}% "
        f"= {format_rounded(apart * 100)}%",
        severity=WARNING if bad else INFO,
        hint=_HINT,
    )
