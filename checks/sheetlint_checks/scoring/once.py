"""Remembering what was calculated for the sheet at hand.

A dozen checks ask for the verdict on the same rows, one after another.  Sheets and profiles do not
change, so that the answer for the very same pair is the very same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from sheetlint.model import Sheet
from sheetlint.profiles import Profile

_Answer = TypeVar("_Answer")


class Once(Generic[_Answer]):
    """A function of a sheet and a profile that keeps its last answer."""

    def __init__(self, function: Callable[[Sheet, Profile], _Answer]) -> None:
        self._function = function
        self._last: tuple[Sheet, Profile, _Answer] | None = None

    def __call__(self, sheet: Sheet, profile: Profile) -> _Answer:
        last = self._last
        if last is not None and last[0] is sheet and last[1] is profile:
            return last[2]
        answer = self._function(sheet, profile)
        self._last = (sheet, profile, answer)
        return answer
