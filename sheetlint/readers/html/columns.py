"""The columns of a web table, as far as the page says that they are not shown.

Browsers differ on a column without display; Excel, whose pages have them, hides it.
"""

from __future__ import annotations

from sheetlint.readers.hidden_columns import HiddenRanges
from sheetlint.readers.html.hidden import is_hidden_row_or_column
from sheetlint.readers.html.whole_numbers import parse_whole

_MOST = 1_000
"""Columns that one element stands for, as in browsers."""


class ColumnReader:
    """Takes ``<colgroup>`` and ``<col>`` in their order."""

    def __init__(self) -> None:
        self.hidden = HiddenRanges()
        self._count = 0
        self._group: dict[str, str] | None = None
        """The group that is open."""
        self._single = False
        """Its columns stand in it one by one."""

    def start_group(self, attributes: dict[str, str]) -> None:
        self.end_group()
        self._group, self._single = attributes, False

    def end_group(self) -> None:
        group, self._group = self._group, None
        if group is not None and not self._single:
            self._add(group, is_hidden_row_or_column(group))

    def column(self, attributes: dict[str, str]) -> None:
        self._single = True
        within = self._group is not None and is_hidden_row_or_column(self._group)
        self._add(attributes, within or is_hidden_row_or_column(attributes))

    def _add(self, attributes: dict[str, str], hidden: bool) -> None:
        first = self._count
        self._count += max(1, min(parse_whole(attributes, "span"), _MOST))
        if hidden:
            self.hidden.add(first, self._count - 1)
