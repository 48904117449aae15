"""指标归类错误

检查内容
    满意度指标下的指标是否与满意、投诉、评价有关；成本指标下的是否与金额、费用有关；
    时效指标下的是否与时间、进度有关。
为什么
    放错了类，这一类就没有真正的指标，分值也给错了地方。
依据
    财预〔2020〕10号 第十三条（产出、效益、服务对象满意度指标）。
不通过示例
    满意度指标：考核制度建立情况
通过示例
    满意度指标：被服务单位满意度
怎么改
    把指标移到所属的类别，满意度指标下补上满意度。

What it checks
    Are indicators below satisfaction about satisfaction, complaints or opinions, those below cost about
    money, those below timeliness about time?
Why
    Filed elsewhere, the class has no real indicator and its points go astray.
Basis
    MOF Caiyu [2020] No. 10, article 13.
Fails
    satisfaction: 考核制度建立情况
Passes
    satisfaction: 被服务单位满意度
How to fix
    Move the indicator, and add what the class is for.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.numbers.measure import DATE, parse_measure
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_13
from sheetlint_checks.indicators import vocabulary

_MESSAGE = Text(
    "“{name}”放在“{level}”下，看不出与{about}有关",
    "“{name}” stands below {level}, not about {about}",
)
_HINT = Text("把它移到所属的类别", "move it to its class")
_SATISFACTION = Text("满意度", "satisfaction")
_COST = Text("金额、费用", "money")
_TIME = Text("时间、进度", "time")


@check(
    "ID018",
    "indicator-misfiled",
    title="An indicator is in the wrong class",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_13,
    each=EACH_INDICATOR,
    needs="~level3",
)
def indicator_misfiled(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if not sheet.levels_sure:
        return
    level = row.level2 if row.level2.filled else row.level1
    about = _subject_of_other_class(row, level.text)
    if about is not None:
        message = _MESSAGE.fill(name=row.level3.text, level=level.text, about=about)
        yield finding(row.level3, message, hint=_HINT)


def _subject_of_other_class(row: Indicator, level: str) -> Text | None:
    """What the class is about, where nothing in the row is."""
    name, target = row.level3.text, parse_measure(row.target.text)
    text = f"{name}{row.target.text}"
    if vocabulary.SATISFACTION in level:
        return None if any(word in text for word in vocabulary.SATISFIED) else _SATISFACTION
    if level.startswith(vocabulary.COST_LEVELS):
        money = vocabulary.MONEY in target.unit or target.percent
        return None if money or any(word in name for word in vocabulary.COSTS) else _COST
    if level.startswith(vocabulary.TIME_LEVEL):
        dated = target.kind == DATE
        return None if dated or any(word in text for word in vocabulary.TIMES) else _TIME
    return None
