"""扣分未说明原因

检查内容
    有说明栏的表：得分低于分值的指标，“偏差原因分析及改进措施”是否填写。
    表下有统一的原因说明的，视为已说明。填“无”“—”的由 NT002 检查。
为什么
    扣了分而不说明，看表的人不知道差在哪里、怎么改。
依据
    财预〔2020〕10号 第十一条（未完成或偏离较大的，要分析并说明原因，提出改进措施）。
不通过示例
    分值 10，得分 7，说明（空）
通过示例
    分值 10，得分 7，说明：因疫情少办 3 期，下年补办
怎么改
    写明扣分的原因和改进措施；如果得分填错，改正得分。

What it checks
    In forms with a note column: is the note filled in where the score is below the weight?
    A block note below the table counts for all rows.  无 and dashes are NT002's.
Why
    Without a word nobody knows what fell short and what will be done.
Basis
    MOF Caiyu [2020] No. 10, article 11: deviations are explained, with cause and measure.
Fails
    weight 10, score 7, note empty
Passes
    weight 10, score 7, note: 因疫情少办 3 期，下年补办
How to fix
    State cause and measure; or correct the score.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import ABSENT
from sheetlint_checks.basis import ART_11
from sheetlint_checks.notes.note_content import needs_explanation

_MESSAGE = Text(
    "分值 {weight}、得分 {score}，扣了分，没有填偏差原因和改进措施",
    "weight {weight}, score {score}: points were lost and the note is empty",
)
_HINT = Text(
    "写明扣分的原因和改进措施；如果得分填错，改正得分",
    "state the cause and what will be done; or correct the score",
)


@check(
    "NT001",
    "note-missing-points-lost",
    title="Points lost without a note",
    severity="error",
    basis=ART_11,
    each=EACH_INDICATOR,
    needs="columns.note weight score",
    parameters="notes.require_when",
)
def note_missing_points_lost(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if row.note.state == ABSENT and needs_explanation(row, sheet, profile):
        yield finding(
            row.note,
            _MESSAGE.fill(weight=row.weight.raw, score=row.score.raw),
            formula=f"{row.score.raw} < {row.weight.raw}",
            hint=_HINT,
            absorbs=("NT011",),
        )
