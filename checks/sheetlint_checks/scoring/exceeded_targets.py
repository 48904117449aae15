"""Whether a target was exceeded by so much that it has to be explained."""

from __future__ import annotations

from fractions import Fraction

from sheetlint.profiles import Profile
from sheetlint.sheet.sheet import Indicator
from sheetlint_checks.scoring import kinds, vocabulary
from sheetlint_checks.scoring.kinds import kind_of
from sheetlint_checks.scoring.row_figures import RowFigures

_HUNDRED = 100


def is_far_exceeded(row: Indicator, profile: Profile) -> bool:
    """Whether the actual value exceeds the target by more than the ratio of the profile.

    Shares, which cannot pass 100%, and indicators of which less is better are left out.
    """
    kind = kind_of(row)
    figures = kind.figures
    if kind.name not in (kinds.POSITIVE, kinds.EQUAL) or figures is None:
        return False
    ratio = figures.ratio
    if ratio is None or ratio <= 1 or (figures.percent and _is_share(figures, row)):
        return False
    if kind.name == kinds.EQUAL and profile.flag("over_completion.flag_equal_mismatch"):
        return True
    return ratio >= Fraction(profile.number("over_completion.flag_ratio"))


def _is_share(figures: RowFigures, row: Indicator) -> bool:
    if row.level3.text.endswith(vocabulary.SHARE):
        return True
    return max(figures.target, figures.actual) <= _HUNDRED
