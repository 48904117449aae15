"""All sheets of a run, as the checks across sheets are given them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, TypeVar

from sheetlint.crosscheck.inputs import NOTHING, Inputs
from sheetlint.crosscheck.sheet_summary import Facts

Key = TypeVar("Key", bound=Hashable)


class Batch(NamedTuple):
    """The sheets in the order of the run, and what they are held against."""

    sheets: Sequence[Facts]
    inputs: Inputs = NOTHING

    def by(self, key: Callable[[Facts], Key | None]) -> dict[Key, list[Facts]]:
        """The sheets that have the same key, in the order of its first; None is no key."""
        groups: dict[Key, list[Facts]] = {}
        for sheet in self.sheets:
            mark = key(sheet)
            if mark is not None:
                groups.setdefault(mark, []).append(sheet)
        return groups
