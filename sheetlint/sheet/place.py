"""A place in one of many files."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.sheet.where import Where


class Place(NamedTuple):
    """Where a finding across sheets touches one of them."""

    path: str
    sheet: int | None
    """Index of the sheet within its file; None for a list, or for a file as a whole."""
    where: Where

    @property
    def key(self) -> tuple[str, int, tuple[object, ...]]:
        """The order in which places are listed."""
        plain = tuple("" if part is None else str(part).zfill(9) for part in self.where[1:])
        return self.path, -1 if self.sheet is None else self.sheet, (self.where.label, *plain)
