"""What a row may be given: exact scores, and ranges where the rules leave room."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from sheetlint_checks.scoring.kinds import RowKind
from sheetlint_checks.scoring.methods import AcceptedScore


class ScoreRange(NamedTuple):
    """Scores from ``low`` to ``high`` are all as right; the upper end may be outside."""

    low: Fraction
    high: Fraction
    below_high: bool = False

    def contains(self, score: Fraction, ulp: Fraction) -> bool:
        """Some score of the range prints as ``score``."""
        if self.below_high and score >= self.high:
            return False
        return self.low - ulp / 2 <= score <= self.high + ulp / 2


class AcceptedScores(NamedTuple):
    """What a row may be given."""

    kind: RowKind
    met: bool | None = None
    """Whether the target was met; None where the row does not say."""
    exact: tuple[AcceptedScore, ...] = ()
    ranges: tuple[ScoreRange, ...] = ()
    deduction_expected: bool = False
    """The target was exceeded so far that the place takes points off."""

    @property
    def known(self) -> bool:
        """There is a score to hold the printed one against."""
        return bool(self.exact or self.ranges)

    @property
    def highest(self) -> Fraction:
        return max(
            [item.score for item in self.exact] + [score_range.high for score_range in self.ranges]
        )
