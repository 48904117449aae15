"""Findings in the order in which a person reads the sheet."""

from __future__ import annotations

from sheetlint.rules.engine import ResolvedFinding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value

_BLOCKS = {"columns": "indicators.0.level1"}
"""Paths that name no field, and the field they stand before."""


class ReadingOrder:
    """Gives every finding of a sheet its turn: by field, then by code."""

    def __init__(self, sheet: Sheet) -> None:
        values = list(sheet.values())
        self._turn = {value.path: i for i, value in enumerate(values)}
        self._places = [
            (place, i) for i, value in enumerate(values) if (place := _place(value)) is not None
        ]

    def key(self, found: ResolvedFinding) -> tuple[int, str]:
        return self._of(found.finding.at), found.check.code

    def _of(self, at: Value) -> int:
        turn = self._turn.get(_BLOCKS.get(at.path.partition(".")[0], at.path))
        if turn is not None:
            return turn
        # A whole row or block stands before its first field.
        below = at.path + "."
        turn = next((i for path, i in self._turn.items() if path.startswith(below)), None)
        if turn is not None:
            return turn
        place = _place(at)
        if place is None:
            return -1
        return next((i for known, i in self._places if known >= place), len(self._turn))


def _place(value: Value) -> int | None:
    where = value.where
    return where.row if where.row is not None else where.line
