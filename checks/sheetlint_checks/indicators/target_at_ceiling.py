"""指标值顶格

检查内容
    指标值写成“≥100%”的：百分比最多 100%，只能正好完成，每张表提示一次。
    “……率”“……占比”这样最多 100% 的指标，指标值或完成值超过 100% 的是警告；增长率一类的不算。
为什么
    顶格的目标差一点就要扣分；比率超过 100%，多半是分子分母的口径不对。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    指标值 ≥100%
通过示例
    指标值 ≥98%
怎么改
    按能够达到的水平定指标值；比率超过 100% 的，核对计算口径。

What it checks
    Targets of ≥100 %, which can only be met exactly: a hint, once a sheet.  A target or an actual value
    above 100 % of what is a share: a warning; growth rates may exceed it.
Why
    A target at the ceiling costs points for any shortfall; a share above 100 % has the wrong base.
Basis
    Advice: follows from the sheet's own words.
Fails
    target ≥100%
Passes
    target ≥98%
How to fix
    Set what can be reached; look at the base of a share above 100 %.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, WARNING, Finding, check, finding
from sheetlint.sheet.numbers.measure import GE, GT, parse_measure
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.indicators import vocabulary

_CEILING = Text(
    "{count} 个指标的指标值写成“{printed}”，百分比最多 100%，只能正好完成",
    "{count} targets are “{printed}”, which can only be met exactly",
)
_OVER = Text(
    "“{name}”是比率，最多 100%，这里是 {printed}",
    "“{name}” is a share and cannot exceed 100 %, this is {printed}",
)
_HINT = Text("按能够达到的水平定指标值", "set what can be reached")
_HINT_OVER = Text("核对这个比率的分子和分母", "look at what is divided by what")
_WHOLE = 100


@check(
    "ID014",
    "target-at-ceiling",
    title="A target at the ceiling",
    severity="info",
    confidence=MEDIUM,
    basis=ADVICE,
    needs="indicators columns.target",
)
def target_at_ceiling(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    rows = [row for row in sheet.indicators if row.doubt is None]
    at_ceiling = [row for row in rows if _is_at_ceiling(row)]
    if at_ceiling:
        target = at_ceiling[0].target
        message = _CEILING.fill(count=len(at_ceiling), printed=target.raw)
        yield finding(target, message, hint=_HINT)
    for row in rows:
        over = next((cell for cell in (row.target, row.actual) if _is_over_100(cell)), None)
        if over is not None and _is_share(row.level3.text):
            message = _OVER.fill(name=row.level3.text, printed=over.raw)
            yield finding(over, message, severity=WARNING, hint=_HINT_OVER)


def _is_at_ceiling(row: Indicator) -> bool:
    target = parse_measure(row.target.text)
    return target.percent and target.number == _WHOLE and target.operator in (GE, GT)


def _is_over_100(cell: Value) -> bool:
    measure = parse_measure(cell.text)
    return measure.percent and measure.number is not None and measure.number > _WHOLE


def _is_share(name: str) -> bool:
    return name.endswith(vocabulary.SHARE_AT_END) and not any(
        w in name for w in vocabulary.SHARE_UNLESS
    )
