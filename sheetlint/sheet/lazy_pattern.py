"""Regular expressions that are compiled when they are first needed.

One with Chinese characters in a set takes as long to compile as twenty checks take to run, and most
sheets give it nothing to match.  What every sheet asks for is better compiled at once.  ``only_if``
names what must be in a text for a match to be possible at all: where nothing of it is there, the
answer is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

HAN = r"[^\W\x00-\x7f]"
"""A Chinese character, in words that compile at once (letters of other scripts are taken as well)."""


class Pattern:
    """The methods of a compiled expression that are used here."""

    __slots__ = ("_compiled", "_flags", "_only_if", "_source")

    def __init__(self, source: str, flags: int = 0, *, only_if: tuple[str, ...] = ()) -> None:
        self._source = source
        self._flags = flags
        self._only_if = only_if
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        return self._ready.search(text) if self.possible(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._ready.match(text) if self.possible(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._ready.fullmatch(text) if self.possible(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._ready.finditer(text) if self.possible(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """What the only group matched, or the whole."""
        return self._ready.findall(text) if self.possible(text) else []

    def sub(self, to: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._ready.sub(to, text) if self.possible(text) else text

    def split(self, text: str) -> list[str]:
        return self._ready.split(text) if self.possible(text) else [text]

    def possible(self, text: str) -> bool:
        """False where there is nothing to find: also of a text in which many are joined."""
        # Asked hundreds of times a sheet: a generator would take longer than the answer.
        for word in self._only_if:
            if word in text:
                return True
        return not self._only_if

    @property
    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled
