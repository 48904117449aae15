"""完成值未填实际数

检查内容
    指标值是数，实际完成值却只写“完成”“已完成”“达标”“是”。
为什么
    没有实际数，就算不出完成了多少，也核对不了得分。
依据
    财预〔2020〕10号 第二十五条（数据真实、结果客观）。
不通过示例
    指标值 ≤30万元，完成值“完成”
通过示例
    指标值 ≤30万元，完成值 28.6万元
怎么改
    填写实际完成的数。

What it checks
    The target is a figure, and the actual value only says done, met or yes.
Why
    Without the figure nobody can tell how much was done, or check the score.
Basis
    MOF Caiyu [2020] No. 10, article 25: true data, objective results.
Fails
    target ≤30万元, actual “完成”
Passes
    target ≤30万元, actual 28.6万元
How to fix
    Enter the figure that was reached.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_25
from sheetlint_checks.indicators import vocabulary
from sheetlint_checks.notes.note_content import strip_punctuation

_MESSAGE = Text(
    "“{name}”的指标值是 {target}，完成值只写“{actual}”，没有实际数",
    "the target of “{name}” is {target}, the actual value only says “{actual}”",
)
_HINT = Text("填写实际完成的数", "enter the figure that was reached")


@check(
    "ID011",
    "actual-not-value",
    title="The actual value is not a figure",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_25,
    each=EACH_INDICATOR,
    needs="~target ~actual",
)
def actual_not_value(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if (
        parse_measure(row.target.text).numeric
        and strip_punctuation(row.actual.text) in vocabulary.NOT_VALUES
    ):
        message = _MESSAGE.fill(
            name=row.level3.text, target=row.target.raw, actual=strip_punctuation(row.actual.text)
        )
        yield finding(row.actual, message, hint=_HINT)
