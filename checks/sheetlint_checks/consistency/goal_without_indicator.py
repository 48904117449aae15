"""目标未分解到指标

检查内容
    预期目标分条列了几项任务，绩效指标的个数却比任务还少。这一项默认关闭，用 --select CN006 打开。
为什么
    没有指标的任务，做没做成没有人考核。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    目标列了三项任务，指标只有一项
通过示例
    三项任务各有指标
怎么改
    给每项任务设一个以上的指标。

What it checks
    The goal lists tasks, and there are fewer indicators than tasks.  Off by default: --select CN006.
Why
    A task without an indicator is evaluated by nobody.
Basis
    Advice: follows from the sheet's own words.
Fails
    three tasks, one indicator
Passes
    an indicator for each task
How to fix
    Give each task an indicator.
"""

import re
from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.consistency import patterns

_MESSAGE = Text(
    "预期目标列了 {tasks} 项任务，指标只有 {rows} 个",
    "the goal lists {tasks} tasks, there are {rows} indicators",
)
_HINT = Text("给每项任务设一个以上的指标", "give each task an indicator")
_TASK = LazyPattern(patterns.TASK, re.M)


@check(
    "CN006",
    "goal-without-indicator",
    title="Tasks of the goal have no indicator",
    severity="info",
    confidence=LOW,
    enabled=False,
    basis=ADVICE,
    needs="~planned indicators",
)
def goal_without_indicator(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    tasks = len(_TASK.findall(half_width(sheet.planned.text)))
    rows = len(scored_rows(sheet))
    if tasks > rows > 0:
        yield finding(
            sheet.planned,
            _MESSAGE.fill(tasks=tasks, rows=rows),
            printed=f"{sheet.planned.raw[:20]}…",
            hint=_HINT,
        )
