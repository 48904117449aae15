"""满意度无调查依据

检查内容
    满意度的完成值正好等于指标值或为 100%，全表没有提到问卷、调查、回访。
    这一项默认关闭，用 --select ID026 打开。
为什么
    没有调查的满意度，是估出来的数。
依据
    建议：满意度应当有调查依据。
不通过示例
    满意度 ≥95% | 95%，全表没有“调查”
通过示例
    ≥95% | 96.2%，说明“回收问卷 212 份”
怎么改
    写明调查的方式和样本数。

What it checks
    A satisfaction that is exactly the target or 100 %, and no word of a survey on the whole sheet.  Off
    by default: --select ID026.
Why
    Without a survey the figure is a guess.
Basis
    Advice: satisfaction rests on a survey.
Fails
    satisfaction ≥95% | 95%, no survey named
Passes
    ≥95% | 96.2% with “回收问卷 212 份”
How to fix
    Say how many were asked, and how.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, LOW, Finding, check, finding
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.indicators import vocabulary
from sheetlint_checks.scoring import is_satisfaction
from sheetlint_checks.text_cells import mentions_any

_MESSAGE = Text(
    "“{name}”正好是 {actual}，全表没有提到调查", "“{name}” is just {actual}, and no survey is named"
)
_HINT = Text("写明调查的方式和样本数", "say how many were asked, and how")
_WHOLE = 100


@check(
    "ID026",
    "satisfaction-without-survey",
    title="A satisfaction without a survey",
    severity="info",
    confidence=LOW,
    enabled=False,
    basis=ADVICE,
    each=EACH_INDICATOR,
    needs="~target ~actual",
)
def satisfaction_without_survey(
    row: Indicator, sheet: Sheet, profile: Profile
) -> Iterator[Finding]:
    target, actual = parse_measure(row.target.text), parse_measure(row.actual.text)
    if not is_satisfaction(row) or not actual.percent or actual.number is None:
        return
    if actual.number in (target.number, _WHOLE) and not mentions_any(sheet, vocabulary.SURVEY):
        message = _MESSAGE.fill(name=row.level3.text, actual=row.actual.raw)
        yield finding(row.actual, message, hint=_HINT)
