"""Groups of texts that are almost equal, found without comparing all pairs.

MinHash turns a sketch into a signature, and LSH finds the texts whose signatures agree in some band
(both from ``rensa``).  Only the first text of each group is in the index, so that a thousand copies of
a text cost a thousand look-ups, not half a million comparisons.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sheetlint.crosscheck.text_sketch import Sketch, decode_sketch, largest_known_hash, similarity
from sheetlint.system.extras import requires_extra

_SLOTS, _BANDS, _SEED = 120, 20, 1
"""Bands of six slots: one pair in a thousand with nine tenths of its runs in common is missed, and few
pairs with half of them in common are compared."""
_SAMPLE = 2000
"""Texts from which the common runs are counted."""
_FEWEST_TEXTS = 8
"""Among fewer texts no run counts as common: two copies would be most of the texts."""
_FEWEST_RUNS = 12
"""Hashes of a sketch that are not common, at least; a text with fewer is not compared."""
_PORTION = 1000


class Group(NamedTuple):
    """Texts that are similar to the first of them."""

    members: tuple[int, ...]
    """Indices of the texts in the order given."""
    least_similarity: float
    """The lowest similarity of a member to the first one, between 0 and 1."""


def find_groups(texts: Sequence[str], min_similarity: float, fewest_runs: int) -> list[Group]:
    """Groups of two or more texts, given as encoded sketches, with a similarity of ``min_similarity`` or more.

    Runs of characters that half of all texts have do not count; a text with fewer than ``fewest_runs`` other
    runs is not compared.  Raises Missing where ``rensa`` is not installed.
    """
    with requires_extra("gate"):
        from rensa import RMinHash, RMinHashLSH

    common = _common(texts)
    index = RMinHashLSH(0.0, _SLOTS, _BANDS)
    found: dict[int, list[tuple[int, float]]] = {}
    for numbers, sketches in _portions(texts, common, fewest_runs):
        tokens = [[h.to_bytes(4, "little") for h in sorted(sketch)] for sketch in sketches]
        signatures = RMinHash.from_token_sets(tokens, _SLOTS, _SEED)
        for number, signature in zip(numbers, signatures, strict=True):
            best = (0.0, -1)
            for leader in sorted(index.query(signature)):
                share = similarity(
                    decode_sketch(texts[leader]), decode_sketch(texts[number]), common
                )
                best = max(best, (share, -leader))
            if best[0] >= min_similarity:
                found.setdefault(-best[1], []).append((number, best[0]))
            else:
                index.insert(number, signature)
    return [
        Group((leader, *(number for number, _ in others)), min(share for _, share in others))
        for leader, others in sorted(found.items())
    ]


def _common(texts: Sequence[str]) -> frozenset[int]:
    """Hashes of runs that half of the texts have: they come from the form or from instructions."""
    some = [text for text in texts if text]
    if len(some) < _FEWEST_TEXTS:
        return frozenset()
    sketches = [decode_sketch(text) for text in some[:: -(-len(some) // _SAMPLE)]]
    counts = Counter(h for sketch in sketches for h in sketch)
    reaches = sorted(map(largest_known_hash, sketches))

    def possible_count(h: int) -> int:
        """Number of sketches that would hold the hash if their texts had the run."""
        return len(reaches) - bisect_left(reaches, h)

    return frozenset(h for h, n in counts.items() if n * 2 >= possible_count(h) >= _FEWEST_TEXTS)


def _portions(
    texts: Sequence[str], common: frozenset[int], fewest_runs: int
) -> Iterator[tuple[list[int], list[Sketch]]]:
    """The texts with enough runs that are not common, in portions of indices and sketches."""
    numbers: list[int] = []
    sketches: list[Sketch] = []
    for number, text in enumerate(texts):
        sketch = decode_sketch(text)
        own = sketch - common
        if len(own) >= _FEWEST_RUNS and len(own) << 32 >= fewest_runs * largest_known_hash(sketch):
            numbers.append(number)
            sketches.append(own)
        if len(numbers) == _PORTION:
            yield numbers, sketches
            numbers, sketches = [], []
    yield numbers, sketches
