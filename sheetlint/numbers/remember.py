"""Remembering what short texts say.

The cells of a batch repeat each other: labels, weights, ``100%``.  A long text is prose, is seldom
met twice, and a hostile file could fill the memory with it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Result = TypeVar("Result")
_KEPT = 4096
SHORT = 80


def remembered(read: Callable[[str], Result]) -> Callable[[str], Result]:
    """The function, called once for each of the short texts last met."""
    known = lru_cache(_KEPT)(read)

    @wraps(read)
    def reading(text: str) -> Result:
        return known(text) if len(text) <= SHORT else read(text)

    return reading
