"""无偏差却填原因

检查内容
    指标达到了指标值、得了满分，说明栏却写着没有完成、推迟、取消一类的话。只作提示。
为什么
    说明与得分对不上，总有一处不真实：要么该扣分，要么说明是从别处粘贴的。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    100% | 100% | 10 | 10 | 因疫情未完成
通过示例
    100% | 100% | 10 | 10 |（空）
怎么改
    删去与本行无关的说明；确实没有完成的，如实填写完成值和得分。

What it checks
    A row whose target is met with full marks, and whose note speaks of failure or delay.
Why
    One of the two is not true, or the note was pasted from elsewhere.
Basis
    Advice: follows from the sheet's own words.
Fails
    100% | 100% | 10 | 10 | 因疫情未完成
Passes
    100% | 100% | 10 | 10 | (empty)
How to fix
    Delete the note; or enter the true actual value and score.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.notes.note_content import reports_failure
from sheetlint_checks.scoring import figures_of

_MESSAGE = Text(
    "“{name}”已达到指标值并得满分，说明却写“{note}”",
    "“{name}” met its target with full marks, yet the note says “{note}”",
)
_HINT = Text(
    "删去与本行无关的说明；没有完成的，如实填写完成值和得分",
    "delete the note, or enter the true actual value and score",
)


@check(
    "NT007",
    "note-without-deviation",
    title="A note of failure where nothing failed",
    severity="info",
    confidence=MEDIUM,
    basis=ADVICE,
    each=EACH_INDICATOR,
    needs="~note ~target ~actual weight score",
)
def note_without_deviation(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    figures = figures_of(row)
    if figures is None or not figures.met or row.score.number != row.weight.number:
        return
    if reports_failure(row.note.text):
        yield finding(
            row.note, _MESSAGE.fill(name=row.level3.text, note=row.note.raw[:20]), hint=_HINT
        )
