"""Was a target exceeded by so much that it has to be explained?"""

from __future__ import annotations

from fractions import Fraction

from sheetlint.profiles import Profile
from sheetlint.sheet.sheet import Indicator
from sheetlint_checks.scoring import kinds, vocabulary
from sheetlint_checks.scoring.kinds import kind_of
from sheetlint_checks.scoring.row_figures import Reading

_HUNDRED = 100


def far_exceeded(row: Indicator, profile: Profile) -> bool:
    """More than the place's ratio, where more can be done than was asked.

    A share cannot pass 100%, so that a modest target of one is no sign of anything; and where less
    is better, staying below the limit is the purpose.
    """
    kind = kind_of(row)
    reading = kind.reading
    if kind.name not in (kinds.POSITIVE, kinds.EQUAL) or reading is None:
        return False
    ratio = reading.ratio
    if ratio is None or ratio <= 1 or (reading.percent and _bounded(reading, row)):
        return False
    if kind.name == kinds.EQUAL and profile.flag("over_completion.flag_equal_mismatch"):
        return True
    return ratio >= Fraction(profile.number("over_completion.flag_ratio"))


def _bounded(reading: Reading, row: Indicator) -> bool:
    if row.level3.text.endswith(vocabulary.SHARE):
        return True
    return max(reading.target, reading.actual) <= _HUNDRED
