"""折算得分错误

检查内容
    只在按“单项得分 × 权重%”折算得分的口径里检查：折算得分是否等于两者之积。
    单项得分应当是百分制；完成了而单项得分正好等于权重的、各项的单项得分都不超过自己
    权重的，像是没有用百分制，作警告。
为什么
    单项得分如果已经按分值给，再乘以权重，满分的项目也只剩几分。
依据
    所用口径的计分规定（单项指标折算得分 = 单项指标得分 × 权重占比）。
不通过示例
    单项得分 25.00，权重 30%，折算得分 6.25（应为 7.50）
通过示例
    单项得分 100，权重 25%，折算得分 25.00
怎么改
    按公式重算折算得分；单项得分改为百分制。

What it checks
    Only in profiles where the score of a row is its own score × weight %: is it that product?  The
    row's own score is out of 100; where a target was met and earned just its weight, or no row's
    score exceeds its weight, the weights were taken for the maximum, which is a warning.
Why
    A row's score that is points already and is multiplied once more leaves a few points of a
    hundred.
Basis
    The place's own rule of scoring: 单项指标折算得分 = 单项指标得分 × 权重占比.
Fails
    row's score 25.00, weight 30%, score 6.25 (should be 7.50)
Passes
    row's score 100, weight 25%, score 25.00
How to fix
    Calculate the product again; score rows out of 100.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, WARNING, Finding, Fix, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.parse import parse_number
from sheetlint.sheet.numbers.rounding import NEAR, STYLE, format_rounded, format_short, judge
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.scoring import figures_of

_MODEL = "percent_weighted"
_SEVERITY = {STYLE: INFO, NEAR: WARNING}
_MESSAGE = Text(
    "折算得分 {printed}，单项得分 {item} × 权重 {weight} 应为 {right}",
    "score {printed}: the row's score {item} × weight {weight} is {right}",
)
_HINT = Text(
    "把折算得分改为 {right}；如果没有错，核对单项得分和权重",
    "set the score to {right}; if it is right, look at the row's score and the weight",
)
_POINTS = Text(
    "单项得分应为百分制：{item} 没有超过权重 {weight}，像是已经按分值给的",
    "a row's score is out of 100: {item} does not exceed the weight {weight}, as if it were points",
)
_HINT_POINTS = Text(
    "单项得分按百分制填写，再乘以权重", "score each row out of 100, then multiply by its weight"
)


class _Row(NamedTuple):
    item: Value
    own: Fraction
    share: Fraction
    score: Value
    met: bool


@check(
    "AR007",
    "weighted-score-mismatch",
    title="Weighted score is miscalculated",
    severity="error",
    fix="unsafe",
    basis=ADVICE,
    needs="columns.score",
    parameters="score.model score.row_score_max score.ulp_max score.abs_tol",
)
def weighted_score_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if profile.text("score.model") != _MODEL:
        return
    rows = [row for line in scored_rows(sheet) if (row := _row(line)) is not None]
    for row in rows:
        yield from _product(row, profile)
    most = Fraction(profile.number("score.row_score_max"))
    in_points = [row for row in rows if row.met and row.own == row.share * 100]
    if not in_points and all(row.own <= row.share * 100 for row in rows):
        in_points = rows
    if in_points and in_points[0].share * 100 < most:
        first = in_points[0]
        message = _POINTS.fill(item=first.item.raw, weight=format_short(first.share * 100))
        yield finding(first.item, message, severity=WARNING, hint=_HINT_POINTS)


def _row(line: Indicator) -> _Row | None:
    """The row's own score, and its weight as a share; None where one of them is not known."""
    item = line.extra_cell("item_score")
    own = None if item is None else parse_number(item.text)
    weight = parse_number(line.weight.raw)
    if item is None or own is None or weight is None or line.doubt is not None:
        return None
    if line.score.number is None:
        return None
    share = Fraction(weight.value)
    figures = figures_of(line)
    return _Row(
        item,
        Fraction(own.value),
        share if weight.percent else share / 100,
        line.score,
        figures is not None and figures.met,
    )


def _product(row: _Row, profile: Profile) -> Iterator[Finding]:
    judgement = judge(
        row.score.sure,
        row.score.ulp,
        [row.own * row.share],
        ulp_max=profile.number("score.ulp_max"),
        abs_tol=profile.number("score.abs_tol"),
    )
    if judgement.right:
        return
    right, weight = format_rounded(row.own * row.share), f"{format_short(row.share * 100)}%"
    yield finding(
        row.score,
        _MESSAGE.fill(printed=row.score.raw, item=row.item.raw, weight=weight, right=right),
        expected=(right,),
        formula=f"{format_short(row.own)} × {weight} = {right}",
        severity=_SEVERITY.get(judgement.kind, ""),
        hint=_HINT.fill(right=right),
        fixes=(Fix(row.score.path, right),),
    )
