"""Compares a printed execution rate with its two amounts, for FD002 and FD011."""

from decimal import Decimal
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, WARNING, Finding, Fix, finding
from sheetlint.sheet.numbers.rounding import (
    COARSE,
    COARSE_OTHER,
    NEAR,
    STYLE,
    WRONG,
    Interval,
    format_rounded,
    judge,
    printed_interval,
)
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint_checks.funds.execution import execution_rate, format_division, possible_rates

_SEVERITY = {STYLE: INFO, COARSE: INFO, COARSE_OTHER: WARNING, NEAR: WARNING}
_MESSAGES = {
    STYLE: Text(
        "执行率 {printed} 不是四舍五入的结果，四舍五入应为 {right}",
        "rate {printed} is not rounded half-up, which gives {right}",
    ),
    COARSE: Text(
        "执行率 {printed} 只写到整数或一位小数，写两位应为 {right}",
        "rate {printed} is printed coarsely; with two decimals it is {right}",
    ),
    NEAR: Text(
        "执行率 {printed} 有细小差异，应为 {right}",
        "rate {printed} differs slightly, it should be {right}",
    ),
}
_MESSAGES[COARSE_OTHER] = _MESSAGES[COARSE]
_WRONG = Text("执行率 {printed} 计算有误，应为 {right}", "rate {printed} is wrong: {right}")
_HINT = Text(
    "把执行率改为 {right}；如果执行率没有错，核对全年预算数和全年执行数",
    "set the rate to {right}; if it is right, look at the two amounts",
)


def rate_finding(row: FundRow, sheet: Sheet, profile: Profile) -> Finding | None:
    """What is wrong with the printed rate of the row; None where nothing is.

    A rate that is right after rounding to its printed digits passes; amounts in 万元 are intervals.
    """
    right, possible = execution_rate(row), possible_rates(row, sheet)
    # The number of decimals that the place prints, where scores have more.
    printed_in_full = Decimal(1).scaleb(-int(profile.number("funds.rate_decimals")))
    ulp_max = max(profile.number("score.ulp_max"), printed_in_full)
    precise = row.rate.ulp.scaleb(2) <= ulp_max
    if right is None or (
        precise and _prints_possible_rate(printed_interval(row.rate.sure, row.rate.ulp), possible)
    ):
        return None
    ends = [end for rates in possible for end in rates]
    judgement = judge(
        row.rate.sure.scaleb(2),
        row.rate.ulp.scaleb(2),
        [Fraction(100) * rate for rate in (right, *ends)],
        ulp_max=ulp_max,
        abs_tol=profile.number("score.abs_tol"),
        modes_right=profile.texts("funds.rate_rounding_ok"),
    )
    if judgement.right:
        return None
    text = f"{format_rounded(right * 100)}%"
    kind = judgement.kind
    if kind == COARSE_OTHER and row.rate.ulp >= 1:
        # A bare 0 or 1 has no digits that could have been cut off.
        kind = WRONG
    return finding(
        row.rate,
        _MESSAGES.get(kind, _WRONG).fill(printed=row.rate.raw, right=text),
        expected=(text,),
        formula=format_division(row),
        severity=_SEVERITY.get(kind, ERROR),
        hint=_HINT.fill(right=text),
        fixes=(Fix(row.rate.path, text),),
    )


def _prints_possible_rate(printed: Interval, possible: tuple[Interval, ...]) -> bool:
    """Whether some possible rate prints, rounded half-up, as the one on the sheet."""
    return any(rates.low < printed.high and rates.high >= printed.low for rates in possible)
