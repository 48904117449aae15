"""Remembering what was calculated for the sheet at hand.

A dozen checks ask for the verdict on the same rows, one after another.  Sheets and profiles do not
change, so that the answer for the very same pair is the very same answer; and a sheet that is tried
out with another value in one cell is made of the very same other rows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from sheetlint.model import Indicator, Sheet
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


class OncePerRow(Generic[_Answer]):
    """A function of a row, its sheet and a profile that keeps its answers for the rows of one sheet
    and of what that is changed into.

    ``beside`` is all that the function reads of the sheet beside the row.
    """

    def __init__(
        self,
        function: Callable[[Indicator, Sheet, Profile], _Answer],
        beside: Callable[[Sheet], object],
    ) -> None:
        self._function = function
        self._beside = beside
        self._last: tuple[Sheet, Profile, object] | None = None
        self._known: dict[str, tuple[Indicator, _Answer]] = {}

    def __call__(self, row: Indicator, sheet: Sheet, profile: Profile) -> _Answer:
        last = self._last
        if last is None or last[0] is not sheet or last[1] is not profile:
            self._turn_to(sheet, profile)
        known = self._known.get(row.score.path)
        if known is not None and known[0] is row:
            return known[1]
        answer = self._function(row, sheet, profile)
        self._known[row.score.path] = (row, answer)
        return answer

    def _turn_to(self, sheet: Sheet, profile: Profile) -> None:
        last, beside = self._last, self._beside(sheet)
        akin = last is not None and last[1] is profile and _akin(sheet, last[0])
        if last is None or not akin or last[2] != beside:
            self._known = {}
        self._last = (sheet, profile, beside)


def _akin(sheet: Sheet, other: Sheet) -> bool:
    """One is the other with another value in some cell."""
    return any(mine is theirs for mine, theirs in zip(sheet[:3], other[:3], strict=True))
