"""超额完成较多

检查内容
    越大越好的指标和“=26次”这样的计数：完成值与指标值之比是否达到所用口径的倍数
    （通用口径 1.3 倍，条文没有规定数字）。百分比一般不会超过 100%，不在此列；反向指标
    低于上限不算超额。说明里讲了原因的、因此已经扣了分的，都不再提；口径规定了扣几分的，
    由 ID008 检查。没有填说明的，与 NT006 是同一个问题，只算一次。
为什么
    超出一大截，多半是年初指标值定低了；条文要求分析原因，定得明显偏低的要适度调减分值。
依据
    财预〔2020〕10号 第十六条：完成值高于指标值较多的，要分析原因。
不通过示例
    指标值 ≥2000户，完成值 3061户，得分满分，没有说明
通过示例
    指标值 ≥2000户，完成值 2100户
怎么改
    核对两个数；没有填错的，在说明栏写明超额的原因，下年据实调高指标值。

What it checks
    Where more is better, and for exact counts: is the actual value so many times the target as the
    profile flags (1.3 by the national rules; the clause has no number)?  Percentages, which as a
    rule end at 100%, and reverse indicators are left alone, and so is a row whose note gives a
    cause or that lost points.  Where the place takes points off, ID008 speaks; without a note it
    is one matter with NT006.
Why
    A target exceeded by far was mostly set too low; the clause asks for the reason.
Basis
    MOF Caiyu [2020] No. 10, article 16: what exceeds the target by far is to be explained.
Fails
    target ≥2000户, actual 3061户, full marks, no note
Passes
    target ≥2000户, actual 2100户
How to fix
    Look at both figures; if they are right, explain the excess and set a higher target next year.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, check, finding
from sheetlint.sheet.numbers.rounding import format_short
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.arithmetic.point_rows import has_lost_points
from sheetlint_checks.basis import ART_16
from sheetlint_checks.notes.note_content import explains_excess
from sheetlint_checks.scoring import figures_of, is_far_exceeded

_MESSAGE = Text(
    "指标值 {target}、完成值 {actual}，完成了 {percent}%，超额较多，没有说明原因",
    "target {target}, actual {actual}: {percent}% of the target, and nothing says why",
)
_HINT = Text(
    "核对指标值和完成值；没有填错的，写明超额的原因，下年据实调高指标值",
    "look at target and actual value; if they are right, explain the excess and aim higher next year",
)


@check(
    "ID007",
    "over-completion",
    title="Target exceeded by far",
    severity="warning",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual",
    parameters="over_completion.flag_ratio over_completion.flag_equal_mismatch "
    "over_completion.deduct_points",
)
def over_completion(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if profile.number("over_completion.deduct_points") or not is_far_exceeded(row, profile):
        return
    if has_lost_points(row.weight, row.score) or explains_excess(row, sheet):
        return
    figures = figures_of(row)
    assert figures is not None
    assert figures.ratio is not None
    percent = format_short(figures.ratio * 100, 1)
    yield finding(
        row.actual,
        _MESSAGE.fill(target=row.target.raw, actual=row.actual.raw, percent=percent),
        formula=f"{figures.format(figures.actual)} ÷ {figures.format(figures.target)} = {percent}%",
        hint=_HINT,
    )
