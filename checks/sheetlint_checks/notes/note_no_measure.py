"""未提出改进措施

检查内容
    得分低于分值的指标，说明里有没有写改进措施（将……、下一步……、加强……等）。
    只说“可进一步提升”“有待完善”“有完善的空间”，没有人做任何事，不算措施。
    按用词判断，只作警告。
为什么
    只说原因不说怎么办，下一年还会照样扣分。
依据
    财预〔2020〕10号 第十一条（未完成或偏离较大的，要分析并说明原因，提出改进措施）。
不通过示例
    分值 10，得分 9，说明：特困人员实行动态管理
通过示例
    分值 10，得分 9，说明：因部分服务改为线上，响应变慢，将增加客服人员
怎么改
    补上由谁、在什么时候、做什么。

What it checks
    Where the score is below the weight: does the note name a measure?  That something could
    be improved is none: nobody does anything.  Judged by its words, and therefore a warning.
Why
    A cause without a measure will cost points again next year.
Basis
    MOF Caiyu [2020] No. 10, article 11: deviations are explained, with cause and measure.
Fails
    weight 10, score 9, note: 特困人员实行动态管理
Passes
    weight 10, score 9, note: 因部分服务改为线上，响应变慢，将增加客服人员
How to fix
    Add who will do what, and when.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_11
from sheetlint_checks.notes.note_content import is_explanation, names_measure, needs_explanation

_MESSAGE = Text(
    "“{note}”没有写改进措施",
    "the note “{note}” names no measure",
)
_HINT = Text(
    "补上由谁、在什么时候、做什么",
    "add who will do what, and when",
)


@check(
    "NT004",
    "note-no-measure",
    title="Note names no measure",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_11,
    each=EACH_INDICATOR,
    needs="columns.note weight score",
    parameters="notes.require_when notes.require_measure",
)
def note_no_measure(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if not is_explanation(row.note) or not profile.flag("notes.require_measure"):
        return
    if needs_explanation(row, sheet, profile) and not names_measure(row.note.text):
        yield finding(row.note, _MESSAGE.fill(note=row.note.raw), hint=_HINT)
