"""区间或复合指标

检查内容
    一个指标值里是否有两个目标（“5场、300人”）或一个区间（“90%-95%”）。
    一段时间（“1月至12月”）、文字里夹着几个数字的不算。
为什么
    这样的指标值没有唯一的比例，得分对不对没有办法核对，本工具也跳过它的得分。
依据
    建议；财预〔2020〕10号 第十六条按完成值与指标值的比例记分。
不通过示例
    指标值 5场、300人
通过示例
    分成两项：≥5场；≥300人
怎么改
    分成几项，各有分值；区间改为一个下限（或上限）。

What it checks
    Does one target hold two (5场、300人) or a range (90%-95%)?  A period of time, and words with
    figures in them, are left alone.
Why
    There is no single ratio to score by: nobody can say whether the score is right, and this tool
    skips it.
Basis
    Advice; by article 16 of MOF Caiyu [2020] No. 10 scores are proportions of the target.
Fails
    target 5场、300人
Passes
    two rows: ≥5场; ≥300人
How to fix
    Make several rows of it, each with its weight; give one bound instead of a range.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.scoring import has_several_targets

_MESSAGE = Text(
    "指标值“{target}”是区间或含有几个目标，没有唯一的比例，这一项的得分没有核对",
    "target {target} is a range or several targets at once: its score was not checked",
)
_HINT = Text(
    "分成几项，各有分值；区间改为一个下限（或上限）",
    "make several rows of it, or give one bound instead of a range",
)


@check(
    "ID017",
    "compound-target",
    title="Range or several targets in one row",
    severity="info",
    basis=ADVICE,
    each=EACH_INDICATOR,
    needs="~target",
)
def compound_target(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if has_several_targets(row):
        yield finding(row.target, _MESSAGE.fill(target=row.target.raw[:20]), hint=_HINT)
