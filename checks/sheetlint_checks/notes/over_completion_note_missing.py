"""超额完成未说明

检查内容
    有说明栏的表：完成值高于指标值较多（见 ID007）、又没有因此扣分的指标，说明栏是否填写。
    填“无”“—”等于没有填；表下有统一的原因说明的，视为已说明。扣了分的由 NT001 检查。
为什么
    条文要求分析原因：是工作量真的增加了，还是年初指标值定低了。
依据
    财预〔2020〕10号 第十六条：完成值高于指标值较多的，要分析原因。
不通过示例
    指标值 ≥2000户，完成值 3061户，得分满分，说明（空）
通过示例
    指标值 ≥2000户，完成值 3061户，说明：年中政策扩面新增1000户，下年据实调高指标值
怎么改
    写明超额的原因；年初指标值定低了的，说明下年怎样调整。

What it checks
    In forms with a note column: is the note filled in where a target was exceeded by far (ID007)
    and no points were taken off for it?  无 and dashes are nothing; a block note below the table
    counts for all rows.  Where points were lost, NT001 speaks.
Why
    The clause asks whether there was more to do, or whether the target was set too low.
Basis
    MOF Caiyu [2020] No. 10, article 16: what exceeds the target by far is to be explained.
Fails
    target ≥2000户, actual 3061户, full marks, note empty
Passes
    target ≥2000户, actual 3061户, note: 年中政策扩面新增1000户，下年据实调高指标值
How to fix
    State the reason; where the target was too low, say how it will be set next year.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, Fix, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.arithmetic.point_rows import has_lost_points
from sheetlint_checks.basis import ART_16
from sheetlint_checks.notes.note_content import is_explained_below, is_explanation
from sheetlint_checks.scoring import is_far_exceeded

_MESSAGE = Text(
    "指标值 {target}、完成值 {actual}，超额较多，没有说明原因",
    "target {target}, actual {actual}: exceeded by far, and the note gives no reason",
)
_HINT = Text(
    "写明超额的原因；年初指标值定低了的，说明下年怎样调整",
    "state the reason; where the target was too low, say how it will be set next year",
)
_SOME_CAUSE = "因（超额完成的原因）"
"""Stands for any note that names a cause: with one, ID007 has nothing left to ask."""


@check(
    "NT006",
    "over-completion-note-missing",
    title="Target exceeded by far without a note",
    severity="warning",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="columns.note ~target ~actual",
    parameters="over_completion.note_required over_completion.flag_ratio "
    "over_completion.flag_equal_mismatch notes.require_when",
)
def over_completion_note_missing(
    row: Indicator, sheet: Sheet, profile: Profile
) -> Iterator[Finding]:
    if (
        is_explanation(row.note)
        or is_explained_below(sheet)
        or has_lost_points(row.weight, row.score)
    ):
        return
    wanted = "over_completion" in profile.texts("notes.require_when")
    if wanted and profile.flag("over_completion.note_required") and is_far_exceeded(row, profile):
        yield finding(
            row.note,
            _MESSAGE.fill(target=row.target.raw, actual=row.actual.raw),
            hint=_HINT,
            fixes=(Fix(row.note.path, _SOME_CAUSE),),
        )
