"""分值合计≠100

检查内容
    预算执行的分值加上各指标的分值，合计是否等于 100（以所用口径规定的总分为准）。
    “其中”各行不计。分值带小数时，合计的差在取位误差之内的只作提示。
为什么
    总分是百分制；合计不是 100，各项得分就失去了比较的基础。
依据
    财预〔2020〕10号 第十八条（总分一般为 100 分）、附1 表样（总分行分值 100）。
不通过示例
    指标分值 70 + 20 + 10 = 100，预算执行 10 分另计，合计 110
通过示例
    预算执行 10 + 产出 50 + 效益 30 + 满意度 10 = 100
怎么改
    找出填错的分值改正；如果预算执行的 10 分没有算在 100 分之内，把指标分值合计调为 90。

What it checks
    Does the weight of the budget row plus the weights of all indicators make 100, or what the
    profile says?  Rows 其中 do not count.  A difference that rounding explains is a hint only.
Why
    The total is out of a hundred; otherwise no score can be compared with another.
Basis
    MOF Caiyu [2020] No. 10, article 18 and form 1.
Fails
    indicators 70 + 20 + 10 = 100 with 10 for the budget besides: 110
Passes
    budget 10 + output 50 + effect 30 + satisfaction 10 = 100
How to fix
    Correct the weight that is wrong; if the budget's 10 stand outside the 100, bring the indicators
    to 90.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.arithmetic.point_rows import (
    format_points,
    format_sum,
    point_rows,
    sum_numbers,
)
from sheetlint_checks.basis import ART_18

_MESSAGE = Text(
    "预算执行和各指标的分值合计 {sum}，应为 {right}{why}",
    "the weights of budget and indicators add up to {sum}, not {right}{why}",
)
_OUTSIDE = Text(
    "（指标分值合计已是 {right}，预算执行的 {budget} 分在 {right} 之外）",
    " (the indicators alone make {right}; the budget's {budget} stand outside)",
)
_ROUNDED = Text("（相差在取位误差之内）", " (within the rounding of the weights)")
_HINT = Text(
    "核对各行分值，改正填错的一格，使合计等于 {right}",
    "look at the weights and correct the wrong one, so that they make {right}",
)


@check(
    "AR001",
    "weights-not-100",
    title="Weights do not add up to 100",
    severity="error",
    basis=ART_18,
    needs="funds.total.weight indicators.*.weight",
    parameters="weights.total",
)
def weights_not_100(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    weights = [row.weight for row in point_rows(sheet) if row.weight.number is not None]
    right, total = profile.number("weights.total"), sum_numbers(weights)
    if total == right:
        return
    budget = sheet.sure_fund_total
    slack = sum((w.ulp for w in weights if w.ulp < 1), Decimal(0)) / 2
    shown = format_plain(right)
    if abs(total - right) <= slack:
        why, severity = _ROUNDED, INFO
    elif total - budget.weight.sure == right:
        why, severity = _OUTSIDE.fill(right=shown, budget=budget.weight.raw), ERROR
    else:
        why, severity = Text("", ""), ERROR
    printed = format_plain(total)
    yield finding(
        sheet.total.weight if sheet.total.weight.filled else sheet.total.score,
        _MESSAGE.fill(sum=printed, right=shown, why=why),
        printed=printed,
        expected=(shown,),
        formula=format_sum(weights),
        severity=severity,
        hint=_HINT.fill(right=shown),
        fixes=tuple(_fixes(weights, total - right)),
        absorbs=("AR025",),
    )


def _fixes(weights: list[Value], excess: Decimal) -> Iterator[Fix]:
    """Every weight that could be the mistyped one, with what it would then have been: the
    indicators first, for the form prints the budget's 10 itself."""
    for weight in (*weights[1:], *weights[:1]):
        rest = weight.sure - excess
        if 0 < rest <= 100:
            yield Fix(weight.path, format_points(rest))
