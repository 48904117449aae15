"""A text as a few hundred numbers by which texts are compared.

A text is the set of its runs of three characters, without blanks, punctuation and signs: that needs
no words, which Chinese does not separate.  Of their hashes the smallest are kept.  Two sketches
then show the same sample of both texts, whatever else the texts hold, so that the share of runs
they have in common can be told from the sketches alone, and runs that half of all sheets have can
still be left out when the whole batch is known: a signature of the text would have them in it for
good.
"""

from __future__ import annotations

import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Collection
from struct import pack, unpack
from zlib import crc32

from sheetlint.sheet.numbers.parse import half_width

MOST = 128
"""Hashes kept of a text."""
_RUN = 3
_SILENT = re.compile(r"[\W_]+")
_MIX = 0x9E3779B1
"""Spreads what a checksum leaves close together."""

Sketch = frozenset[int]


def sketched(text: str) -> str:
    """The sketch of a text, as text; empty for one without a run."""
    bare = _SILENT.sub("", half_width(text)).casefold()
    runs = {bare[at : at + _RUN] for at in range(len(bare) - _RUN + 1)}
    hashes = sorted({crc32(run.encode()) * _MIX & 0xFFFFFFFF for run in runs})
    kept = hashes[:MOST]
    return b2a_base64(pack(f"<{len(kept)}I", *kept), newline=False).decode("ascii")


def sketch_of(written: str) -> Sketch:
    """The hashes of a sketch that ``sketched`` wrote."""
    data = a2b_base64(written)
    return frozenset(unpack(f"<{len(data) // 4}I", data))


def reach(sketch: Sketch) -> int:
    """Beyond the largest hash of a full sketch nothing is known of its text."""
    return max(sketch) if len(sketch) == MOST else 1 << 32


def alike(one: Sketch, other: Sketch, common: Collection[int] = ()) -> float:
    """The share of two texts that is the same (Dice), between 0 and 1; ``common`` counts for
    nothing."""
    bound = min(reach(one), reach(other))
    a = {h for h in one if h <= bound and h not in common}
    b = {h for h in other if h <= bound and h not in common}
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
