"""Scores that are printed as whole numbers although the formula gives decimals."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.profiles import Profile
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.rounding import COARSE, COARSE_OTHER, judge
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.arithmetic.point_rows import BUDGET_ROW, score_step
from sheetlint_checks.scoring.budget_verdicts import judge_budget_score
from sheetlint_checks.scoring.verdicts import accepted_scores, is_plainly_met, judge_score

_ONE = Decimal(1)


class WholeScore(NamedTuple):
    """A score that lost its decimals."""

    name: str
    score: Value
    right: Fraction
    formula: str
    is_reported: bool
    """Another check reports the score."""


def find_whole_scores(sheet: Sheet, profile: Profile) -> list[WholeScore]:
    """In reading order."""
    return [*_budget_row(sheet, profile), *_rows(sheet, profile)]


def _budget_row(sheet: Sheet, profile: Profile) -> Iterator[WholeScore]:
    verdict = judge_budget_score(sheet, profile)
    if verdict is None or verdict.full_marks_given or not _is_whole(verdict.total.score):
        return
    if verdict.judgement.kind in (COARSE, COARSE_OTHER):
        yield WholeScore(
            BUDGET_ROW, verdict.total.score, verdict.judgement.nearest, verdict.formula, True
        )


def _rows(sheet: Sheet, profile: Profile) -> Iterator[WholeScore]:
    all_whole = score_step(sheet) == _ONE
    for row in scored_rows(sheet):
        if row.doubt is not None or not _is_whole(row.score):
            continue
        exact = _find_exact_score(row, sheet, profile, all_whole)
        if exact is not None:
            yield WholeScore(
                row.level3.text, row.score, *exact, judge_score(row, sheet, profile) is not None
            )


def _find_exact_score(
    row: Indicator, sheet: Sheet, profile: Profile, all_whole: bool
) -> tuple[Fraction, str] | None:
    """The score that was rounded, with its formula."""
    score, weight = row.score.number, row.weight.number
    if score is None or weight is None or (score == weight and is_plainly_met(row, profile)):
        return None
    accepted = accepted_scores(row, sheet, profile)
    if accepted.met or not accepted.exact:
        return None
    judgement = judge(score, _ONE, [item.score for item in accepted.exact])
    if judgement.kind not in (COARSE, COARSE_OTHER):
        return None
    if score >= weight and not (all_whole and judgement.kind == COARSE):
        # Full marks where other scores have decimals were given, not rounded to.
        return None
    item = next(item for item in accepted.exact if item.score == judgement.nearest)
    return item.score, item.formula


def _is_whole(score: Value) -> bool:
    return score.number is not None and score.number == score.number.to_integral_value()
