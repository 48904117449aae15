"""Qualitative rows: the share of the weight that a printed grade leaves room for."""

from fractions import Fraction
from typing import NamedTuple

from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.short_text_cache import cache_short_texts
from sheetlint_checks.scoring import vocabulary

_PADDING = LazyPattern(vocabulary.BAND_PADDING)
_SYNONYMS = tuple((LazyPattern(pattern), name) for pattern, name in vocabulary.BAND_SYNONYMS)
_MIN_TEXT_LENGTH = 3
"""``未达成`` stands for its whole label; shorter texts are ambiguous."""
_MIN_LABEL_LENGTH = 6
"""A label of this length is recognised even where more text follows it."""


class Band(NamedTuple):
    """A grade as the place words it, with the shares of the weight between which a score may lie.

    Both ends are taken as inside: ``80%-60%（含）`` is read either way where it ends.
    """

    label: str
    low: Fraction
    high: Fraction


def bands(profile: Profile) -> tuple[Band, ...]:
    """From the best to the worst."""
    limits = [Fraction(1), *(Fraction(limit) for limit in profile.get("score.qualitative_bands"))]
    lows = [*limits[1:], Fraction(0)]
    labels = profile.texts("score.qualitative_labels")
    return tuple(map(Band, labels, lows, limits))


def band_of(text: str, profile: Profile) -> Band | None:
    """The grade that an actual value names in the place's own words; None where it names none."""
    printed = _normalise(text)
    if len(printed) < _MIN_TEXT_LENGTH:
        return None
    try:
        found = [band for band in bands(profile) if _names_band(_normalise(band.label), printed)]
    except UnknownParameter:
        return None
    return found[0] if len(found) == 1 else None


def _names_band(label: str, printed: str) -> bool:
    return label.startswith(printed) or (
        len(label) >= _MIN_LABEL_LENGTH and printed.startswith(label)
    )


@cache_short_texts
def _normalise(text: str) -> str:
    for pattern, name in _SYNONYMS:
        text = pattern.sub(name, text)
    return _PADDING.sub("", text)
