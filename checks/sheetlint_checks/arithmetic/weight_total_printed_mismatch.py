"""总分行分值≠100

检查内容
    总分行印的分值，是否等于预算执行的分值加各指标的分值。总分行只汇总指标、不含预算执行的
    也算对。合计本身不是 100 的，由 AR001 去说。
为什么
    总分行的 100 常常是表样预先印好的，各行改了分值它也不变，会掩盖合计的错误。
依据
    财预〔2020〕10号 第十八条（总分一般为 100 分）、附1 表样。
不通过示例
    各行分值合计 100，总分行印 110
通过示例
    各行分值合计 100，总分行印 100
怎么改
    把总分行的分值改为各行之和；各行分值填错的，改各行。

What it checks
    Whether the weight printed in the total row is the budget row's plus all indicators'.  One that
    adds up the indicators alone passes.  Where the sum itself is not 100, AR001 speaks.
Why
    The 100 is often printed beforehand and hides a sum that is another.
Basis
    MOF Caiyu [2020] No. 10, article 18 and form 1.
Fails
    rows make 100, the total row prints 110
Passes
    rows make 100, the total row prints 100
How to fix
    Set the weight of the total row to the sum; or correct the rows.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import (
    format_points,
    format_sum,
    point_rows,
    sum_numbers,
)
from sheetlint_checks.basis import ART_18

_MESSAGE = Text(
    "总分行的分值印着 {printed}，各行分值合计是 {sum}",
    "the total row prints a weight of {printed}, the rows make {sum}",
)
_HINT = Text(
    "把总分行的分值改为 {sum}；如果它没有错，核对各行分值",
    "set it to {sum}; if it is right, look at the rows",
)


@check(
    "AR025",
    "weight-total-printed-mismatch",
    title="The weight in the total row is not the sum",
    severity="error",
    fix="safe",
    basis=ART_18,
    needs="indicators.*.weight total.weight",
    parameters="weights.total",
)
def weight_total_printed_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    printed = sheet.total.weight
    rows = point_rows(sheet)
    weights = [row.weight for row in rows if row.weight.number is not None]
    indicators_only = sum_numbers(row.weight for row in sheet.indicators)
    right = sum_numbers(weights)
    slack = sum((w.ulp for w in weights if w.ulp < 1), start=printed.ulp * 0) / 2
    without_budget = indicators_only == printed.sure and right == profile.number("weights.total")
    if without_budget or abs(printed.sure - right) <= slack:
        return
    total = sheet.fund_total
    if total is None or not total.weight.known:
        # The weight of the budget is printed somewhere else: what the row adds up is unknown.
        return
    text = format_points(right)
    yield finding(
        printed,
        _MESSAGE.fill(printed=printed.raw, sum=text),
        expected=(text,),
        formula=f"{format_sum(weights)} ≠ {format_plain(printed.sure)}",
        hint=_HINT.fill(sum=text),
        fixes=(Fix(printed.path, text),),
    )
