"""预算执行得分错误

检查内容
    年度资金总额一行的得分，是否等于按口径规定的办法由执行率算出的得分。一般为
    分值 × 执行率，最高不超过分值；用金额算出的执行率和表上写的执行率，两种都算对。
    四舍五入以外的取舍、只写到整数的，只作提醒；偏高的为错误，偏低的为警告。
为什么
    这一格加进总分，算错了总分就跟着错；多给分比少给分更要紧。
依据
    建议：财预〔2020〕10号没有规定怎样由执行率得出得分，按口径里的办法核对。
不通过示例
    分值 10，执行率 80.45%，得分 10
通过示例
    分值 10，执行率 98.88%，得分 9.89
怎么改
    按 分值 × 执行率 重算得分；当地按档计分的，选用当地的口径。

What it checks
    Whether the score of the row 年度资金总额 follows from the rate by the profile's method, usually
    weight × rate and at most the weight, from the exact rate or the printed one.  Other roundings
    and whole numbers are milder; too high is an error, too low a warning.
Why
    The score goes into the total; points too many weigh more than points too few.
Basis
    Advice: No. 10 does not say how a rate becomes a score; the profile's method is used.
Fails
    weight 10, rate 80.45%, score 10
Passes
    weight 10, rate 98.88%, score 9.89
How to fix
    Calculate weight × rate again; where the place scores in steps, choose its profile.
"""

from collections.abc import Iterator
from fractions import Fraction

from sheetlint.check import ERROR, INFO, WARNING, Finding, Fix, check, finding
from sheetlint.model import FundRow, Sheet, Text
from sheetlint.numbers.parse import plain
from sheetlint.numbers.rounding import (
    COARSE,
    COARSE_OTHER,
    NEAR,
    STYLE,
    Interval,
    Judgement,
    judge,
    round_to,
    shown_short,
)
from sheetlint.profiles import Profile
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.scoring.budget import Execution, accepted, execution_of
from sheetlint_checks.scoring.budget_diagnosis import diagnosis, meets

_SAY = {
    STYLE: Text(
        "预算执行得分 {printed} 不是四舍五入的结果，四舍五入应为 {right}",
        "budget score {printed} is not rounded half-up, which gives {right}",
    ),
    COARSE: Text(
        "预算执行得分 {printed} 只写到整数或一位小数，写两位应为 {right}",
        "budget score {printed} is printed coarsely; with two decimals it is {right}",
    ),
    NEAR: Text(
        "预算执行得分 {printed} 有细小差异，应为 {right}",
        "budget score {printed} differs slightly, it should be {right}",
    ),
}
_SAY[COARSE_OTHER] = _SAY[COARSE]
_HIGH = Text(
    "预算执行得分 {printed} 偏高，应为 {right}", "budget score {printed} is too high: {right}"
)
_LOW = Text(
    "预算执行得分 {printed} 偏低，应为 {right}", "budget score {printed} is too low: {right}"
)
_WHY = Text("{say}：{why}", "{say} — {why}")
_OR = Text("{first} 或 {second}", "{first} or {second}")
_HINT = Text(
    "把得分改为 {right}；当地另有计分办法的，选用当地的口径",
    "set the score to {right}, or choose the profile of a place that scores otherwise",
)


@check(
    "FD003",
    "budget-score-mismatch",
    title="Budget execution is scored wrongly",
    severity="error",
    basis=ADVICE,
    needs="funds.total.weight funds.total.score",
    parameters="budget_score.methods budget_score.from budget_score.rounding_ok "
    "budget_score.weight funds.zero_zero_rate score.ulp_max score.abs_tol",
)
def budget_score_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.fund_total
    assert total is not None
    assert total.score.number is not None
    execution = execution_of(total, sheet, profile)
    if execution is None:
        return
    scores = accepted(profile.texts("budget_score.methods"), execution, profile)
    printed, ulp = total.score.number, total.score.ulp
    ulp_max = profile.number("score.ulp_max")
    if not scores or (ulp <= ulp_max and meets(printed, ulp, scores)):
        return
    judgement = judge(
        printed,
        ulp,
        [end for score in scores for end in score],
        ulp_max=ulp_max,
        abs_tol=profile.number("score.abs_tol"),
        modes_right=profile.texts("budget_score.rounding_ok"),
    )
    if not judgement.right:
        yield _mismatch(total, sheet, profile, execution, scores, judgement)


def _mismatch(
    total: FundRow,
    sheet: Sheet,
    profile: Profile,
    execution: Execution,
    scores: list[Interval],
    judgement: Judgement,
) -> Finding:
    expected = _expected(scores, profile)
    right = _alternatives(expected)
    why = diagnosis(total, sheet, profile, execution, scores[0].low)
    # No rounding makes full marks of 91 %: someone gave them.
    given = judgement.kind == COARSE_OTHER and total.score.number == total.weight.number
    severity = _severity(judgement, given)
    if judgement.kind in _SAY and not given:
        say = _SAY[judgement.kind]
    else:
        say = _HIGH if judgement.above else _LOW
    say = say.fill(printed=total.score.raw, right=right)
    if why is not None and judgement.kind != STYLE:
        say = _WHY.fill(say=say, why=why)
    return finding(
        total.score,
        say,
        expected=expected,
        formula=_formula(execution, scores[0]),
        severity=severity,
        hint=_HINT.fill(right=right),
        fixes=tuple(Fix(total.score.path, text) for text in expected),
    )


def _severity(judgement: Judgement, given: bool) -> str:
    if judgement.kind == STYLE:
        return INFO
    if judgement.kind in (COARSE, COARSE_OTHER, NEAR) and not given:
        return WARNING
    return ERROR if judgement.above else WARNING


def _expected(scores: list[Interval], profile: Profile) -> tuple[str, ...]:
    """As one would print them: the score from the exact rate first."""
    ulp = profile.number("score.ulp_max")
    texts = (plain(round_to(score.low, ulp)) for score in scores if score.low == score.high)
    return tuple(dict.fromkeys(_short(text) for text in texts))


def _short(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _alternatives(expected: tuple[str, ...]) -> Text:
    said = Text(expected[0], expected[0])
    for text in expected[1:]:
        said = _OR.fill(first=said, second=text)
    return said


def _formula(execution: Execution, score: Interval) -> str:
    """``10 × 98.878% = 9.8878``; with the cap where it applies."""
    weight, rate = execution.weight, execution.rates[0].low
    product = f"{shown_short(weight)} × {shown_short(rate * 100, 3)}%"
    if rate > 1 and score.low == weight:
        product = f"min({shown_short(weight)}, {product})"
    if weight * min(rate, Fraction(1)) != score.low:
        # Steps are not a product: the rate, and what it is worth.
        return f"{shown_short(rate * 100, 3)}% → {shown_short(score.low)}"
    return f"{product} = {shown_short(score.low)}"
