"""The score engine: which scores the rules of a place give a row, and what is wrong with the printed one.

Checks import from this package only.  ``kinds`` decides what kind of row it is, ``assessment`` which
scores it may have, ``verdicts`` which check reports a wrong one, ``score_messages`` the message; the
modules ``budget_*`` do the same for the budget row.  ``generators`` has the generators that the checks
of these findings share, ``parameters`` the parameters that the engine reads, for the checks to declare.
"""

from sheetlint_checks.scoring import kinds, vocabulary
from sheetlint_checks.scoring.accepted_scores import AcceptedScores, ScoreRange
from sheetlint_checks.scoring.assessment import assess
from sheetlint_checks.scoring.budget_messages import budget_finding
from sheetlint_checks.scoring.budget_verdicts import judge_budget_score
from sheetlint_checks.scoring.diagnosis import has_swapped_digits
from sheetlint_checks.scoring.exceeded_targets import is_far_exceeded
from sheetlint_checks.scoring.generators import budget_findings, score_findings
from sheetlint_checks.scoring.kinds import (
    RowKind,
    has_several_targets,
    has_zero_target,
    is_execution_rate,
    kind_of,
)
from sheetlint_checks.scoring.methods import AcceptedScore, is_satisfaction
from sheetlint_checks.scoring.parameters import BUDGET_PARAMETERS, ROW_PARAMETERS
from sheetlint_checks.scoring.row_figures import RowFigures
from sheetlint_checks.scoring.score_messages import format_score, score_finding
from sheetlint_checks.scoring.verdicts import ScoreVerdict, exact_scores, figures_of, judge_score
from sheetlint_checks.scoring.whole_scores import find_whole_scores

__all__ = [
    "BUDGET_PARAMETERS",
    "ROW_PARAMETERS",
    "AcceptedScore",
    "AcceptedScores",
    "RowFigures",
    "RowKind",
    "ScoreRange",
    "ScoreVerdict",
    "assess",
    "budget_finding",
    "budget_findings",
    "exact_scores",
    "figures_of",
    "find_whole_scores",
    "format_score",
    "has_several_targets",
    "has_swapped_digits",
    "has_zero_target",
    "is_execution_rate",
    "is_far_exceeded",
    "is_satisfaction",
    "judge_budget_score",
    "judge_score",
    "kind_of",
    "kinds",
    "score_finding",
    "score_findings",
    "vocabulary",
]
