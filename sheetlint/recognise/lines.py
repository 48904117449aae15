"""Rows made ready for recognition: what stands in them, what reaches into them from above."""

# Annotations are values here, as in ``model``, so that a start need not compile them.

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.recognise.lexicon import label_key, split_label
from sheetlint.sheet.tables import Cell, Row, Table


class MergedCell(NamedTuple):
    """A cell that is merged down over a row, and the row it stands in."""

    row: Row
    cell: Cell


class Line(NamedTuple):
    """One row with its non-empty cells."""

    row: Row
    cells: tuple[Cell, ...]
    keys: tuple[str, ...]
    """The cells as labels are compared."""
    merged_above: tuple[MergedCell, ...]
    """Cells of earlier rows that are merged down over this one."""
    field_count: int
    """Fields of a line of text; 0 where a grid says where cells stand."""
    keeps_empty_fields: bool
    """The text keeps empty fields at the end of its lines: a short line has lost a field."""
    after_gap: bool
    """A blank line or row, as a page break leaves it, stands before."""
    row_range: range
    """The rows of the table that it was made of, from 0: several where a line was torn."""


def read_lines(table: Table, labels: frozenset[str]) -> list[Line]:
    """The table's rows, blank ones left out, broken lines of text joined.

    ``labels`` are the form's own: a line that begins with one begins a row.
    """
    lines: list[Line] = []
    open_cells: list[tuple[int, MergedCell]] = []
    whole = any(_ends_empty(row) for row in table.rows if row.table is None)
    gap = False
    before = Row((), 0)
    for at, row in _joined(table.rows, labels):
        cells, texts = row.cells, [c.text for c in row.cells]
        if not all(map(str.strip, texts)):
            cells = tuple([c for c in cells if c.text.strip() or not c.computed])
            texts = [c.text for c in cells]
        if not cells:
            gap = True
            continue
        if row.number <= before.number:
            # Another table, counted from 1 again: nothing reaches into it from above.
            open_cells.clear()
        if open_cells:
            open_cells = [(last, over) for last, over in open_cells if last >= row.number]
        above = tuple([over for _, over in open_cells])
        lines.append(
            Line(
                row,
                cells,
                tuple(map(label_key, texts)),
                above,
                _fields(row) if row.table is None else 0,
                whole,
                gap or _apart(before, row),
                at,
            )
        )
        open_cells += [(row.number + c.rows - 1, MergedCell(row, c)) for c in cells if c.rows > 1]
        gap, before = False, row
    return lines


def _apart(before: Row, row: Row) -> bool:
    """Blank worksheet rows lie between, or one Word table ended and the next began."""
    if row.table == before.table:
        return row.table is not None and row.number > before.number + 1
    return row.table is not None and before.table is not None


def _ends_empty(row: Row) -> bool:
    return len(row.cells) > 1 and not row.cells[-1].text.strip()


def _fields(row: Row) -> int:
    return max([c.column + c.columns for c in row.cells], default=0)


def _joined(rows: Sequence[Row], labels: frozenset[str]) -> list[tuple[range, Row]]:
    """Put together the lines of text that a line break inside a cell has torn apart.

    A torn row has too few fields in each of its lines, and together exactly as many as its
    neighbours: ``a <tab> b1`` and ``b2 <tab> c`` are ``a <tab> b1 b2 <tab> c``.
    """
    widths = [_fields(row) for row in rows if row.table is None]
    counts = Counter([width for width in widths if width >= 5])
    usual = {width for width, count in counts.items() if count >= 3}
    if not usual:
        return [(range(at, at + 1), row) for at, row in enumerate(rows)]
    joined: list[tuple[range, Row]] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        end = _tear(rows, index, usual, labels)
        joined.append((range(index, end), row if end == index + 1 else _sewn(rows[index:end])))
        index = end
    return joined


def _tear(rows: Sequence[Row], start: int, usual: set[int], labels: frozenset[str]) -> int:
    """One past the last line of the torn row that begins at ``start`` (``start + 1``: not torn)."""
    width = _fields(rows[start])
    if rows[start].table is not None or width < 2 or width in usual:
        return start + 1
    for end in range(start + 1, min(start + 40, len(rows))):
        more = _fields(rows[end])
        if more == 0 or rows[end].table is not None or more in usual:
            break
        if not _goes_on(rows[end], labels):
            break
        width += more - 1
        if width in usual:
            return end + 1
        if width > max(usual):
            break
    return start + 1


def _goes_on(row: Row, labels: frozenset[str]) -> bool:
    """The line begins in the middle of a cell: with a text that is no label of the form."""
    first = row.cells[0] if row.cells else None
    if first is None or first.column != 0:
        return False
    name = label_key(first.text)
    return name != "" and name not in labels and label_key(split_label(first.text)[0]) not in labels


def _sewn(rows: Sequence[Row]) -> Row:
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
        offset += _fields(row) - 1
    return rows[0]._replace(cells=tuple(cells))
