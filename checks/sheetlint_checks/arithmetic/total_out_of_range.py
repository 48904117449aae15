"""总分超范围

检查内容
    总分行的得分是否在 0 到 100（以所用口径规定的总分为准）之间。如果总分只是如实汇总了
    超过分值的得分，或分值合计本来就不是 100，由得分超过分值（AR010）、分值合计（AR001）
    去说，这里不再重复。
为什么
    总分按百分制评定等级，超出范围就无法评级。
依据
    财预〔2020〕10号 第十八条（总分一般为 100 分）。
不通过示例
    总分 108.2
通过示例
    总分 98.2
怎么改
    重新汇总各项得分；多半是多写了一位数字，或把某一项加了两次。

What it checks
    Is the total between 0 and 100, or what the profile says?  Where it merely adds up scores above
    their weights, or weights that do not make 100, AR010 and AR001 say so.
Why
    The grade is read off a scale of a hundred.
Basis
    MOF Caiyu [2020] No. 10, article 18: the total is 100 as a rule.
Fails
    total 108.2
Passes
    total 98.2
How to fix
    Add the scores up again; mostly a digit is too many, or a row was added twice.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import point_rows, sum_numbers
from sheetlint_checks.basis import ART_18

_MESSAGE = Text(
    "总分 {printed} 超出 0 到 {most} 的范围", "total {printed} lies outside 0 to {most}"
)
_HINT = Text("重新汇总各项得分", "add the scores up again")


@check(
    "AR021",
    "total-out-of-range",
    title="Total is out of range",
    severity="error",
    fix="safe",
    basis=ART_18,
    needs="total.score",
    parameters="weights.total",
)
def total_out_of_range(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    most, total = profile.number("weights.total"), sheet.total.score.sure
    rows = point_rows(sheet)
    added = sum_numbers(row.score for row in rows)
    if 0 <= total <= most or (total == added and _is_reported_elsewhere(sheet, most)):
        return
    complete = all(row.score.number is not None for row in rows) and 0 <= added <= most
    yield finding(
        sheet.total.score,
        _MESSAGE.fill(printed=sheet.total.score.raw, most=format_plain(most)),
        expected=(format_plain(added),) if complete else (),
        formula=f"{format_plain(total)} < 0"
        if total < 0
        else f"{format_plain(total)} > {format_plain(most)}",
        hint=_HINT,
        fixes=(Fix(sheet.total.score.path, format_plain(added)),) if complete else (),
    )


def _is_reported_elsewhere(sheet: Sheet, most: Decimal) -> bool:
    """The total follows from scores outside what their rows can have, or from the weights."""
    rows = point_rows(sheet)
    pairs = [(row.weight.number, row.score.number) for row in rows]
    outside = any(w is not None and s is not None and not 0 <= s <= w for w, s in pairs)
    weighed = all(row.weight.number is not None for row in rows)
    return outside or (weighed and sum_numbers(row.weight for row in rows) != most)
