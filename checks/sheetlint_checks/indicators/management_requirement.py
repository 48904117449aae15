"""管理要求当指标

检查内容
    产出、效益、满意度、成本指标里，有没有“制度建立”“资金管理规范”“档案管理”“会议召开”一类
    日常管理的要求。项目决策、项目管理一类的一级指标本来就评这些，不报。只作提示。
为什么
    日常管理人人都要做到，当成指标就是送分。
依据
    建议：日常的管理要求与产出、效益没有直接关系，不宜作为指标。
不通过示例
    产出指标：财务制度健全性
通过示例
    产出指标：系统可用率
怎么改
    换成能反映产出和效果的指标。

What it checks
    Requirements of ordinary management (a rule was set up, files were kept, meetings were held) among the
    indicators of output, effect, satisfaction or cost.  Forms with first levels of their own for it are
    left alone.  A hint.
Why
    What everybody must do anyway earns points for nothing.
Basis
    Advice: such requirements have little to do with output and effect.
Fails
    output: 财务制度健全性
Passes
    output: 系统可用率
How to fix
    Use an indicator of what was made or achieved.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, LOW, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.arithmetic.levels import FIRST_LEVELS, level_key
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.indicators import vocabulary

_MESSAGE = Text(
    "“{name}”是日常管理的要求，不反映产出或效果",
    "“{name}” is a requirement of management, no output or effect",
)
_HINT = Text("换成能反映产出和效果的指标", "use an indicator of what was made or achieved")
_MANAGEMENT = LazyPattern("|".join(vocabulary.MANAGEMENT), only_if=vocabulary.MANAGED)


@check(
    "ID025",
    "management-requirement",
    title="A requirement of management as an indicator",
    severity="info",
    confidence=LOW,
    basis=ADVICE,
    each=EACH_INDICATOR,
    needs="~level3",
)
def management_requirement(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if level_key(row.level1.text) in FIRST_LEVELS and _MANAGEMENT.search(row.level3.text):
        yield finding(row.level3, _MESSAGE.fill(name=row.level3.text), hint=_HINT)
