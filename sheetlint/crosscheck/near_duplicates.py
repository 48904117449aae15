"""Texts that are almost the same, found without comparing each with each.

MinHash turns a sketch into a signature and LSH looks up the texts whose signatures agree in some
band of it (both from ``rensa``).  A text is looked up among those that stand for a group, so that a
thousand copies of one text are a thousand look-ups and not half a million.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sheetlint.crosscheck.text_sketch import Sketch, alike, reach, sketch_of
from sheetlint.system.extras import requires_extra

_SLOTS, _BANDS, _SEED = 120, 20, 1
"""Bands of six slots: of two texts with nine runs in ten in common, one pair in a thousand is
overlooked, and few that have half in common are looked at."""
_SAMPLE = 2000
"""Sheets by which it is told what all have in common."""
_SEVERAL = 8
"""In fewer sheets nothing is common to all: two copies would be all there is."""
_FEWEST = 12
"""Runs of characters that must be known of a text."""
_AT_ONCE = 1000


class Group(NamedTuple):
    """Texts like the first of them."""

    members: tuple[int, ...]
    """Their numbers in the order given."""
    least: float
    """How much of it the least like of them has."""


def groups(texts: Sequence[str], enough: float, least: int) -> list[Group]:
    """Groups of two or more sketches (as ``sketched`` writes them) that are alike.

    A text with less than ``least`` runs of characters of its own is compared with none.

    Runs of characters that half of all texts have count for nothing.  Missing where the library is
    not installed.
    """
    with requires_extra("gate"):
        from rensa import RMinHash, RMinHashLSH

    common = _common(texts)
    index = RMinHashLSH(0.0, _SLOTS, _BANDS)
    found: dict[int, list[tuple[int, float]]] = {}
    for numbers, sketches in _portions(texts, common, least):
        tokens = [[h.to_bytes(4, "little") for h in sorted(sketch)] for sketch in sketches]
        signatures = RMinHash.from_token_sets(tokens, _SLOTS, _SEED)
        for number, signature in zip(numbers, signatures, strict=True):
            best = (0.0, -1)
            for leader in sorted(index.query(signature)):
                share = alike(sketch_of(texts[leader]), sketch_of(texts[number]), common)
                best = max(best, (share, -leader))
            if best[0] >= enough:
                found.setdefault(-best[1], []).append((number, best[0]))
            else:
                index.insert(number, signature)
    return [
        Group((leader, *(number for number, _ in others)), min(share for _, share in others))
        for leader, others in sorted(found.items())
    ]


def _common(texts: Sequence[str]) -> frozenset[int]:
    """Runs that half of the texts have: they come from the form, or from above."""
    some = [text for text in texts if text]
    if len(some) < _SEVERAL:
        return frozenset()
    sketches = [sketch_of(text) for text in some[:: -(-len(some) // _SAMPLE)]]
    counts = Counter(h for sketch in sketches for h in sketch)
    reaches = sorted(map(reach, sketches))

    def could(h: int) -> int:
        """How many sketches would show it, if their texts had it."""
        return len(reaches) - bisect_left(reaches, h)

    return frozenset(h for h, n in counts.items() if n * 2 >= could(h) >= _SEVERAL)


def _portions(
    texts: Sequence[str], common: frozenset[int], least: int
) -> Iterator[tuple[list[int], list[Sketch]]]:
    """The texts that have enough of their own, some at a time."""
    numbers: list[int] = []
    sketches: list[Sketch] = []
    for number, text in enumerate(texts):
        sketch = sketch_of(text)
        own = sketch - common
        if len(own) >= _FEWEST and len(own) << 32 >= least * reach(sketch):
            numbers.append(number)
            sketches.append(own)
        if len(numbers) == _AT_ONCE:
            yield numbers, sketches
            numbers, sketches = [], []
    yield numbers, sketches
