"""预算执行率分值异常

检查内容
    预算执行一行的分值是否等于规定的分值（一般为 10 分，各地另有规定的按口径）。
为什么
    预算执行率原则上占 10%，这一格写错，总分就不是百分制。
依据
    财预〔2020〕10号 第十三条。
不通过示例
    年度资金总额一行的分值 100
通过示例
    年度资金总额一行的分值 10
怎么改
    改为规定的分值；当地另有规定的，选用当地的口径。

What it checks
    Whether the weight of budget execution is the one prescribed (10 as a rule, else the profile's).
Why
    Budget execution counts 10 % in principle; with another weight the total is not out of 100.
Basis
    MOF Caiyu [2020] No. 10, article 13.
Fails
    weight 100 in the row 年度资金总额
Passes
    weight 10 in the row 年度资金总额
How to fix
    Set the prescribed weight, or choose the profile of the place that prescribes another.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, Finding, Fix, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.levels import BUDGET
from sheetlint_checks.basis import ART_13

_MESSAGE = Text(
    "预算执行率的分值是 {printed}，规定为 {right}",
    "budget execution has the weight {printed}; {right} is prescribed",
)
_TYPED = Text(
    "预算执行率的分值是 {printed}，规定为 {right}；改为 {right} 后各项分值合计正好 {sum}",
    "budget execution has the weight {printed}; {right} is prescribed, and with it the weights "
    "make {sum}",
)
_LOCAL = Text(
    "预算执行率的分值是 {printed}，一般为 {right}；各项分值合计是 {sum}，请确认当地是否另有规定",
    "budget execution has the weight {printed}, usually {right}; the weights make {sum}, so the "
    "place may prescribe it",
)
_HINT = Text(
    "改为 {right}；当地另有规定的，用 --profile 选用当地的口径",
    "set it to {right}, or choose the profile of the place with --profile",
)


@check(
    "FD008",
    "budget-weight-nonstandard",
    title="Unusual weight of budget execution",
    severity="warning",
    basis=ART_13,
    needs="funds.total.weight",
    parameters="budget_score.weight weights.total weights.policy weights.first_level",
)
def budget_weight_nonstandard(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.sure_fund_total
    printed, right = total.weight.sure, profile.number("budget_score.weight")
    if printed == right or _is_in_a_weight_set(printed, profile):
        return
    others, whole = _sum_indicator_weights(sheet), profile.number("weights.total")
    message, formula, severity = _MESSAGE, "", ""
    fixes: tuple[Fix, ...] = ()
    if others is not None and others + right == whole:
        message, fixes = _TYPED, (Fix(total.weight.path, format_plain(right)),)
        formula = f"{format_plain(right)} + {format_plain(others)} = {format_plain(whole)}"
    elif others is not None and others + printed == whole:
        message = _LOCAL
        # A weight printed in the form's own label is the place's rule, not somebody's slip.
        severity = "" if "weight" in sheet.fund_columns else INFO
        formula = f"{format_plain(printed)} + {format_plain(others)} = {format_plain(whole)}"
    numbers = {
        "printed": total.weight.raw,
        "right": format_plain(right),
        "sum": format_plain(whole),
    }
    yield finding(
        total.weight,
        message.fill(**numbers),
        expected=(format_plain(right),),
        formula=formula,
        severity=severity,
        hint=_HINT.fill(**numbers),
        fixes=fixes,
    )


def _is_in_a_weight_set(printed: Decimal, profile: Profile) -> bool:
    """Some set of weights of the place gives execution these points: 0 where nothing is spent."""
    if profile.text("weights.policy") == "free":
        return False
    sets = profile.get("weights.first_level")
    return any(BUDGET in points and points[BUDGET] == printed for points in sets)


def _sum_indicator_weights(sheet: Sheet) -> Decimal | None:
    """The indicators' weights together, where all of them are known."""
    weights = [row.weight.number for row in scored_rows(sheet)]
    known = [weight for weight in weights if weight is not None]
    if not known or len(known) < len(weights):
        return None
    return sum(known, Decimal(0))
