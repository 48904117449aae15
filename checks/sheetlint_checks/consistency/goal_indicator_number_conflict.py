"""目标与指标数值冲突

检查内容
    预期目标里说的百分比，与名称相同的指标的指标值是否一致，例如目标写“可用性高于99.9%”，
    指标值却是 100%。只作提示。
为什么
    目标和指标是同一件事的两种写法，数不同，不知道按哪个考核。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    目标“可用性高于99.9%”，指标值 100%
通过示例
    两处均为 ≥99.9%
怎么改
    按批复的绩效目标核对，改正写错的一处。

What it checks
    A percentage promised in the goal against the target of the indicator of the same name, such as
    availability above 99.9 % in the goal and 100 % as the target.  A hint.
Why
    Goal and indicator say the same thing; with two figures nobody knows which holds.
Basis
    Advice: follows from the sheet's own words.
Fails
    goal “可用性高于99.9%”, target 100%
Passes
    ≥99.9% in both
How to fix
    Compare with the approved targets and correct the wrong one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.measure import NUMBER, parse_measure
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.consistency import patterns

_MESSAGE = Text(
    "预期目标写“{quoted}”，这里的指标值是 {target}",
    "the goal says “{quoted}”, the target is {target}",
)
_HINT = Text("按批复的绩效目标核对，改正写错的一处", "compare with the approved targets")
_PROMISED = LazyPattern(patterns.GOAL_RATE, only_if=("%",))
_NOUN = 3
"""So many characters before the figure name what it measures."""


@check(
    "CN003",
    "goal-indicator-number-conflict",
    title="Goal and indicator give different figures",
    severity="info",
    confidence=LOW,
    basis=ADVICE,
    needs="~planned indicators",
)
def goal_indicator_number_conflict(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    promises = list(_PROMISED.finditer("".join(half_width(sheet.planned.text).split())))
    for row in sheet.indicators:
        target = _percent(row)
        mine = [p for p in promises if len(p[1]) >= _NOUN and p[1][-_NOUN:] in row.level3.text]
        if target is None or not mine or any(Decimal(p[2]) == target for p in mine):
            continue
        # Of several promises the one whose words are most like the indicator's name.
        quoted = max(mine, key=lambda p: len(set(p[1]) & set(row.level3.text)))
        if not _is_promised_elsewhere(sheet, row, quoted):
            message = _MESSAGE.fill(quoted=quoted[0][-20:], target=row.target.raw)
            yield finding(row.target, message, hint=_HINT)


def _is_promised_elsewhere(sheet: Sheet, row: Indicator, quoted: re.Match[str]) -> bool:
    """Another indicator of the same noun has the promised figure."""
    noun, figure = quoted[1][-_NOUN:], Decimal(quoted[2])
    others = (other for other in sheet.indicators if other is not row)
    return any(noun in other.level3.text and _percent(other) == figure for other in others)


def _percent(row: Indicator) -> Decimal | None:
    measure = parse_measure(row.target.text)
    return measure.number if measure.kind == NUMBER and measure.percent else None
