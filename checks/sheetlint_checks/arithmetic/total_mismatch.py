"""总分≠各项得分之和

检查内容
    表上的总分是否等于预算执行得分加各指标得分。“其中”各行印的得分不加。
    按未取位的得分汇总、最后取一次位（先合计后舍入）得到的总分也对，只作提示；
    总分只写到整数或一位小数、取位后相符的是警告。
    当地规定执行率偏低的项目总分封顶、各项得分之和又超过封顶的，总分就是封顶的分数；照各项
    得分相加的，由总分超过执行率封顶（AR024）去说。
    预算执行一行没有得分的，只看总分是否落在可能的范围之内。
为什么
    总分决定等级，是自评表上最常被引用的一个数。
依据
    财预〔2020〕10号 第十六条（总分由各项指标得分汇总形成）。
不通过示例
    9.89 + 15 + 20 + 15 + 30 + 9 = 98.89，总分 99.89
通过示例
    9.89 + 15 + 20 + 15 + 30 + 9 = 98.89，总分 98.89
怎么改
    重新汇总各项得分；如果总分没有错，找出填错的那一项得分。

What it checks
    Is the printed total the sum of the budget score and of all indicator scores?  Scores printed in
    rows 其中 are not added.  A total made of unrounded scores and rounded once is right as well (a
    hint); one rounded to a whole number or one decimal is a warning.  Where the place caps the total
    for a low execution rate and the scores add up to more, the total is the cap; of one that is the
    sum all the same, AR024 speaks.  Where the budget row has no score, the total must lie within
    what is possible.
Why
    The grade depends on the total.
Basis
    MOF Caiyu [2020] No. 10, article 16: the total is the sum of the scores.
Fails
    9.89 + 15 + 20 + 15 + 30 + 9 = 98.89, total 99.89
Passes
    9.89 + 15 + 20 + 15 + 30 + 9 = 98.89, total 98.89
How to fix
    Add the scores up again; if the total is right, find the score that is wrong.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, WARNING, Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.arithmetic.execution_caps import Cap, apply_cap, execution_caps
from sheetlint_checks.arithmetic.point_rows import (
    PointRow,
    format_points,
    format_sum,
    point_rows,
    sum_numbers,
)
from sheetlint_checks.arithmetic.total_diagnosis import diagnose_total, is_coarse, is_rounded_once
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS

_MESSAGE = Text(
    "总分 {printed}，各项得分相加为 {sum}{why}",
    "the total is {printed}, the scores add up to {sum}{why}",
)
_ONCE = Text("（先合计后舍入，不算错）", " (added up before rounding, which is no error)")
_COARSE = Text("（总分取位过粗）", " (the total has too few decimals)")
_CAPPED = Text(
    "，执行率不到 {bound}%，最多 {cap} 分", "; with a rate below {bound}% it is at most {cap}"
)
_OPEN = Text(
    "总分 {printed} 不可能：各指标得分之和为 {low}，加上预算执行最多 {high}",
    "the total {printed} is impossible: the indicators make {low}, with the budget at most {high}",
)
_HINT = Text(
    "把总分改为 {sum}；如果总分没有错，找出填错的那一项得分",
    "set the total to {sum}; if it is right, find the score that is wrong",
)
_HINT_OPEN = Text(
    "补上预算执行的得分，再汇总各项得分", "enter the budget score, then add the scores up"
)


@check(
    "AR020",
    "total-mismatch",
    title="Total is not the sum of the scores",
    severity="error",
    fix="safe",
    basis=ART_16,
    needs="indicators.*.score total.score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.reverse score.satisfaction "
    "over_completion.flag_ratio budget_score.methods budget_score.weight "
    "total.rounding total.caps_by_rate weights.total",
)
def total_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total, rows = sheet.total.score, point_rows(sheet)
    budget = sheet.fund_total
    if budget is None or budget.score.number is None:
        yield from _check_without_budget_score(sheet, rows, profile)
        return
    scores = [row.score for row in rows]
    right = sum_numbers(scores)
    if total.sure == right or _is_budget_outside(rows, total.sure, profile):
        return
    allowed_caps = execution_caps(sheet, profile)
    if any(total.sure == apply_cap(right, cap) for cap in allowed_caps):
        return
    # The mildest one: what the amounts leave open is no reason to take points away.
    if (cap := allowed_caps[0]) is not None and cap.maximum < right:
        yield _cap_finding(sheet, scores, cap)
        return
    round_once = "round_once" in profile.texts("total.rounding")
    if round_once and is_rounded_once(sheet, rows, profile):
        why, severity = _ONCE, INFO
    elif is_coarse(total, right):
        why, severity = _COARSE, WARNING
    else:
        why, severity = diagnose_total(sheet, rows, right), ERROR
    text = format_plain(right)
    yield finding(
        total,
        _MESSAGE.fill(printed=total.raw, sum=text, why=why),
        expected=(text,),
        formula=format_sum(scores),
        severity=severity,
        hint=_HINT.fill(sum=text),
        fixes=(Fix(total.path, text), *_fixes(rows, total.sure - right)),
    )


def _cap_finding(sheet: Sheet, scores: list[Value], cap: Cap) -> Finding:
    """The total is neither what the scores add up to nor what the place leaves of it."""
    total, right, most = (
        sheet.total.score,
        format_plain(sum_numbers(scores)),
        format_plain(cap.maximum),
    )
    why = _CAPPED.fill(bound=format_rounded(cap.bound * 100, 0), cap=most)
    return finding(
        total,
        _MESSAGE.fill(printed=total.raw, sum=right, why=why),
        expected=(most,),
        formula=f"{format_sum(scores)} > {most}",
        hint=_HINT.fill(sum=most),
        fixes=(Fix(total.path, format_points(cap.maximum)),),
    )


def _is_budget_outside(rows: tuple[PointRow, ...], total: Decimal, profile: Profile) -> bool:
    """The budget row stands outside the 100 and outside the total: AR001 says so once for both."""
    others = rows[1:]
    return (
        all(row.weight.known for row in others)
        and sum_numbers(row.weight for row in others) == profile.number("weights.total")
        and sum_numbers(row.score for row in others) == total
    )


def _fixes(rows: tuple[PointRow, ...], missing: Decimal) -> Iterator[Fix]:
    """Every score that could be the mistyped one, with what the total says it was."""
    for row in rows:
        value = row.score.sure + missing
        if value >= 0 and (row.weight.number is None or value <= row.weight.number):
            yield Fix(row.score.path, format_points(value))


def _check_without_budget_score(
    sheet: Sheet, rows: tuple[PointRow, ...], profile: Profile
) -> Iterator[Finding]:
    """Without a budget score only what no budget score could bring about is wrong.

    With a budget of 0 nothing can be executed; some places give all points for it, others bring
    what the indicators make to a scale of a hundred.
    """
    budget = sheet.fund_total
    total, low = sheet.total.score, sum_numbers(row.score for row in rows)
    weight = None if budget is None else budget.weight.number
    high = low + (profile.number("budget_score.weight") if weight is None else weight)
    if low <= total.sure <= high:
        return
    if any(total.sure == apply_cap(low, cap) for cap in execution_caps(sheet, profile)):
        return
    most, nothing_to_spend = profile.number("weights.total"), budget and not budget.budget.number
    rest = most - (high - low)
    if nothing_to_spend and rest > 0 and abs(total.sure - low * most / rest) < 1:
        return
    yield finding(
        total,
        _OPEN.fill(printed=total.raw, low=format_plain(low), high=format_plain(high)),
        expected=(f"{format_plain(low)}–{format_plain(high)}",),
        formula=format_sum(row.score for row in rows),
        hint=_HINT_OPEN,
    )
