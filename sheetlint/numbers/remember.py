"""Remembering what short texts say.

The cells of a batch repeat each other: labels, weights, ``100%``.  A long text is prose, is seldom
met twice, and a hostile file could fill the memory with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")
_KEPT = 2048
SHORT = 80


class _Known(dict[str, Result]):
    """What texts say, read when they are asked for.

    A cell is asked for several times and by many checks.  A dictionary answers in a third of the
    time that a function takes which asks ``lru_cache``.  When it is full it begins anew; what it
    held is at hand until it is full again, and what is met again meanwhile is taken over.
    """

    def __init__(self, read: Callable[[str], Result]) -> None:
        self._read = read
        self._before: dict[str, Result] = {}

    def __missing__(self, text: str) -> Result:
        said = self._before[text] if text in self._before else self._read(text)
        if len(text) <= SHORT:
            if len(self) >= _KEPT:
                self._before = self.copy()
                self.clear()
            self[text] = said
        return said


def remembered(read: Callable[[str], Result]) -> Callable[[str], Result]:
    """The function, called once for each of the short texts last met."""
    return _Known(read).__getitem__
