"""得分为负

检查内容
    每个指标和预算执行一行的得分不应是负数。
为什么
    扣分最多扣到零；负的得分会从别的指标里再扣一次。
依据
    财预〔2020〕10号 第十六条（得分按完成情况在分值之内计算）。
不通过示例
    分值 10，得分 -1
通过示例
    分值 10，得分 0
怎么改
    得分栏填实得分数，不填所扣的分数；完全没有完成的填 0。

What it checks
    No score, of an indicator or of the budget row, may be negative.
Why
    Nothing is the least that can be had; less would take points from other indicators.
Basis
    MOF Caiyu [2020] No. 10, article 16: scores lie within the weight.
Fails
    weight 10, score -1
Passes
    weight 10, score 0
How to fix
    Enter the points that remain, not those deducted; 0 where nothing was done.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import point_rows
from sheetlint_checks.basis import ART_16

_MESSAGE = Text("得分 {printed} 是负数，最低为 0", "score {printed} is negative; the least is 0")
_HINT = Text(
    "得分栏填实得分数，不填所扣的分数",
    "enter the points that remain, not the points deducted",
)


@check(
    "AR011",
    "score-negative",
    title="Score is negative",
    severity="error",
    basis=ART_16,
    needs="indicators columns.score",
)
def score_negative(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for row in point_rows(sheet):
        score, weight = row.score.number, row.weight.number
        if score is None or score >= 0:
            continue
        # The minus may be a slip, or the points deducted were entered instead of those left.
        likely = [abs(score)] if weight is None else [abs(score), weight + score]
        fits = [value for value in likely if value >= 0 and (weight is None or value <= weight)]
        yield finding(
            row.score,
            _MESSAGE.fill(printed=row.score.raw),
            expected=("0",),
            formula=f"{format_plain(score)} < 0",
            hint=_HINT,
            fixes=tuple(Fix(row.score.path, format_plain(value)) for value in (*fits, 0 * score)),
        )
