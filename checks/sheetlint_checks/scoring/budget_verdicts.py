"""Judges the score of the budget row, and decides which check reports it.

FD003 where rate and amounts agree, or one of them is all there is; FD010 where the printed rate
contradicts the amounts and the score follows from neither.
"""

from fractions import Fraction
from typing import NamedTuple

from sheetlint.profiles import Profile
from sheetlint.sheet.numbers.rounding import (
    COARSE_OTHER,
    WRONG,
    Interval,
    Judgement,
    format_short,
    judge,
)
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint_checks.funds.execution import execution_rate, possible_rates
from sheetlint_checks.scoring.budget_diagnosis import prints_accepted_score
from sheetlint_checks.scoring.budget_methods import (
    Execution,
    execution_of,
    scores_by_budget_methods,
)

MISMATCH = "FD003"
INCONSISTENT = "FD010"

_MIN_DIFFERENCE = Fraction(5, 10_000)
"""A printed rate that differs by more is another rate, however it was rounded (fraction)."""


class BudgetVerdict(NamedTuple):
    """What is wrong with the score of the budget row."""

    code: str
    total: FundRow
    execution: Execution
    scores: tuple[Interval, ...]
    judgement: Judgement

    @property
    def full_marks_given(self) -> bool:
        """Whether full marks were given that no rounding explains: 10 of 10 for a rate of 91%."""
        full = self.total.score.number == self.total.weight.number
        return self.judgement.kind == COARSE_OTHER and full

    @property
    def formula(self) -> str:
        """``10 × 98.878% = 9.8878``; with the cap where it applies."""
        weight, rate, score = self.execution.weight, self.execution.rates[0].low, self.scores[0]
        product = f"{format_short(weight)} × {format_short(rate * 100, 3)}%"
        if rate > 1 and score.low == weight:
            product = f"min({format_short(weight)}, {product})"
        if weight * min(rate, Fraction(1)) != score.low:
            # Scores by steps are no product: the formula shows the rate and its score.
            return f"{format_short(rate * 100, 3)}% → {format_short(score.low)}"
        return f"{product} = {format_short(score.low)}"


def judge_budget_score(sheet: Sheet, profile: Profile) -> BudgetVerdict | None:
    """What is wrong with the score; None where it is right or cannot be calculated."""
    total = sheet.fund_total
    if total is None or total.score.number is None or total.weight.number is None:
        return None
    execution = execution_of(total, sheet, profile)
    if execution is None:
        return None
    scores = tuple(
        scores_by_budget_methods(profile.texts("budget_score.methods"), execution, profile)
    )
    printed, ulp = total.score.number, total.score.ulp
    ulp_max = profile.number("score.ulp_max")
    if not scores or (ulp <= ulp_max and prints_accepted_score(printed, ulp, scores)):
        return None
    judgement = judge(
        printed,
        ulp,
        [end for score in scores for end in score],
        ulp_max=ulp_max,
        abs_tol=profile.number("score.abs_tol"),
        modes_right=profile.texts("budget_score.rounding_ok"),
    )
    if judgement.right:
        return None
    inconsistent = judgement.kind in (WRONG, COARSE_OTHER) and _rate_contradicts_amounts(
        total, sheet
    )
    return BudgetVerdict(
        INCONSISTENT if inconsistent else MISMATCH, total, execution, scores, judgement
    )


def _rate_contradicts_amounts(total: FundRow, sheet: Sheet) -> bool:
    """Whether the printed rate differs from the rate of the amounts under any rounding."""
    exact, printed = execution_rate(total), total.rate.number
    if exact is None or printed is None:
        return False
    ends = [exact, *(end for rates in possible_rates(total, sheet) for end in rates)]
    difference = min(abs(end - Fraction(printed)) for end in ends)
    return difference > max(Fraction(total.rate.ulp), _MIN_DIFFERENCE)
