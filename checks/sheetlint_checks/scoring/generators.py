"""The generators that the checks of scores share: one for the rows, one for the budget row.

Each finding comes with the code of the check that reports it.
"""

from __future__ import annotations

from sheetlint.profiles import Profile
from sheetlint.rules.check import CodedFindings, SharedGenerator
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.scoring.budget_messages import budget_finding
from sheetlint_checks.scoring.budget_verdicts import judge_budget_score
from sheetlint_checks.scoring.diagnosis import is_scored_by_percent
from sheetlint_checks.scoring.score_messages import percent_finding, score_finding
from sheetlint_checks.scoring.verdicts import BY_PERCENT, judge_score


@SharedGenerator
def score_findings(row: Indicator, sheet: Sheet, profile: Profile) -> CodedFindings:
    """The finding of the one check that reports the score of a row, and that of ID022 where the score
    is weight × percentage."""
    found = judge_score(row, sheet, profile)
    if found is None:
        return
    yield found.code, score_finding(row, found, sheet, profile)
    if found.figures is not None and is_scored_by_percent(row, found.figures):
        yield BY_PERCENT, percent_finding(row, found, found.figures)


@SharedGenerator
def budget_findings(sheet: Sheet, profile: Profile) -> CodedFindings:
    """The finding about the score of the budget row, of FD003 or FD010."""
    found = judge_budget_score(sheet, profile)
    if found is not None:
        yield found.code, budget_finding(found, sheet, profile)
