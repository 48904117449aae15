"""指标值不可衡量

检查内容
    指标值里没有数字、日期、是否和等级，只有“持续提升”“有效促进”“稳定运行”一类的话。
    写明了评价等级的（好/一般/差）可以衡量，不报。
为什么
    没有尺度的目标，怎么完成都算完成，得分也就没有依据。
依据
    财预〔2020〕10号 第十六条（定性指标按达成情况分三档评分，要能判断达成了没有）。
不通过示例
    指标值“稳定性高”
通过示例
    指标值“可用性≥99.9%”
怎么改
    写成能数、能量的指标值；定性的写明评价等级和各级的含义。

What it checks
    A target without figure, date, yes/no or grade, in words such as 持续提升 or 稳定运行.  A stated scale
    (好/一般/差) is measurable.
Why
    A target without a measure is met whatever happens, and its score rests on nothing.
Basis
    MOF Caiyu [2020] No. 10, article 16: bands by how far a qualitative target was reached.
Fails
    target “稳定性高”
Passes
    target “可用性≥99.9%”
How to fix
    State a figure; or the grades and what each means.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.measure import WORDS, parse_measure
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_16
from sheetlint_checks.indicators import vocabulary

_MESSAGE = Text(
    "“{name}”的指标值“{target}”没有可以衡量的尺度",
    "the target “{target}” of “{name}” names no measure",
)
_HINT = Text(
    "写成数量、比率、时间，或写明评价等级（好/一般/差）和含义",
    "state a figure, a rate or a date, or the grades and what each means",
)
_PARTS = LazyPattern(r"[/、,，;；|\s]+")


@check(
    "ID010",
    "target-not-measurable",
    title="The target cannot be measured",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target",
)
def target_not_measurable(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    text = row.target.text
    if parse_measure(text).kind != WORDS or any(letter.isdigit() for letter in text):
        return
    if _is_measurable(text) or not any(word in text for word in vocabulary.VAGUE):
        return
    message = _MESSAGE.fill(name=row.level3.text, target=row.target.raw[:20])
    yield finding(row.target, message, hint=_HINT)


def _is_measurable(text: str) -> bool:
    """Yes or no, or a scale of two grades and more."""
    grades = sum(part in vocabulary.SCALE for part in _PARTS.split(text))
    return (
        grades > 1
        or text in vocabulary.YES_NO
        or any(w in text for w in vocabulary.YES_NO if len(w) > 1)
    )
