"""定性指标过多

检查内容
    指标值里没有数字、日期的定性指标，分值是否超过全部指标分值的一半（以所用口径为准）。只作提示。
为什么
    定性指标靠主观判断，占得太多，总分就不可比。
依据
    建议：绩效指标应尽量量化。
不通过示例
    90 分指标分值中 60 分为定性
通过示例
    90 分中 20 分为定性
怎么改
    能用数表示的改成定量指标。

What it checks
    Do qualitative indicators, without figure or date, hold more than half of the weights (the bound is
    the profile's)?  A hint.
Why
    They are scored by judgement; with too many of them totals cannot be compared.
Basis
    Advice: indicators are to be figures as far as possible.
Fails
    60 of 90 points qualitative
Passes
    20 of 90 points qualitative
How to fix
    Make figures of those that can be.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.measure import WORDS, parse_measure
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE

_MESSAGE = Text(
    "{all} 分指标分值中有 {words} 分是定性指标", "{words} of {all} points are qualitative"
)
_HINT = Text("能用数表示的改成定量指标", "make figures of those that can be")


@check(
    "ID021",
    "too-many-qualitative",
    title="Too many qualitative indicators",
    severity="info",
    confidence=LOW,
    basis=ADVICE,
    needs="indicators.*.weight columns.target",
    parameters="indicators.qualitative_share",
)
def too_many_qualitative(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    share = profile.number("indicators.qualitative_share")
    whole = qualitative = Decimal(0)
    first = None
    for row in scored_rows(sheet):
        weight = row.weight.number or Decimal(0)
        whole += weight
        if parse_measure(row.target.text).kind == WORDS:
            qualitative += weight
            first = first or row
    if first is not None and qualitative > share * whole:
        message = _MESSAGE.fill(all=format_plain(whole), words=format_plain(qualitative))
        yield finding(
            first.target,
            message,
            formula=f"{format_plain(qualitative)} ÷ {format_plain(whole)}",
            hint=_HINT,
        )
