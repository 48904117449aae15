"""总分超过执行率封顶

检查内容
    当地规定执行率偏低的项目总分封顶的（例如执行率不到 70% 的，总分不超过 79 分），
    总分是否超过封顶。没有这种规定的地方不查；按万元印的金额四舍五入后正好在档次两边的，
    按宽的一档看。各项得分之和没有超过封顶的，总分就是各项得分之和；超过的，总分就是封顶的分数。
为什么
    资金没有用出去，其余指标都得满分也不能评为优良。
依据
    当地的自评口径。
不通过示例
    执行率 65%，总分 85
通过示例
    执行率 65%，总分 79
怎么改
    按封顶改总分；执行率写错的，先改执行率。

What it checks
    Where the place caps the total of projects with a low execution rate: is the total below the
    cap?  Silent where there is no such rule; where the rounding of amounts in 万元 leaves open on
    which side of a bound the rate lies, the milder cap counts.  Where the scores add up to less
    than the cap, the total is their sum; where they add up to more, it is the cap.
Why
    A project that did not spend its money cannot be graded well.
Basis
    The rules of the place.
Fails
    rate 65 %, total 85
Passes
    rate 65 %, total 79
How to fix
    Cap the total; if the rate is wrong, correct that first.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.execution_caps import apply_cap, execution_caps
from sheetlint_checks.arithmetic.point_rows import format_points, point_rows, sum_numbers
from sheetlint_checks.basis import LOCAL
from sheetlint_checks.funds.execution import execution_rate

_MESSAGE = Text(
    "执行率 {rate}%，不到 {bound}%，总分最多 {cap} 分，表上 {printed} 分",
    "a rate of {rate}% is below {bound}%: the total is at most {cap}, not {printed}",
)
_HINT = Text("把总分改为不超过 {cap}", "bring the total down to {cap}")


@check(
    "AR024",
    "total-above-execution-cap",
    title="The total exceeds the cap for a low execution rate",
    severity="error",
    fix="safe",
    basis=LOCAL,
    needs="funds.total.budget funds.total.executed total.score",
    parameters="total.caps_by_rate",
)
def total_above_execution_cap(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    row, total = sheet.sure_fund_total, sheet.total.score
    rate, mildest = execution_rate(row), execution_caps(sheet, profile)[0]
    if rate is None or mildest is None or total.sure <= mildest.maximum:
        return
    bound, cap = format_rounded(mildest.bound * 100, 0), format_plain(mildest.maximum)
    right = apply_cap(sum_numbers(row.score for row in point_rows(sheet)), mildest)
    yield finding(
        total,
        _MESSAGE.fill(rate=format_rounded(rate * 100), bound=bound, cap=cap, printed=total.raw),
        expected=(f"≤ {cap}",),
        formula=f"{format_rounded(rate * 100)}% < {bound}% → {format_plain(total.sure)} > {cap}",
        hint=_HINT.fill(cap=cap),
        fixes=(Fix(total.path, format_points(right)),),
    )
