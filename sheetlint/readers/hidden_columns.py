"""Columns that a worksheet does not show."""

from __future__ import annotations

from sheetlint.readers import unreadable
from sheetlint.readers.limits import LAST_COLUMN
from sheetlint.sheet.tables import HiddenColumns


class HiddenRanges:
    """Collects the hidden columns of a worksheet, range by range."""

    def __init__(self) -> None:
        self._ranges: list[range] = []

    def for_table(self, table: str) -> tuple[HiddenColumns, ...]:
        return tuple(HiddenColumns(table, columns) for columns in self._ranges)

    def add(self, first: int, last: int) -> None:
        """Columns from 0, both inclusive; the last may be named one too far, as all that are left.

        Raises ``Unreadable`` for what is no range, and for more ranges than there are columns.
        """
        if not 0 <= first <= last or len(self._ranges) >= LAST_COLUMN:
            raise unreadable.damaged()
        self._ranges.append(range(first, min(last + 1, LAST_COLUMN)))
