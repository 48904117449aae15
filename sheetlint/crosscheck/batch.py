"""All sheets of a run, the argument of the checks across sheets."""

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, TypeVar

from sheetlint.crosscheck.inputs import NO_INPUTS, Inputs
from sheetlint.crosscheck.sheet_summary import SheetSummary

Key = TypeVar("Key", bound=Hashable)


class Batch(NamedTuple):
    """The summaries of the sheets in the order of the run, and the other inputs of the run."""

    sheets: Sequence[SheetSummary]
    inputs: Inputs = NO_INPUTS

    def group_by(self, key: Callable[[SheetSummary], Key | None]) -> dict[Key, list[SheetSummary]]:
        """The sheets by their key, in the order of the first sheet of each; without those of key None."""
        groups: dict[Key, list[SheetSummary]] = {}
        for sheet in self.sheets:
            value = key(sheet)
            if value is not None:
                groups.setdefault(value, []).append(sheet)
        return groups
