"""预算执行率重复计分

检查内容
    资金栏已经按执行率计分的表：指标里是否又有预算执行率、资金使用率、支付率一类的指标。
    它的完成值与资金栏的执行率不同的，一并说明。执行率只在指标里计分的表样不检查。
为什么
    同一件事计了两次分，执行得好的多得、执行得差的多扣，挤占了产出和效益的分值。
依据
    财预〔2020〕10号 第十三条：预算执行率单列（原则上占 10%），产出、效益、满意度另设。
不通过示例
    产出指标里有：预算执行率，指标值 100%，完成值 83.5%
通过示例
    产出指标里没有执行率一类的指标
怎么改
    删去这一项，把分值分给产出和效益指标；下年编目标时不再设。

What it checks
    Where the funds block is scored by the execution rate: does an indicator measure it once more
    (预算执行率, 资金使用率, 支付率)?  An actual value that differs from the rate of the funds
    block is said as well.  Forms that score the rate among the indicators only are left alone.
Why
    One thing is scored twice and takes points from output and effect.
Basis
    MOF Caiyu [2020] No. 10, article 13: the execution rate stands by itself, 10% in principle.
Fails
    an output indicator 预算执行率, target 100%, actual 83.5%
Passes
    no such indicator
How to fix
    Take the row out and give its weight to output and effect.
"""

from collections.abc import Iterator
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.numbers.parse import format_percent
from sheetlint.sheet.sheet import FundRow, Indicator, Sheet
from sheetlint_checks.basis import ART_13
from sheetlint_checks.scoring import figures_of, is_execution_rate

_MESSAGE = Text(
    "资金栏已经按执行率计分，“{name}”又计了一次{differs}",
    "the funds block is scored by the execution rate; {name} scores it once more{differs}",
)
_DIFFERS = Text(
    "，而且完成值 {actual} 与资金栏的执行率 {rate} 不同",
    ", and its actual value {actual} is not the rate {rate} of the funds block",
)
_NOTHING = Text("", "")
_HINT = Text(
    "删去这一项，把分值分给产出和效益指标",
    "take the row out and give its weight to output and effect",
)


@check(
    "ID020",
    "budget-rate-double-counted",
    title="Execution rate is scored twice",
    severity="warning",
    basis=ART_13,
    each=EACH_INDICATOR,
    needs="~level3 score",
    parameters="budget_score.location",
    confidence=MEDIUM,
)
def budget_rate_double_counted(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.fund_total
    if total is None or not total.weight.number or not is_execution_rate(row.level3.text):
        return
    if profile.text("budget_score.location") == "indicator_row":
        return
    differs = _NOTHING
    if _differs_from_rate(row, total):
        rate = format_percent(total.rate.sure)
        differs = _DIFFERS.fill(actual=row.actual.raw, rate=rate)
    yield finding(row.level3, _MESSAGE.fill(name=row.level3.text[:20], differs=differs), hint=_HINT)


def _differs_from_rate(row: Indicator, total: FundRow) -> bool:
    """The actual value is a percentage, and not the one of the funds block."""
    figures, rate = figures_of(row), total.rate.number
    if figures is None or rate is None or not figures.percent:
        return False
    return abs(figures.actual / 100 - Fraction(rate)) > Fraction(1, 100)
