"""Regular expressions that are compiled when they are first used.

A pattern with a set of Chinese characters takes as long to compile as twenty checks take to run, and
most sheets hold nothing that it could match.  A pattern that every sheet needs is compiled at import.
``only_if`` lists substrings of which a matching text holds at least one: a text without any of them is
answered without compiling the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

HAN = r"[^\W\x00-\x7f]"
"""A Chinese character, as a pattern that compiles fast (letters of other scripts match as well)."""


class LazyPattern:
    """A regular expression with the methods of ``re.Pattern`` that are used here."""

    __slots__ = ("_compiled", "_flags", "_only_if", "_source")

    def __init__(self, source: str, flags: int = 0, *, only_if: tuple[str, ...] = ()) -> None:
        self._source = source
        self._flags = flags
        self._only_if = only_if
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text) if self.can_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._pattern.match(text) if self.can_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._pattern.fullmatch(text) if self.can_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text) if self.can_match(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """The texts of the only group, or of the whole matches where there is none."""
        return self._pattern.findall(text) if self.can_match(text) else []

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._pattern.sub(replacement, text) if self.can_match(text) else text

    def split(self, text: str) -> list[str]:
        return self._pattern.split(text) if self.can_match(text) else [text]

    def can_match(self, text: str) -> bool:
        """False where no part of ``text`` can match."""
        # Called hundreds of times a sheet: a generator expression would double the cost.
        for substring in self._only_if:
            if substring in text:
                return True
        return not self._only_if

    @property
    def _pattern(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled
