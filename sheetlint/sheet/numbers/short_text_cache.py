"""A cache for functions of a text, limited to short texts.

Labels, weights and ``100%`` occur in every sheet of a run.  A long text is prose that hardly occurs
twice, and keeping the texts of a hostile file would use up memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Result = TypeVar("Result")
_KEPT = 2048
LONGEST_CACHED = 80
"""Characters of the longest text that is cached."""


def cache_short_texts(read: Callable[[str], Result]) -> Callable[[str], Result]:
    """``read`` with its last results for short texts cached."""
    cached = lru_cache(_KEPT)(read)

    def read_or_recall(text: str) -> Result:
        return cached(text) if len(text) <= LONGEST_CACHED else read(text)

    return read_or_recall
