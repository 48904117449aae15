"""The findings about the score of the budget row: messages, hints and fixes."""

from __future__ import annotations

from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, WARNING, Finding, Fix, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.numbers.rounding import COARSE, COARSE_OTHER, NEAR, STYLE, round_to
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.funds.execution import format_division
from sheetlint_checks.scoring.budget_diagnosis import diagnose_budget_score, other_rule_hint
from sheetlint_checks.scoring.budget_verdicts import INCONSISTENT, BudgetVerdict

_MESSAGES = {
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
_MESSAGES[COARSE_OTHER] = _MESSAGES[COARSE]
_HIGH = Text(
    "预算执行得分 {printed} 偏高，应为 {right}", "budget score {printed} is too high: {right}"
)
_LOW = Text(
    "预算执行得分 {printed} 偏低，应为 {right}", "budget score {printed} is too low: {right}"
)
_BETWEEN = Text(
    "预算执行得分 {printed} 不对，应为 {right}", "budget score {printed} is neither: {right}"
)
_INCONSISTENT = Text(
    "预算执行得分 {printed} 与表上的执行率 {rate}、由金额算出的执行率都不相符，应为 {right}",
    "budget score {printed} fits neither the printed rate {rate} nor the amounts: {right}",
)
_WHY = Text("{message}：{why}", "{message} — {why}")
_HINT = Text(
    "把得分改为 {right}；当地另有计分办法的，选用当地的口径{whose}",
    "set the score to {right}, or choose the profile of a place that scores otherwise{whose}",
)
_HINT_INCONSISTENT = Text(
    "先核对金额和执行率，再按 分值 × 执行率 重算得分",
    "look at the amounts and the rate first, then calculate weight × rate again",
)
_OR = Text("{first} 或 {second}", "{first} or {second}")


def budget_finding(verdict: BudgetVerdict, sheet: Sheet, profile: Profile) -> Finding:
    """The finding of FD003 or FD010."""
    total, judgement = verdict.total, verdict.judgement
    expected = _expected_texts(verdict, profile)
    right = _join_alternatives(expected)
    inconsistent = verdict.code == INCONSISTENT
    if inconsistent:
        message = _INCONSISTENT
    elif judgement.kind in _MESSAGES and not verdict.full_marks_given:
        message = _MESSAGES[judgement.kind]
    elif judgement.above:
        message = _HIGH
    else:
        lowest = min(score.low for score in verdict.scores)
        message = _LOW if Fraction(total.score.number or 0) < lowest else _BETWEEN
    message = message.fill(printed=total.score.raw, rate=total.rate.raw, right=right)
    why = diagnose_budget_score(total, sheet, profile, verdict.execution, verdict.scores[0].low)
    if why is not None and judgement.kind != STYLE:
        message = _WHY.fill(message=message, why=why)
    whose = other_rule_hint(total, profile, verdict.execution)
    return finding(
        total.score,
        message,
        expected=expected,
        formula=format_division(total) if inconsistent else verdict.formula,
        severity=ERROR if inconsistent else _severity(verdict),
        hint=(_HINT_INCONSISTENT if inconsistent else _HINT).fill(right=right, whose=whose),
        fixes=tuple(Fix(total.score.path, text) for text in expected),
    )


def _severity(verdict: BudgetVerdict) -> str:
    judgement = verdict.judgement
    if judgement.kind == STYLE:
        return INFO
    if judgement.kind in (COARSE, COARSE_OTHER, NEAR) and not verdict.full_marks_given:
        return WARNING
    return ERROR if judgement.above else WARNING


def _expected_texts(verdict: BudgetVerdict, profile: Profile) -> tuple[str, ...]:
    """As one would print them: the score from the exact rate first."""
    ulp = profile.number("score.ulp_max")
    texts = (format_plain(round_to(s.low, ulp)) for s in verdict.scores if s.low == s.high)
    return tuple(dict.fromkeys(_strip_zeros(text) for text in texts))


def _strip_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _join_alternatives(expected: tuple[str, ...]) -> Text:
    joined = Text(expected[0], expected[0])
    for text in expected[1:]:
        joined = _OR.fill(first=joined, second=text)
    return joined
