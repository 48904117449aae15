"""得分超过分值

检查内容
    每个指标和预算执行一行：得分是否不超过分值。只因得分少写了小数位而显得略高的，作警告。
为什么
    完成得再好，一项最多记满分；超出的部分会带高总分和等级。
依据
    财预〔2020〕10号 第十六条（完成指标值的，记该指标所赋全部分值）。
不通过示例
    分值 20，得分 31.9（应不超过 20）
通过示例
    分值 20，得分 20
怎么改
    得分改为不超过分值；如果得分没有错，核对分值。

What it checks
    In every indicator row and in the budget row: is the score no more than the weight?  A score
    that is a little higher only because it has fewer decimals is a warning.
Why
    However well a target was exceeded, the weight is all that can be had.
Basis
    MOF Caiyu [2020] No. 10, article 16: a target that is met earns the whole weight.
Fails
    weight 20, score 31.9 (20 at most)
Passes
    weight 20, score 20
How to fix
    Bring the score down to the weight; if the score is right, look at the weight.
"""

from collections.abc import Iterator
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, WARNING, Finding, Fix, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.rounding import format_rounded, round_to
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ART_16
from sheetlint_checks.funds.execution import execution_rate
from sheetlint_checks.scoring import ROW_PARAMETERS, exact_scores, figures_of, format_score

_MESSAGE = Text(
    "得分 {printed} 超过分值 {weight}{why}", "score {printed} is above the weight {weight}{why}"
)
_UNCAPPED = Text(
    "（像是按“分值 × 完成值 ÷ 指标值”算的，没有封顶）",
    " (looks like weight × actual ÷ target, without the cap)",
)
_HINT = Text(
    "得分最多记满分 {weight}；如果得分没有错，核对分值",
    "the score is {weight} at most; if it is right, look at the weight",
)


@check(
    "AR010",
    "score-above-weight",
    title="Score is above the weight",
    severity="error",
    basis=ART_16,
    needs="indicators columns.score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.reverse score.satisfaction "
    "over_completion.flag_ratio",
)
def score_above_weight(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    budget = sheet.fund_total
    if budget is not None and _above(budget.weight, budget.score):
        yield _finding(budget.weight, budget.score, execution_rate(budget), ())
    for row in scored_rows(sheet):
        if row.doubt is None and _above(row.weight, row.score):
            figures = figures_of(row)
            right = tuple(format_score(item.score) for item in exact_scores(row, profile))
            yield _finding(row.weight, row.score, None if figures is None else figures.ratio, right)


def _above(weight: Value, score: Value) -> bool:
    if weight.number is None or score.number is None:
        return False
    return score.number > weight.number > 0


def _finding(
    weight: Value, score: Value, ratio: Fraction | None, right: tuple[str, ...]
) -> Finding:
    """``ratio`` is what an uncapped score would have been calculated with, ``right`` what is due."""
    exact = Fraction(weight.sure)
    uncapped = ratio is not None and round_to(exact * ratio, score.ulp) == score.number
    likely = (
        [format_rounded(exact * min(ratio, Fraction(1)))] if ratio is not None and not right else []
    )
    expected = right or (weight.raw,)
    return finding(
        score,
        _MESSAGE.fill(
            printed=score.raw, weight=weight.raw, why=_UNCAPPED if uncapped else Text("", "")
        ),
        expected=expected,
        formula=f"{score.raw} > {weight.raw}",
        severity=WARNING if round_to(exact, score.ulp) == score.number else ERROR,
        hint=_HINT.fill(weight=weight.raw),
        fixes=tuple(Fix(score.path, text) for text in dict.fromkeys((*expected, *likely))),
    )
