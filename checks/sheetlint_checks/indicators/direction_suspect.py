"""指标方向可疑

检查内容
    成本、事故、投诉一类越少越好的指标，指标值却写“≥”；满意度、覆盖率一类越多越好的却写“≤”；
    数量指标写“≤”；指标性质写“正向”、运算符却是“≤”。
为什么
    方向写反了，完成得越差得分越高。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    事故起数 ≥1起
通过示例
    事故起数 ≤0起
怎么改
    核对批复的绩效目标，改正运算符或指标性质。

What it checks
    Costs, accidents and complaints with ≥; satisfaction and coverage with ≤; counts of output with ≤; a
    nature of 正向 beside ≤.
Why
    With the wrong direction the worse result scores higher.
Basis
    Advice: follows from the sheet's own words.
Fails
    accidents ≥1
Passes
    accidents ≤0
How to fix
    Compare with the approved targets and correct the sign.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, MEDIUM, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.measure import GE, GT, LE, LT, parse_measure
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.indicators import vocabulary as levels
from sheetlint_checks.scoring import vocabulary

_LESS = Text(
    "“{name}”一般越少越好，指标值却是“{target}”",
    "less of “{name}” is better as a rule, yet the target is “{target}”",
)
_MORE = Text(
    "“{name}”一般越多越好，指标值却是“{target}”",
    "more of “{name}” is better as a rule, yet the target is “{target}”",
)
_NATURE = Text(
    "指标性质写“{nature}”，指标值却是“{target}”", "its nature is {nature}, the target “{target}”"
)
_HINT = Text("核对批复的绩效目标，改正运算符", "compare with the approved targets")
_UP, _DOWN = (GE, GT), (LE, LT)
_LESS_AT_END = LazyPattern(
    f"(?:{'|'.join(vocabulary.LESS)})(?:发生)?(?:{vocabulary.COUNTERS})?$", only_if=vocabulary.LESS
)
_NAME_PADDING = LazyPattern(vocabulary.NAME_PADDING)


@check(
    "ID019",
    "direction-suspect",
    title="The direction of the target is suspect",
    severity="warning",
    confidence=MEDIUM,
    basis=ADVICE,
    each=EACH_INDICATOR,
    needs="~target ~level3",
)
def direction_suspect(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    target = parse_measure(row.target.text)
    if target.operator not in _UP + _DOWN:
        return
    nature, name = row.extra_cell("sign"), _NAME_PADDING.sub("", row.level3.text)
    message: Text | None = None
    if nature is not None and _contradicts(nature.text, target.operator):
        message = _NATURE.fill(nature=nature.raw, target=row.target.raw)
    elif target.operator in _UP and _LESS_AT_END.search(name):
        message = _LESS
    elif target.operator in _DOWN and (name.endswith(vocabulary.MORE) or _is_count(row, name)):
        message = _MORE
    if message is not None:
        filled = message.fill(name=row.level3.text, target=row.target.raw)
        yield finding(row.target, filled, hint=_HINT)


def _contradicts(nature: str, operator: str) -> bool:
    return (levels.POSITIVE in nature and operator in _DOWN) or (
        levels.NEGATIVE in nature and operator in _UP
    )


def _is_count(row: Indicator, name: str) -> bool:
    """A number of things made or done; what is to be kept down says so in its name."""
    return row.level2.text.startswith(levels.COUNTED) and not any(
        word in name for word in (*vocabulary.CHANGES, *vocabulary.LESS)
    )
