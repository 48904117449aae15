"""A row of the indicator table while it is read."""

from __future__ import annotations

from sheetlint.messages.text import Text
from sheetlint.recognise.align import Aligned, Columns
from sheetlint.recognise.labels import EXTRA, INDICATOR
from sheetlint.recognise.lines import Line, Over
from sheetlint.recognise.remarks_log import cell_value
from sheetlint.sheet.tables import Cell, Row
from sheetlint.sheet.value import Value

_SHARED = ("level3", "target", "actual", "note")
"""What is said of every row that its cell is merged over.  One score for several rows is not."""


class OpenRow:
    """Texts by field, with the cell each came from."""

    def __init__(self, line: Line, aligned: Aligned) -> None:
        self.row: Row = line.row
        self.shift = aligned.shift
        self.cells = aligned.cells
        self.texts: dict[str, str] = {role: c.text for role, c in aligned.cells.items()}
        self.levels: tuple[str, str] = ("", "")
        self.level_places: tuple[Over | None, Over | None] = (None, None)
        self.split = False
        """A page break went through the row."""
        self.misplaced: Value | None = None
        """A name that stands in another level's column."""
        self.doubt: Text | None = None
        self.above: dict[str, Row] = {}
        """The rows that shared cells stand in, by field."""

    def share(self, above: tuple[Over, ...], columns: Columns) -> None:
        """Take over the name, target, actual value and note of a cell merged down over the row."""
        if _SHARED_BY.isdisjoint(self.texts):
            return
        last = columns.last
        lacking = [role for role in _SHARED if role not in self.texts and role in last]
        for over in above if lacking else ():
            for role in lacking:
                if role not in self.texts and covers(over.cell, last[role] + self.shift):
                    self.texts[role], self.cells[role] = over.cell.text, over.cell
                    self.above[role] = over.row

    def row_of(self, role: str) -> Row:
        """The row in which the cell of a field stands."""
        return self.above.get(role, self.row)

    def at(self, role: str) -> Value:
        name = INDICATOR.get(role) or EXTRA[role]
        return cell_value(self.row_of(role), self.cells[role], ("绩效指标", name))


_SHARED_BY = frozenset({"level3", "target", "actual", "weight", "score"})


def covers(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.columns
