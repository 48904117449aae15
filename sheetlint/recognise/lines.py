"""Stage 1: the rows of a table as lines: non-empty cells, their labels, cells merged from above.

Lines of text that a line break inside a cell has torn apart are joined.
"""

# No ``from __future__ import annotations``, as in ``sheet``: a start need not compile annotations.

from typing import NamedTuple

from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.recognise.torn_rows import field_count, join_torn_rows
from sheetlint.sheet.tables import Cell, Row, Table


class MergedCell(NamedTuple):
    """A cell that spans several rows, and the row that it begins in."""

    row: Row
    cell: Cell


class Line(NamedTuple):
    """One row with its non-empty cells."""

    row: Row
    cells: tuple[Cell, ...]
    keys: tuple[str, ...]
    """``label_key`` of each cell."""
    merged_above: tuple[MergedCell, ...]
    """Cells of earlier rows that span this one."""
    field_count: int
    """Number of fields of a line of text; 0 for a row of a table."""
    keeps_empty_fields: bool
    """Whether lines of this text keep empty fields at their end: a short line has then lost a field."""
    after_gap: bool
    """Whether a blank line or row, as a page break leaves it, precedes."""
    row_range: range
    """Indices of the rows of the table that it was made from: several for a torn line."""


def read_lines(table: Table, lexicon: Lexicon) -> list[Line]:
    """The rows of a table without blank ones, torn lines of text joined."""
    lines: list[Line] = []
    open_cells: list[tuple[int, MergedCell]] = []
    keeps_empty_fields = any(_ends_with_empty_field(row) for row in table.rows if row.table is None)
    after_gap = False
    before = Row((), 0)
    for row_range, row in join_torn_rows(table.rows, lexicon):
        cells, texts = row.cells, [c.text for c in row.cells]
        if not all(map(str.strip, texts)):
            cells = tuple([c for c in cells if c.text.strip() or not c.computed])
            texts = [c.text for c in cells]
        if not cells:
            after_gap = True
            continue
        if row.number <= before.number:
            # Another table, counted from 1 again: no cell of the table before spans its rows.
            open_cells.clear()
        if open_cells:
            open_cells = [(last, cell) for last, cell in open_cells if last >= row.number]
        merged_above = tuple([cell for _, cell in open_cells])
        lines.append(
            Line(
                row,
                cells,
                tuple(map(label_key, texts)),
                merged_above,
                field_count(row) if row.table is None else 0,
                keeps_empty_fields,
                after_gap or _has_gap_between(before, row),
                row_range,
            )
        )
        open_cells += [(row.number + c.rows - 1, MergedCell(row, c)) for c in cells if c.rows > 1]
        after_gap, before = False, row
    return lines


def _has_gap_between(before: Row, row: Row) -> bool:
    """Whether blank worksheet rows lie between two rows, or they are of two Word tables."""
    if row.table == before.table:
        return row.table is not None and row.number > before.number + 1
    return row.table is not None and before.table is not None


def _ends_with_empty_field(row: Row) -> bool:
    return len(row.cells) > 1 and not row.cells[-1].text.strip()
