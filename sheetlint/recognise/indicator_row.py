"""A row of the indicator table while it is read and repaired."""

from __future__ import annotations

from sheetlint.messages.text import Text
from sheetlint.recognise.align import AlignedRow
from sheetlint.recognise.columns import Columns
from sheetlint.recognise.labels import EXTRA_COLUMNS, INDICATOR_COLUMNS
from sheetlint.recognise.lines import Line, MergedCell
from sheetlint.recognise.reading_log import cell_value
from sheetlint.sheet.tables import Cell, Row
from sheetlint.sheet.value import Value

_MERGED_FIELDS = ("level3", "target", "actual", "note")
"""Fields whose merged cell counts for every row that it spans.  A merged score does not."""


class IndicatorRow:
    """The texts and cells of a row by field, and its levels."""

    def __init__(self, line: Line, aligned: AlignedRow) -> None:
        self.row: Row = line.row
        self.shift = aligned.shift
        self.cells = aligned.cells
        self.texts: dict[str, str] = {role: c.text for role, c in aligned.cells.items()}
        self.levels: tuple[str, str] = ("", "")
        self.level_cells: tuple[MergedCell | None, MergedCell | None] = (None, None)
        self.cut_by_page_break = False
        """Whether the rest of the row stood on the next page."""
        self.misplaced_name: Value | None = None
        """A name that stands in the column of another level."""
        self.doubt: Text | None = None
        self.rows_above: dict[str, Row] = {}
        """The rows in which merged cells begin, by field."""

    def add_merged_cells(self, above: tuple[MergedCell, ...], columns: Columns) -> None:
        """Add the name, target, actual value and note from cells that span the row."""
        if _INDICATOR_FIELDS.isdisjoint(self.texts):
            return
        last = columns.last_columns
        lacking = [role for role in _MERGED_FIELDS if role not in self.texts and role in last]
        for over in above if lacking else ():
            for role in lacking:
                if role not in self.texts and spans_column(over.cell, last[role] + self.shift):
                    self.texts[role], self.cells[role] = over.cell.text, over.cell
                    self.rows_above[role] = over.row

    def row_of(self, role: str) -> Row:
        """The row in which the cell of a field begins."""
        return self.rows_above.get(role, self.row)

    def cell_at(self, role: str) -> Value:
        """The cell of a field as a value, for a repair or a doubt."""
        name = INDICATOR_COLUMNS.get(role) or EXTRA_COLUMNS[role]
        return cell_value(self.row_of(role), self.cells[role], ("绩效指标", name))


_INDICATOR_FIELDS = frozenset({"level3", "target", "actual", "weight", "score"})


def spans_column(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.columns
