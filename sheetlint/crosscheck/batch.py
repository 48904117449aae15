"""All sheets of a run, as the checks across sheets are given them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, TypeVar

from sheetlint.crosscheck.inputs import NOTHING, Inputs
from sheetlint.crosscheck.sheet_summary import SheetSummary

Key = TypeVar("Key", bound=Hashable)


class Batch(NamedTuple):
    """The sheets in the order of the run, and what they are held against."""

    sheets: Sequence[SheetSummary]
    inputs: Inputs = NOTHING

    def by(self, key: Callable[[SheetSummary], Key | None]) -> dict[Key, list[SheetSummary]]:
        """The sheets that have the same key, in the order of its first; None is no key."""
        groups: dict[Key, list[SheetSummary]] = {}
        for sheet in self.sheets:
            mark = key(sheet)
            if mark is not None:
                groups.setdefault(mark, []).append(sheet)
        return groups
