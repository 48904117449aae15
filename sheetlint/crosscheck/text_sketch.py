"""Sketches: a text as at most 128 hashes, by which texts are compared.

A text is the set of its runs of three characters, without blanks, punctuation and signs, which needs
no separation of Chinese into words.  The smallest hashes of the runs are kept: a bottom-k sketch, from
which the share of common runs can be estimated.  Unlike a MinHash signature of the text, a sketch
allows to leave out the runs that half of all sheets have, once all sheets are known.
"""

from __future__ import annotations

import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Collection
from struct import pack, unpack
from zlib import crc32

from sheetlint.sheet.numbers.parse import half_width

MOST_HASHES = 128
"""Number of hashes in a sketch."""
_RUN = 3
_IGNORED = re.compile(r"[\W_]+")
_MIX = 0x9E3779B1
"""Multiplier that spreads checksums of similar runs."""

Sketch = frozenset[int]


def encode_sketch(text: str) -> str:
    """The sketch of a text in Base64; empty for a text of less than three characters."""
    bare = _IGNORED.sub("", half_width(text)).casefold()
    runs = {bare[at : at + _RUN] for at in range(len(bare) - _RUN + 1)}
    hashes = sorted({crc32(run.encode()) * _MIX & 0xFFFFFFFF for run in runs})
    kept = hashes[:MOST_HASHES]
    return b2a_base64(pack(f"<{len(kept)}I", *kept), newline=False).decode("ascii")


def decode_sketch(encoded: str) -> Sketch:
    """The hashes of a sketch that ``encode_sketch`` wrote."""
    data = a2b_base64(encoded)
    return frozenset(unpack(f"<{len(data) // 4}I", data))


def largest_known_hash(sketch: Sketch) -> int:
    """The bound up to which a sketch holds all hashes of its text."""
    return max(sketch) if len(sketch) == MOST_HASHES else 1 << 32


def similarity(one: Sketch, other: Sketch, common: Collection[int] = ()) -> float:
    """Dice coefficient of two texts, between 0 and 1, without the ``common`` hashes."""
    bound = min(largest_known_hash(one), largest_known_hash(other))
    a = {h for h in one if h <= bound and h not in common}
    b = {h for h in other if h <= bound and h not in common}
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
