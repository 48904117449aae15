"""A place in one of the files of a run."""

from typing import NamedTuple

from sheetlint.sheet.where import Where


class Place(NamedTuple):
    """A place that a finding across sheets refers to."""

    path: str
    sheet: int | None
    """Index of the sheet within its file; None for a list of projects, or for a file as a whole."""
    where: Where

    @property
    def sort_key(self) -> tuple[str, int, tuple[object, ...]]:
        """The order in which places are listed."""
        parts = tuple("" if part is None else str(part).zfill(9) for part in self.where[1:])
        return self.path, -1 if self.sheet is None else self.sheet, (self.where.label, *parts)
