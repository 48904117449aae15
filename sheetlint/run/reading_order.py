"""Findings in the order in which a person reads the sheet."""

from __future__ import annotations

from sheetlint.rules.engine import ResolvedFinding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value

_BLOCKS = {"columns": "indicators.0.level1"}
"""Paths that name no field, and the field that they come before."""


class ReadingOrder:
    """Sorts the findings of a sheet by field, then by code."""

    def __init__(self, sheet: Sheet) -> None:
        values = list(sheet.values())
        self._positions = {value.path: i for i, value in enumerate(values)}
        self._row_positions = [
            (row, i) for i, value in enumerate(values) if (row := _row(value)) is not None
        ]

    def key(self, found: ResolvedFinding) -> tuple[int, str]:
        return self._position(found.finding.at), found.check.code

    def _position(self, at: Value) -> int:
        position = self._positions.get(_BLOCKS.get(at.path.partition(".")[0], at.path))
        if position is not None:
            return position
        # A whole row or block stands before its first field.
        below = at.path + "."
        position = next((i for path, i in self._positions.items() if path.startswith(below)), None)
        if position is not None:
            return position
        row = _row(at)
        if row is None:
            return -1
        return next((i for known, i in self._row_positions if known >= row), len(self._positions))


def _row(value: Value) -> int | None:
    """The row of the worksheet or table, else the line of the text."""
    where = value.where
    return where.row if where.row is not None else where.line
