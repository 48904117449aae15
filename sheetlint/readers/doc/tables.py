"""Paragraphs to blocks: cells end with a mark, rows with another that knows where cells stand.

The blocks are those of ``docx``, and the grid on which they come to stand is made here: Word stores
no grid in this format, only the edges of each row's cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sheetlint.readers import unreadable
from sheetlint.readers.doc.paragraphs import ParagraphText
from sheetlint.readers.doc.properties import RowShape
from sheetlint.readers.docx.blocks import Block, WordCell, WordRow, WordTable

_DEEPEST = 64
"""Tables inside each other."""
_SAME = 30
"""Edges nearer to each other than this, half a millimetre, are one edge drawn twice by hand."""


class _OpenTable:
    """A table that has not ended yet."""

    def __init__(self) -> None:
        self.table = WordTable()
        self.shapes: list[RowShape | None] = []
        self.row = WordRow()
        self.cell = WordCell()

    def end_cell(self) -> None:
        self.row.cells.append(self.cell)
        self.cell = WordCell()

    def end_row(self, shape: RowShape | None) -> None:
        if self.cell.blocks:
            self.end_cell()
        if self.row.cells:
            self.row.close()
            self.table.rows.append(self.row)
            self.shapes.append(shape)
        self.row = WordRow()

    def close(self) -> WordTable:
        self.end_row(None)
        _lay_out(self.table.rows, self.shapes)
        return self.table


def build_blocks(paragraphs: Iterable[ParagraphText]) -> list[Block]:
    """Paragraphs and tables of the body in their order.  Raises ``Unreadable``."""
    body: list[Block] = []
    stack: list[_OpenTable] = []

    def reach(depth: int) -> None:
        if depth > _DEEPEST:
            raise unreadable.bomb()
        while len(stack) > depth:
            table = stack.pop().close()
            (stack[-1].cell.blocks if stack else body).append(table)
        while len(stack) < depth:
            stack.append(_OpenTable())

    for paragraph in paragraphs:
        properties = paragraph.properties
        # The mark of a cell always ends one of the outermost table.
        reach(1 if paragraph.ends_cell_or_row else properties.depth)
        if not stack:
            body.append(paragraph.text)
            continue
        table = stack[-1]
        if properties.row_end:
            table.row.deleted = paragraph.deleted
            table.end_row(properties.shape)
            continue
        table.cell.blocks.append(paragraph.text.replace("\t", " "))
        if paragraph.hidden_text:
            table.cell.add_hidden(paragraph.hidden_text)
        if paragraph.ends_cell_or_row or properties.cell_end:
            table.end_cell()
    reach(0)
    return body


def _lay_out(rows: list[WordRow], shapes: list[RowShape | None]) -> None:
    """Give the cells the columns that they cover on the grid of all edges of the table."""
    grid: list[int] = []
    for edge in sorted({edge for shape in shapes if shape for edge in shape.edges}):
        if not grid or edge - grid[-1] > _SAME:
            grid.append(edge)
    for row, shape in zip(rows, shapes, strict=True):
        if shape is None:
            continue
        columns = [bisect_right(grid, edge) - 1 for edge in shape.edges]
        first = next((value for value in shape.horizontal if value), 0)
        reached = row.before = columns[0]
        for index, cell in enumerate(row.cells[: len(shape.vertical)]):
            cell.columns = max(1, columns[index + 1] - reached)
            reached += cell.columns
            if vertical := shape.vertical[index]:
                cell.vertical = "continue" if vertical == 1 else "restart"
            if horizontal := shape.horizontal[index]:
                cell.horizontal = "restart" if horizontal in (first, 3) else "continue"
