"""分值平均分配

检查内容
    四个以上的指标分值是否完全一样。当地规定按个数平均分配的不查。这一项默认关闭，
    用 --select AR006 打开。
为什么
    平均分配往往说明没有考虑哪项更重要。
依据
    财预〔2020〕10号 第十三条（权重综合指标重要程度等因素确定）。
不通过示例
    9 项指标分值全为 10
通过示例
    分值 20、15、15、30、10
怎么改
    按重要程度分配分值。

What it checks
    Whether four or more indicators all have the same weight; silent where the place prescribes
    that.  Off by default: --select AR006 turns it on.
Why
    Equal weights mostly mean that nobody asked what matters more.
Basis
    MOF Caiyu [2020] No. 10, article 13: weights are set by importance.
Fails
    nine indicators of 10
Passes
    20, 15, 15, 30, 10
How to fix
    Set the weights by importance.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ART_13

_MESSAGE = Text(
    "{count} 个指标的分值都是 {weight}", "all {count} indicators have the weight {weight}"
)
_HINT = Text("按重要程度分配分值", "set the weights by importance")
_FEW = 4


@check(
    "AR006",
    "equal-weight-everywhere",
    title="All indicators have the same weight",
    severity="info",
    confidence=LOW,
    enabled=False,
    basis=ART_13,
    needs="indicators.*.weight",
    parameters="score.weight_split",
)
def equal_weight_everywhere(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    try:
        if profile.text("score.weight_split") == "equal_integer":
            return
    except UnknownParameter:
        # Most places say nothing of how weights are split.
        pass
    rows = scored_rows(sheet)
    if len(rows) >= _FEW and len({row.weight.number for row in rows}) == 1:
        first = rows[0].weight
        yield finding(first, _MESSAGE.fill(count=len(rows), weight=first.raw), hint=_HINT)
