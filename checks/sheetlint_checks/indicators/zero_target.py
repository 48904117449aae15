"""指标值为零

检查内容
    越大越好的指标，指标值是否为 0。事故、投诉这类越少越好的指标，0 是正当的目标；
    增长率一类的百分比，0% 表示不下降，也不检查；看不出方向的不检查。
为什么
    目标是 0，做不做都算完成，完成值除以指标值也没有意义。
依据
    建议；财预〔2020〕10号 第十六条按完成值与指标值的比例记分，指标值为 0 没有比例。
不通过示例
    培训班次，指标值 0次，完成值 3次
通过示例
    安全事故，指标值 ≤0起，完成值 0起
怎么改
    填上年初批复的指标值；本年确实不做的，这一项不应占分值。

What it checks
    Where more is better: is the target 0?  Nothing at all is a fair target for accidents and
    complaints, and 0% for growth means no decline; neither is looked at, nor is a row whose
    direction is not known.
Why
    A target of nothing is met by doing nothing, and there is no ratio to score by.
Basis
    Advice; by article 16 of MOF Caiyu [2020] No. 10 scores are proportions of the target.
Fails
    培训班次: target 0次, actual 3次
Passes
    安全事故: target ≤0起, actual 0起
How to fix
    Enter the approved target; what is not done this year should carry no weight.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.scoring import has_zero_target

_MESSAGE = Text(
    "指标值 {target}：越大越好的指标，目标是 0 就没有比例可算，做多做少都算完成",
    "target {target}: where more is better, a target of 0 leaves no ratio and is met by anything",
)
_HINT = Text(
    "填上年初批复的指标值；本年不做的，这一项不应占分值",
    "enter the approved target; what is not done this year should carry no weight",
)


@check(
    "ID009",
    "zero-target",
    title="Target is zero",
    severity="warning",
    basis=ADVICE,
    each=EACH_INDICATOR,
    needs="~target",
)
def zero_target(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if has_zero_target(row):
        yield finding(row.target, _MESSAGE.fill(target=row.target.raw), hint=_HINT)
