"""Explanations of a wrong budget score, appended to the message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.sheet.numbers.rounding import CENT, DOWN, HALF_UP, Interval, format_rounded, round_to
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint_checks.funds.execution import execution_rate
from sheetlint_checks.scoring.budget_methods import METHODS, Execution, scores_by_budget_methods

_NOT_CAPPED = Text("超过 100% 的部分没有封顶", "the part above 100 % was not cut off")
_FULL = Text("执行率不到 100%，却给了满分", "full marks were given for a rate below 100 %")
_FLOORED = Text("小数部分被舍去", "the decimals were cut off")
_WHOLE = Text("只保留了整数", "it was rounded to a whole number")
_OTHER_ROW = Text("像是用“{label}”的执行率算的", "it fits the rate of “{label}”")
_SWAPPED = Text("像是数字写颠倒了", "two digits seem to be swapped")
_OTHER_WEIGHT = Text("像是按 {weight} 分算的", "it fits a weight of {weight}")
_OTHER_METHOD = Text(
    "符合另一种算法（{method}），但不是本口径的算法",
    "it fits another method ({method}), which is not this profile's",
)
_OTHER_PLACE = Text(
    "；表上得分与{clause}一致，而所用口径是{mine}",
    "; the score fits {clause}, while this profile has {mine}",
)
_CLAUSE = {
    "tiers_101": Text("财预〔2021〕101号的分档计分", "the steps of Caiyu [2021] No. 101"),
}


def diagnose_budget_score(
    row: FundRow, sheet: Sheet, profile: Profile, execution: Execution, right: Fraction
) -> Text | None:
    """The likeliest explanation of the printed score, or None."""
    printed = row.score.sure
    return next(_explanations(row, sheet, profile, execution, right, printed, row.score.ulp), None)


def _explanations(
    row: FundRow,
    sheet: Sheet,
    profile: Profile,
    execution: Execution,
    right: Fraction,
    printed: Decimal,
    ulp: Decimal,
) -> Iterator[Text]:
    weight, exact = execution.weight, Fraction(printed)
    highest = max(rate.high for rate in execution.rates)
    if highest > 1 and exact > weight and _prints(weight * highest, printed, ulp):
        yield _NOT_CAPPED
    if exact == weight and right < weight and highest < 1:
        yield _FULL
    if exact < right and ulp > CENT and round_to(right, ulp, DOWN) == printed:
        yield _FLOORED
    if ulp == 1 and round_to(right, ulp, HALF_UP) == printed:
        yield _WHOLE
    for other in sheet.fund_parts:
        rate = execution_rate(other)
        if rate is None or rate == execution_rate(row) or rate * weight == right:
            continue
        if _prints(weight * rate, printed, ulp):
            yield _OTHER_ROW.fill(label=other.label)
    if _swapped(printed, right):
        yield _SWAPPED
    usual = Fraction(profile.number("budget_score.weight"))
    if usual != weight and any(_prints(usual * r.low, printed, ulp) for r in execution.rates):
        yield _OTHER_WEIGHT.fill(weight=format_rounded(usual, 0))
    yield from _other_methods(profile, execution, printed, ulp)


def _other_methods(
    profile: Profile, execution: Execution, printed: Decimal, ulp: Decimal
) -> Iterator[Text]:
    for name in _fitting(profile, execution, printed, ulp):
        yield _OTHER_METHOD.fill(method=METHODS[name].name)


def _fitting(
    profile: Profile, execution: Execution, printed: Decimal, ulp: Decimal
) -> Iterator[str]:
    """Methods of other places that give the printed score."""
    for name in METHODS:
        if name in profile.texts("budget_score.methods"):
            continue
        try:
            scores = scores_by_budget_methods([name], execution, profile)
        except UnknownParameter:
            # The profile has no steps for a method that is not its own.
            continue
        if any(_prints(score.low, printed, ulp) for score in scores):
            yield name


def other_rule_hint(row: FundRow, profile: Profile, execution: Execution) -> Text:
    """For the hint: the rule of another place that the printed score follows; empty where none fits."""
    for name in _fitting(profile, execution, row.score.sure, row.score.ulp):
        if name in _CLAUSE:
            mine = METHODS[profile.texts("budget_score.methods")[0]].name
            return _OTHER_PLACE.fill(clause=_CLAUSE[name], mine=mine)
    return Text("", "")


def _prints(value: Fraction, printed: Decimal, ulp: Decimal) -> bool:
    return (ulp <= CENT * 10 and round_to(value, ulp) == printed) or Fraction(printed) == value


def _swapped(printed: Decimal, right: Fraction) -> bool:
    """Whether two neighbouring digits changed places: 9.98 for 9.89."""
    a, b = format(printed, "f"), format_rounded(right, 2)
    if len(a) != len(b):
        return False
    differ = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(differ) == 2 and a[differ[0]] == b[differ[1]] and a[differ[1]] == b[differ[0]]


def prints_accepted_score(printed: Decimal, ulp: Decimal, scores: Iterable[Interval]) -> bool:
    """Whether some accepted score prints, rounded half-up, as the one on the sheet."""
    half = Fraction(ulp) / 2
    low, high = Fraction(printed) - half, Fraction(printed) + half
    return any(score.low < high and score.high >= low for score in scores)
