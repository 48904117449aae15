"""单一指标分值过大

检查内容
    有没有一个三级指标的分值超过 30 分，或者占了所属一级指标的六成以上而同级还有别的指标
    （界限以所用口径为准）。
为什么
    一项定胜负，其余指标就失去了意义，自评结果容易失真。
依据
    建议：财预〔2020〕10号 第十三条要求权重综合指标重要程度等因素确定，没有规定上限。
不通过示例
    成本控制数 分值 90
通过示例
    四项指标分值各 22.5
怎么改
    把这一项拆成几项，或把分值匀给其他指标；确有必要的可以保留。

What it checks
    Whether one indicator has more than 30 points, or more than 60 % of its first level although
    others stand beside it (the bounds are the profile's).
Why
    One indicator that decides everything makes the others idle.
Basis
    Advice: article 13 of No. 10 wants weights by importance and names no bound.
Fails
    control of costs, weight 90
Passes
    four indicators of 22.5 each
How to fix
    Split the indicator, or give some of its points to others; keep it where there is reason.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE

_POINTS = Text(
    "“{name}”一项就占 {weight} 分，超过 {most} 分",
    "“{name}” alone has {weight} points, more than {most}",
)
_SHARE = Text(
    "“{name}”占 {weight} 分，是“{level}” {sum} 分的六成以上",
    "“{name}” has {weight} of the {sum} points of {level}",
)
_HINT = Text("把这一项拆细，或把分值匀给其他指标", "split it, or give points to others")


@check(
    "AR005",
    "weight-dominant",
    title="One indicator outweighs the others",
    severity="info",
    confidence=LOW,
    basis=ADVICE,
    needs="indicators.*.weight",
    parameters="weights.dominant_points weights.dominant_share",
)
def weight_dominant(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    most = profile.number("weights.dominant_points")
    share = profile.number("weights.dominant_share")
    rows = scored_rows(sheet)
    levels: dict[str, list[Decimal]] = {}
    for row in rows:
        levels.setdefault(row.level1.text, []).append(row.weight.sure)
    for row in rows:
        weight, level = row.weight.sure, levels[row.level1.text]
        if weight > most and len(level) > 1:
            message = _POINTS.fill(
                name=row.level3.text, weight=row.weight.raw, most=format_plain(most)
            )
        elif (
            sheet.levels_sure and row.level1.text and len(level) > 1 and weight > share * sum(level)
        ):
            message = _SHARE.fill(
                name=row.level3.text,
                weight=row.weight.raw,
                level=row.level1.text,
                sum=format_plain(sum(level, Decimal(0))),
            )
        else:
            continue
        yield finding(row.weight, message, hint=_HINT)
