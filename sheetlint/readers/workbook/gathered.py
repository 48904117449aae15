"""What stands in one binary worksheet, gathered record by record."""

from __future__ import annotations

from sheetlint.readers import refusals
from sheetlint.readers.columns import HiddenRanges
from sheetlint.readers.limits import Limits
from sheetlint.readers.workbook.merges import Merge
from sheetlint.readers.workbook.sheets import Content
from sheetlint.tables import Cell, Row


class Gathered:
    """Rows are counted from 0 here, and cells may come in any order.

    Raises ``Unreadable`` for too much of anything.
    """

    def __init__(self, table: str, limits: Limits) -> None:
        self.hidden_columns = HiddenRanges()
        self.hidden_rows: set[int] = set()
        self._table = table
        self._limits = limits
        self._count = 0
        self._rows: dict[int, list[Cell]] = {}
        self._merges: list[Merge] = []

    def put(self, row: int, cell: Cell | None) -> None:
        """Take a cell; None is one that shows nothing."""
        if cell is None:
            return
        self._count += 1
        if self._count > self._limits.max_cells or len(cell.text) > self._limits.max_text:
            raise refusals.too_big()
        self._rows.setdefault(row, []).append(cell)

    def merge(self, top: int, bottom: int, left: int, right: int) -> None:
        """Take a merged range, first and last row and column."""
        if len(self._merges) >= self._limits.max_merges:
            raise refusals.too_big()
        self._merges.append(Merge(top + 1, left, bottom + 1, right))

    def content(self) -> Content:
        rows = [
            Row(tuple(cells), row + 1, self._table, row in self.hidden_rows)
            for row, cells in self._rows.items()
            if any(cell.text or not cell.computed for cell in cells)
        ]
        return Content(rows, self._merges, self.hidden_columns)
