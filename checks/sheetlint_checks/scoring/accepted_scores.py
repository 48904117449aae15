"""The scores that a row may have: exact ones, and ranges where the rules leave room."""

from fractions import Fraction
from typing import NamedTuple

from sheetlint_checks.scoring.kinds import RowKind
from sheetlint_checks.scoring.methods import AcceptedScore


class ScoreRange(NamedTuple):
    """All scores from ``low`` to ``high`` are accepted; ``below_high`` excludes the upper end."""

    low: Fraction
    high: Fraction
    below_high: bool = False

    def contains(self, score: Fraction, ulp: Fraction) -> bool:
        """Whether some score of the range prints as ``score``, whose last digit is worth ``ulp``."""
        if self.below_high and score >= self.high:
            return False
        return self.low - ulp / 2 <= score <= self.high + ulp / 2


class AcceptedScores(NamedTuple):
    """The kind of a row and the scores that it may have."""

    kind: RowKind
    met: bool | None = None
    """Whether the target was met; None where the row does not say."""
    exact: tuple[AcceptedScore, ...] = ()
    ranges: tuple[ScoreRange, ...] = ()
    deduction_expected: bool = False
    """The target was exceeded so far that the place takes points off."""

    @property
    def known(self) -> bool:
        """Whether there is any score to compare the printed one with."""
        return bool(self.exact or self.ranges)

    @property
    def highest(self) -> Fraction:
        """The highest accepted score."""
        return max(
            [item.score for item in self.exact] + [score_range.high for score_range in self.ranges]
        )
