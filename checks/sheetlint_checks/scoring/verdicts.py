"""Judges the score of one row, and decides which check reports it.

Exactly one check reports the score of a row.  Full marks although the target was missed is ID005,
and ID003 or ID016 where the target is an exact count or a date; points lost although it was met is
ID006; a qualitative score outside its grade is ID004; full marks where the place takes points off
for exceeding by far are ID008; any other wrong score is ID001, ID002 where less is better, ID003
where exactly so many were asked.  A row that cannot be calculated without doubt has no verdict.
"""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.sheet.numbers.rounding import (
    CENT,
    COARSE,
    COARSE_OTHER,
    NEAR,
    STYLE,
    WRONG,
    Judgement,
    judge,
    round_to,
)
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.arithmetic.point_rows import score_step
from sheetlint_checks.scoring import kinds
from sheetlint_checks.scoring.accepted_scores import AcceptedScores
from sheetlint_checks.scoring.assessment import assess
from sheetlint_checks.scoring.dates import sheet_year
from sheetlint_checks.scoring.kinds import kind_of
from sheetlint_checks.scoring.methods import AcceptedScore
from sheetlint_checks.scoring.row_figures import RowFigures, read_figures
from sheetlint_checks.scoring.score_columns import optional_parameter

POSITIVE_MISMATCH = "ID001"
REVERSE_MISMATCH = "ID002"
EQUAL_MISMATCH = "ID003"
OUT_OF_BAND = "ID004"
FULL_BUT_MISSED = "ID005"
LOST_BUT_MET = "ID006"
NOT_DEDUCTED = "ID008"
FULL_BUT_LATE = "ID016"
BY_PERCENT = "ID022"
"""Reported beside the check of the score: it explains how the wrong score came about."""

_SEVERITY = {STYLE: INFO, COARSE: INFO, NEAR: WARNING}
_WHOLE = Decimal(1)


class ScoreVerdict(NamedTuple):
    """What is wrong with the score of a row."""

    code: str
    severity: str
    accepted: AcceptedScores
    judgement: Judgement

    @property
    def figures(self) -> RowFigures | None:
        return self.accepted.kind.figures


def figures_of(row: Indicator) -> RowFigures | None:
    """The row's target and actual value as figures, with the direction."""
    return read_figures(row.target.text, row.actual.text, row.level2.text, row.level3.text)


def exact_scores(row: Indicator, profile: Profile) -> tuple[AcceptedScore, ...]:
    """Every score that the rules give the row; none where it cannot be calculated."""
    return assess(row, profile).exact


def accepted_scores(row: Indicator, sheet: Sheet, profile: Profile) -> AcceptedScores:
    """The scores that a row of the sheet may have."""
    return assess(row, profile, sheet_year(sheet))


def judge_score(row: Indicator, sheet: Sheet, profile: Profile) -> ScoreVerdict | None:
    """What is wrong with the score; None where it is right, where another check reports it (AR010,
    AR011, AR004), or where it cannot be calculated."""
    weight, score = row.weight.number, row.score.number
    if weight is None or score is None or not 0 <= score <= weight or weight == 0:
        return None
    if score == weight and is_plainly_met(row, profile):
        return None
    accepted = accepted_scores(row, sheet, profile)
    if not accepted.known or (accepted.met and not accepted.deduction_expected and score == weight):
        return None
    exact, ulp = Fraction(score), Fraction(row.score.ulp)
    if any(score_range.contains(exact, ulp) for score_range in accepted.ranges):
        return None
    judgement = _judge(score, row.score.ulp, accepted, profile)
    if judgement.right:
        return None
    reported = _code_and_severity(accepted, weight, score, judgement, sheet)
    return None if reported is None else ScoreVerdict(*reported, accepted, judgement)


def is_plainly_met(row: Indicator, profile: Profile) -> bool:
    """Whether the target was met and no column and no rule of the place deducts points."""
    if row.extra or optional_parameter(profile, "over_completion.deduct_points"):
        return False
    figures = kind_of(row).figures
    return figures is not None and figures.met


def _judge(score: Decimal, ulp: Decimal, accepted: AcceptedScores, profile: Profile) -> Judgement:
    if accepted.exact:
        judgement = judge(
            score,
            ulp,
            [item.score for item in accepted.exact],
            ulp_max=profile.number("score.ulp_max"),
            abs_tol=profile.number("score.abs_tol"),
        )
        return judgement._replace(above=judgement.above and score > accepted.highest)
    ends = [end for score_range in accepted.ranges for end in score_range[:2]]
    nearest = min(ends, key=lambda end: abs(end - Fraction(score)))
    return Judgement(WRONG, "", nearest, score > accepted.highest)


def _code_and_severity(
    accepted: AcceptedScores, weight: Decimal, score: Decimal, judgement: Judgement, sheet: Sheet
) -> tuple[str, str] | None:
    full = score == weight
    if accepted.kind.name == kinds.QUALITATIVE:
        return OUT_OF_BAND, ERROR if judgement.above else WARNING
    if full and accepted.deduction_expected:
        return NOT_DEDUCTED, ERROR
    if accepted.met:
        return LOST_BUT_MET, WARNING
    if full and accepted.kind.name == kinds.DATE:
        return FULL_BUT_LATE, WARNING
    if full and accepted.met is False:
        return _full_though_missed(accepted, weight, sheet)
    if judgement.kind == COARSE and score_step(sheet) == _WHOLE:
        # Every score of the sheet is a whole number: ID023 reports that once.
        return None
    return _BY_KIND.get(accepted.kind.name, POSITIVE_MISMATCH), _severity(judgement, score)


def _full_though_missed(
    accepted: AcceptedScores, weight: Decimal, sheet: Sheet
) -> tuple[str, str] | None:
    code = EQUAL_MISMATCH if accepted.kind.name == kinds.EQUAL else FULL_BUT_MISSED
    if not accepted.exact:
        return code, ERROR
    highest = max(item.score for item in accepted.exact)
    if round_to(highest, CENT) == weight:
        return None
    slight = Fraction(weight) - highest <= Fraction(score_step(sheet)) / 2
    return code, WARNING if slight else ERROR


_BY_KIND = {kinds.REVERSE: REVERSE_MISMATCH, kinds.EQUAL: EQUAL_MISMATCH}


def _severity(judgement: Judgement, score: Decimal) -> str:
    mild = _SEVERITY.get(judgement.kind)
    if mild is not None:
        return mild
    # Too many points are worse than too few; between two accepted scores it is uncertain.
    high = judgement.above
    if judgement.kind == COARSE_OTHER:
        high = Fraction(score) > judgement.nearest
    return ERROR if high else WARNING
