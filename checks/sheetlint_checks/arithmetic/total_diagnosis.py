"""Explanations of a total that is not the sum of the printed scores."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.sheet.numbers.rounding import CENT, DOWN, HALF_UP, format_short, round_to
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.arithmetic.point_rows import PointRow, sum_numbers
from sheetlint_checks.funds.execution import execution_rate
from sheetlint_checks.scoring import exact_scores, has_swapped_digits

_LEFT_OUT = Text(
    "（像是漏加了“{name}”的 {score} 分）", " (looks as if {score} of {name} were left out)"
)
_TWICE = Text(
    "（像是“{name}”的 {score} 分加了两次）", " (looks as if {score} of {name} were added twice)"
)
_AS_FULL = Text(
    "（像是“{name}”没有扣掉那 {lost} 分）",
    " (looks as if the {lost} points that {name} lost were not deducted)",
)
_ALL_FULL = Text(
    "（像是把各项都按满分加了）", " (looks as if every row were added with full marks)"
)
_PARTS = Text(
    "（像是把“其中”各行的得分也加进去了）",
    " (looks as if the scores of the rows 其中 were added too)",
)
_SWAPPED = Text("（像是相邻两个数字写颠倒了）", " (looks like two neighbouring digits swapped)")
_DIFFERS = Text("（相差 {gap}）", " (a difference of {gap})")


def is_rounded_once(sheet: Sheet, rows: tuple[PointRow, ...], profile: Profile) -> bool:
    """Whether the exact scores were added and the sum was rounded.

    Exact scores are the values that a workbook stores; else the budget score calculated from the
    two amounts, and then the scores of the indicators calculated from their targets as well.
    """
    total = sheet.total.score
    if total.ulp > CENT:
        return False
    stored = sum(
        (_stored(row.score) for row in rows),
        Fraction(0),
    )
    with_budget = Fraction(sum_numbers(row.score for row in rows))
    budget = sheet.fund_total
    if budget is not None and "linear" in profile.texts("budget_score.methods"):
        with_budget += _rounding_loss(budget.score, _budget_points(budget))
    with_all = with_budget
    for row in sheet.indicators:
        scores = exact_scores(row, profile) if row.score.known and row.doubt is None else ()
        with_all += _rounding_loss(row.score, scores[0].score if scores else None)
    return any(
        round_to(value, total.ulp) == total.number for value in (stored, with_budget, with_all)
    )


def _stored(score: Value) -> Fraction:
    value = score.number if score.stored is None else score.stored
    return Fraction(value or 0)


def _budget_points(budget: FundRow) -> Fraction | None:
    rate = execution_rate(budget)
    if rate is None or budget.weight.number is None:
        return None
    return Fraction(budget.weight.number) * min(rate, Fraction(1))


def _rounding_loss(score: Value, exact: Fraction | None) -> Fraction:
    """The exact score less the printed one; 0 where the printed one is not the exact one rounded."""
    if exact is None or score.number is None or score.ulp > CENT:
        return Fraction(0)
    rest = exact - Fraction(score.number)
    return rest if abs(rest) < Fraction(score.ulp) else Fraction(0)


def is_coarse(total: Value, right: Decimal) -> bool:
    """Whether the total is the sum with fewer decimals, rounded or truncated."""
    if total.ulp <= CENT:
        return False
    exact = Fraction(right)
    return any(round_to(exact, total.ulp, mode) == total.number for mode in (HALF_UP, DOWN))


def diagnose_total(sheet: Sheet, rows: tuple[PointRow, ...], right: Decimal) -> Text:
    """The explanation that gives the printed total; the difference where none or several do."""
    total = sheet.total.score
    gap = total.sure - right
    if has_swapped_digits(str(right), total.text):
        return _SWAPPED
    parts = [row.score for row in sheet.fund_parts if row.score.known]
    if parts and sum_numbers(parts) == gap:
        return _PARTS
    budget = rows[:1] if sheet.fund_total is not None else ()
    for some in (budget, rows):
        found = _explain_by_one_row(some, gap)
        if found is not None:
            return found
    weights = [row.weight for row in rows]
    if all(weight.known for weight in weights) and sum_numbers(weights) == total.sure:
        return _ALL_FULL
    return _DIFFERS.fill(gap=format_short(Fraction(abs(gap))))


def _explain_by_one_row(rows: tuple[PointRow, ...], gap: Decimal) -> Text | None:
    texts: list[Text] = []
    for row in rows:
        score, weight = row.score.number, row.weight.number
        if not score:
            continue
        if gap == -score:
            texts.append(_LEFT_OUT.fill(name=row.name, score=row.score.raw))
        elif gap == score:
            texts.append(_TWICE.fill(name=row.name, score=row.score.raw))
        elif weight is not None and gap > 0 and gap == weight - score:
            lost = format_short(Fraction(weight - score))
            texts.append(_AS_FULL.fill(name=row.name, lost=lost))
    return texts[0] if len(texts) == 1 else None
