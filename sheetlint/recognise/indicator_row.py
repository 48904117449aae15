"""A row of the indicator table while it is read."""

from __future__ import annotations

from sheetlint.messages.text import Text
from sheetlint.recognise.align import AlignedRow
from sheetlint.recognise.columns import Columns
from sheetlint.recognise.labels import EXTRA_COLUMNS, INDICATOR_COLUMNS
from sheetlint.recognise.lines import Line, MergedCell
from sheetlint.recognise.reading_log import cell_value
from sheetlint.sheet.tables import Cell, Row
from sheetlint.sheet.value import Value

_SHARED = ("level3", "target", "actual", "note")
"""What is said of every row that its cell is merged over.  One score for several rows is not."""


class IndicatorRow:
    """Texts by field, with the cell each came from."""

    def __init__(self, line: Line, aligned: AlignedRow) -> None:
        self.row: Row = line.row
        self.shift = aligned.shift
        self.cells = aligned.cells
        self.texts: dict[str, str] = {role: c.text for role, c in aligned.cells.items()}
        self.levels: tuple[str, str] = ("", "")
        self.level_cells: tuple[MergedCell | None, MergedCell | None] = (None, None)
        self.cut_by_page_break = False
        """A page break went through the row."""
        self.misplaced_name: Value | None = None
        """A name that stands in another level's column."""
        self.doubt: Text | None = None
        self.rows_above: dict[str, Row] = {}
        """The rows that shared cells stand in, by field."""

    def add_merged_cells(self, above: tuple[MergedCell, ...], columns: Columns) -> None:
        """Take over the name, target, actual value and note of a cell merged down over the row."""
        if _SHARED_BY.isdisjoint(self.texts):
            return
        last = columns.last_columns
        lacking = [role for role in _SHARED if role not in self.texts and role in last]
        for over in above if lacking else ():
            for role in lacking:
                if role not in self.texts and spans_column(over.cell, last[role] + self.shift):
                    self.texts[role], self.cells[role] = over.cell.text, over.cell
                    self.rows_above[role] = over.row

    def row_of(self, role: str) -> Row:
        """The row in which the cell of a field stands."""
        return self.rows_above.get(role, self.row)

    def cell_at(self, role: str) -> Value:
        name = INDICATOR_COLUMNS.get(role) or EXTRA_COLUMNS[role]
        return cell_value(self.row_of(role), self.cells[role], ("绩效指标", name))


_SHARED_BY = frozenset({"level3", "target", "actual", "weight", "score"})


def spans_column(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.columns
