"""Functions of short texts that keep their last answers.

The cells of a batch repeat each other: labels, weights, ``100%``.  A long text is prose and is
seldom met twice; what is kept of a hostile file would count against the memory of the next one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Result = TypeVar("Result")
_KEPT = 2048
SHORT = 80
"""Characters of the longest text that is kept."""


def remembered(read: Callable[[str], Result]) -> Callable[[str], Result]:
    """The function, called once for each of the short texts last met."""
    known = lru_cache(_KEPT)(read)

    def answer(text: str) -> Result:
        return known(text) if len(text) <= SHORT else read(text)

    return answer
