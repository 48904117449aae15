"""The score engine: which scores the rules of a place give a row, and what is wrong with the printed one.

Checks come in here and look at nothing inside.  ``kinds`` says what kind of row it is, ``accepted``
which scores it may have, ``verdicts`` which check speaks of a wrong one, ``saying`` in what words;
``budget`` and its companions do the same for the budget row.  ``shared`` has the generators that the
checks of these findings have in common.  ``reads`` lists the parameters that
the engine reads, for the checks to declare.
"""

from sheetlint_checks.scoring import kinds, vocabulary
from sheetlint_checks.scoring.accepted_scores import Due, Span
from sheetlint_checks.scoring.assessment import assess
from sheetlint_checks.scoring.budget_messages import budget_finding
from sheetlint_checks.scoring.budget_verdicts import budget_verdict
from sheetlint_checks.scoring.diagnosis import swapped
from sheetlint_checks.scoring.exceeded_targets import far_exceeded
from sheetlint_checks.scoring.generators import budget_findings, score_findings
from sheetlint_checks.scoring.kinds import (
    RowKind,
    asks_for_nothing,
    kind_of,
    measures_the_budget,
    several_targets,
)
from sheetlint_checks.scoring.methods import Accepted, is_satisfaction
from sheetlint_checks.scoring.parameters import ANY_ROW, EXECUTION
from sheetlint_checks.scoring.row_figures import Reading
from sheetlint_checks.scoring.score_messages import finding_for, shown_points
from sheetlint_checks.scoring.verdicts import Verdict, due, reading_of, verdict
from sheetlint_checks.scoring.whole_scores import whole_numbers

__all__ = [
    "ANY_ROW",
    "EXECUTION",
    "Accepted",
    "Due",
    "Reading",
    "RowKind",
    "Span",
    "Verdict",
    "asks_for_nothing",
    "assess",
    "budget_finding",
    "budget_findings",
    "budget_verdict",
    "due",
    "far_exceeded",
    "finding_for",
    "is_satisfaction",
    "kind_of",
    "kinds",
    "measures_the_budget",
    "reading_of",
    "score_findings",
    "several_targets",
    "shown_points",
    "swapped",
    "verdict",
    "whole_numbers",
    "words",
]
