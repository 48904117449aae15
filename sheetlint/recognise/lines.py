"""Stage 1: the rows of a table as lines: non-empty cells, their labels, cells merged from above.

Lines of text that a line break inside a cell has torn apart are joined.
"""

# No ``from __future__ import annotations``, as in ``sheet``: a start need not compile annotations.

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.recognise.lexicon import label_key, split_label
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


def read_lines(table: Table, labels: frozenset[str]) -> list[Line]:
    """The rows of a table without blank ones, torn lines of text joined.

    ``labels`` are all labels of the form: a line that begins with one is not the rest of a cell.
    """
    lines: list[Line] = []
    open_cells: list[tuple[int, MergedCell]] = []
    keeps_empty_fields = any(_ends_with_empty_field(row) for row in table.rows if row.table is None)
    after_gap = False
    before = Row((), 0)
    for row_range, row in _join_torn_rows(table.rows, labels):
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
                _field_count(row) if row.table is None else 0,
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


def _field_count(row: Row) -> int:
    return max([c.column + c.columns for c in row.cells], default=0)


def _join_torn_rows(rows: Sequence[Row], labels: frozenset[str]) -> list[tuple[range, Row]]:
    """The rows, with torn lines of text joined, each with the indices it was made from.

    Each line of a torn row has too few fields, and together they have as many as the rows around
    them: ``a <tab> b1`` and ``b2 <tab> c`` are ``a <tab> b1 b2 <tab> c``.
    """
    widths = [_field_count(row) for row in rows if row.table is None]
    counts = Counter([width for width in widths if width >= 5])
    usual_widths = {width for width, count in counts.items() if count >= 3}
    if not usual_widths:
        return [(range(at, at + 1), row) for at, row in enumerate(rows)]
    joined: list[tuple[range, Row]] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        end = _end_of_row(rows, index, usual_widths, labels)
        joined.append((range(index, end), row if end == index + 1 else _join_rows(rows[index:end])))
        index = end
    return joined


def _end_of_row(
    rows: Sequence[Row], start: int, usual_widths: set[int], labels: frozenset[str]
) -> int:
    """Index after the last line of the row that begins at ``start``; ``start + 1`` for a whole row."""
    width = _field_count(rows[start])
    if rows[start].table is not None or width < 2 or width in usual_widths:
        return start + 1
    for end in range(start + 1, min(start + 40, len(rows))):
        more = _field_count(rows[end])
        if more == 0 or rows[end].table is not None or more in usual_widths:
            break
        if not _continues_cell(rows[end], labels):
            break
        width += more - 1
        if width in usual_widths:
            return end + 1
        if width > max(usual_widths):
            break
    return start + 1


def _continues_cell(row: Row, labels: frozenset[str]) -> bool:
    """Whether the line may begin inside a cell: its first text is no label of the form."""
    first = row.cells[0] if row.cells else None
    if first is None or first.column != 0:
        return False
    name = label_key(first.text)
    return name != "" and name not in labels and label_key(split_label(first.text)[0]) not in labels


def _join_rows(rows: Sequence[Row]) -> Row:
    cells: list[Cell] = []
    offset = 0
    for row in rows:
        first = True
        for cell in row.cells:
            moved = cell._replace(column=cell.column + offset)
            if first and cells and cells[-1].column == moved.column:
                cells[-1] = cells[-1]._replace(text=f"{cells[-1].text}\n{cell.text}".strip())
            else:
                cells.append(moved)
            first = False
        offset += _field_count(row) - 1
    return rows[0]._replace(cells=tuple(cells))
