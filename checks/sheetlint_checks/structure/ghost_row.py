"""空指标行占分

检查内容
    没有名称、没有指标值也没有完成值的行，是否有分值或得分。
为什么
    空行占了分值，合计就不知道分给了谁；多半是删内容时没有删干净。
依据
    财预〔2020〕10号 第二十五条（内容完整、权重合理）。
不通过示例
    （空）| （空）| （空）| 10 | 10
通过示例
    空行没有分值和得分
怎么改
    补上指标名称和指标值，或把这一行整行删去。

What it checks
    A row without name, target and actual value that has a weight or a score.
Why
    Nobody knows what its points are for; mostly a row was not deleted whole.
Basis
    MOF Caiyu [2020] No. 10, article 25.
Fails
    (empty) | (empty) | (empty) | 10 | 10
Passes
    an empty row without weight and score
How to fix
    Add name and target, or delete the whole row.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_25

_MESSAGE = Text(
    "有一行没有指标名称、指标值和完成值，却有分值 {weight}、得分 {score}",
    "a row without name, target and actual value has the weight {weight} and the score {score}",
)
_HINT = Text(
    "补上指标名称和指标值，或把这一行整行删去", "add name and target, or delete the whole row"
)


@check(
    "ST014",
    "ghost-row",
    title="An empty row has points",
    severity="error",
    basis=ART_25,
    each=EACH_INDICATOR,
    needs="columns.level3 columns.target",
)
def ghost_row(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    cells = (row.level3, row.target, row.actual)
    if any(cell.filled for cell in cells) or not (row.weight.number or row.score.number):
        return
    yield finding(
        row.weight if row.weight.filled else row.score,
        _MESSAGE.fill(weight=row.weight.raw or "—", score=row.score.raw or "—"),
        hint=_HINT,
    )
