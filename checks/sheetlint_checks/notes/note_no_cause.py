"""未分析原因

检查内容
    得分低于分值的指标，说明是不是通篇只有措施和愿望（“下一步加强管理”“可进一步提升”），
    没有一句说到原因。按用词判断，只作警告。
为什么
    不知道原因，就谈不上改进。
依据
    财预〔2020〕10号 第十一条（未完成或偏离较大的，要分析并说明原因，提出改进措施）。
不通过示例
    分值 10，得分 9，说明：可进一步提升服务质量
通过示例
    分值 10，得分 9，说明：因部分服务改为线上，响应变慢，将增加客服人员
怎么改
    补上没有得满分的原因。

What it checks
    Where the score is below the weight: is the whole note measures and wishes, without a clause
    that could be a cause?  Judged by its words, and therefore a warning.
Why
    Without a cause there is nothing to improve.
Basis
    MOF Caiyu [2020] No. 10, article 11: deviations are explained, with cause and measure.
Fails
    weight 10, score 9, note: 可进一步提升服务质量
Passes
    weight 10, score 9, note: 因部分服务改为线上，响应变慢，将增加客服人员
How to fix
    Add why the row does not have full marks.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_11
from sheetlint_checks.notes.note_content import is_explanation, names_cause, needs_explanation

_MESSAGE = Text(
    "“{note}”没有写扣分的原因",
    "the note “{note}” names no cause for the points lost",
)
_HINT = Text(
    "补上没有得满分的原因",
    "add why the row does not have full marks",
)


@check(
    "NT003",
    "note-no-cause",
    title="Note names no cause",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_11,
    each=EACH_INDICATOR,
    needs="columns.note weight score",
    parameters="notes.require_when notes.require_cause",
)
def note_no_cause(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if not is_explanation(row.note) or not profile.flag("notes.require_cause"):
        return
    if needs_explanation(row, sheet, profile) and not names_cause(row.note.text):
        yield finding(row.note, _MESSAGE.fill(note=row.note.raw), hint=_HINT)
