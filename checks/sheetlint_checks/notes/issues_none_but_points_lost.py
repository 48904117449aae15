"""存在问题填无但有扣分

检查内容
    表下“存在问题”一栏写“无”“没有”，却有指标扣了分。只有预算执行扣分的不算；“其他需要说明的事项”写“无”的不算。
为什么
    扣了分就是有问题；写“无”，等于没有分析。
依据
    财预〔2020〕10号 第十一条（未完成或偏离较大的，要分析并说明原因，提出改进措施）。
不通过示例
    存在问题：无；总分 84
通过示例
    存在问题：两项指标未完成；总分 84
怎么改
    写明扣分的指标和原因。

What it checks
    The block 存在问题 says 无 while an indicator lost points.  Points lost for execution alone do not
    count, and 其他需要说明的事项 may say 无.
Why
    Where points were lost there is a problem.
Basis
    MOF Caiyu [2020] No. 10, article 11: deviations are explained, with cause and measure.
Fails
    存在问题: 无, total 84
Passes
    存在问题: 两项指标未完成, total 84
How to fix
    Name the indicators that fell short, and why.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import has_lost_points
from sheetlint_checks.basis import ART_11
from sheetlint_checks.notes import vocabulary
from sheetlint_checks.notes.note_content import is_meaningless

_MESSAGE = Text(
    "“{label}”写“{printed}”，总分却是 {total}，扣了分",
    "“{label}” says {printed}, yet the total is {total}",
)
_HINT = Text("写明扣分的指标和原因", "name the indicators that fell short, and why")


@check(
    "NT012",
    "issues-none-but-points-lost",
    title="No problems named although points were lost",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_11,
    needs="total.score",
    parameters="weights.total",
)
def issues_none_but_points_lost(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.total.score
    fell_short = any(has_lost_points(row.weight, row.score) for row in scored_rows(sheet))
    if total.sure >= profile.number("weights.total") or not fell_short:
        return
    for label, value in sheet.remarks:
        if any(word in label for word in vocabulary.ISSUES) and is_meaningless(value):
            message = _MESSAGE.fill(label=label, printed=value.raw, total=total.raw)
            yield finding(value, message, hint=_HINT)
