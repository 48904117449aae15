"""说明无实质内容

检查内容
    得分低于分值的指标，说明栏填了“无”“—”“0”“已完成”之类等于没有说明的话。
    没有扣分的行填“无”是对的，不检查。
为什么
    填一个“无”字，和不填没有两样。
依据
    财预〔2020〕10号 第十一条（未完成或偏离较大的，要分析并说明原因，提出改进措施）。
不通过示例
    分值 10，得分 9，说明：无
通过示例
    分值 10，得分 9，说明：个别设备响应慢，将更换 2 台服务器
怎么改
    写明扣分的原因和改进措施；如果得分填错，改正得分。

What it checks
    Where the score is below the weight: does the note say nothing, as 无, —, 0 or 已完成 do?
    In rows with full marks such a note is right and is left alone.
Why
    A note that says nothing is no note.
Basis
    MOF Caiyu [2020] No. 10, article 11: deviations are explained, with cause and measure.
Fails
    weight 10, score 9, note: 无
Passes
    weight 10, score 9, note: 个别设备响应慢，将更换 2 台服务器
How to fix
    State cause and measure; or correct the score.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_11
from sheetlint_checks.notes.note_content import is_meaningless, needs_explanation

_MESSAGE = Text(
    "分值 {weight}、得分 {score}，扣了分，说明“{note}”没有实质内容",
    "weight {weight}, score {score}: points were lost and the note “{note}” says nothing",
)
_HINT = Text(
    "写明扣分的原因和改进措施；如果得分填错，改正得分",
    "state the cause and what will be done; or correct the score",
)


@check(
    "NT002",
    "note-meaningless",
    title="Note says nothing",
    severity="error",
    basis=ART_11,
    each=EACH_INDICATOR,
    needs="columns.note weight score",
    parameters="notes.require_when",
)
def note_meaningless(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if is_meaningless(row.note) and needs_explanation(row, sheet, profile):
        yield finding(
            row.note,
            _MESSAGE.fill(weight=row.weight.raw, score=row.score.raw, note=row.note.raw),
            formula=f"{row.score.raw} < {row.weight.raw}",
            hint=_HINT,
            absorbs=("NT011",),
        )
