"""Joins the parts of a table that runs over several pages.

A part goes on with the table before it if both stand between the same edges, nothing but running
heads and page numbers lies between, and it does not begin the form anew.  The rows of the whole
are counted through, as they are in the Word document that was printed, and each remembers its
page: so a cell that is merged over the page break is one cell over rows of both pages.  Header
rows that the print repeats on every page are no rows of the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from sheetlint.readers.pdf.headers import (
    RepeatedHeader,
    find_repeated_header,
    remove_header,
    row_label,
)
from sheetlint.readers.pdf.lattice import nearest_index
from sheetlint.readers.pdf.page import PageTable
from sheetlint.readers.pdf.stitched_cell import Region, StitchedCell
from sheetlint.readers.pdf.text_lines import TextLine, is_wrapped, joins_without_blank
from sheetlint.sheet.numbers.parse import parse_number

_STOPS = frozenset("。；！？;!?")
_NO_CHANCE = 8


class StitchedTable:
    """The parts so far, on one scale of columns."""

    def __init__(self, part: PageTable, scale: Sequence[float]) -> None:
        self.scale = scale
        self.rows: list[list[StitchedCell]] = []
        self.pages: list[int] = []
        self._last = part
        self._append(self._rows_of(part), part.page, 0)

    @property
    def part(self) -> PageTable:
        """The last part that was added."""
        return self._last

    def append_part(self, part: PageTable, *, only_repeated_head: bool) -> bool:
        """Add what may be the rest of this table; False where it is the same form once more.

        ``only_repeated_head``: only what repeats the table's head and is no new form.
        """
        rows = self._rows_of(part)
        header = find_repeated_header(self.rows, rows)
        if header is None and (only_repeated_head or self._starts_new_form(part, rows)):
            return False
        self._add(part, rows, header)
        return True

    def _starts_new_form(self, part: PageTable, rows: list[list[StitchedCell]]) -> bool:
        """The part starts with the label of the table's first row, and not with the rest of it."""
        first = next((cell for cell in rows[0] if cell.text), None)
        if first is None or row_label([first]) != row_label(self.rows[0]):
            return False
        return not _is_open(self._last, part, self.scale, first, True)

    def _add(
        self, part: PageTable, rows: list[list[StitchedCell]], header: RepeatedHeader | None
    ) -> None:
        last, self._last = self._last, part
        if header is not None:
            rows = remove_header(self.rows, rows, header)
        if not rows:
            return
        if header is None and self._cut(last, rows[0]):
            self._continue_row(rows, part.page)
            return
        start = len(self.rows)
        for cell in list(rows[0]):
            above = self._above(start, cell)
            if above is not None and self._one_cell(last, part, above, cell, header is None):
                above.rows += cell.rows
                above.regions += cell.regions
                if cell.text != above.text:
                    above.parts += cell.parts
                rows[0].remove(cell)
        self._append(rows, part.page, start)

    def is_label(self, field: TextLine) -> bool:
        """The text is that of a merged cell, written once more beyond the end of the table."""
        middle = (field.left + field.right) / 2
        return any(
            cell.rows > 1
            and self.scale[cell.column] < middle < self.scale[cell.column + cell.columns]
            and cell.text == field.text
            for row in self.rows
            for cell in row
        )

    # ── rows ──

    def _rows_of(self, part: PageTable) -> list[list[StitchedCell]]:
        grid = part.grid
        columns = [nearest_index(self.scale, x) for x in grid.xs]
        rows: list[list[StitchedCell]] = [[] for _ in grid.ys[1:]]
        for index, box in enumerate(grid.cells):
            left, right = columns[box.column], columns[box.column + box.columns]
            cell = StitchedCell(box.row, left, max(1, right - left), box.rows)
            cell.sides = part.sides(index)
            top, bottom = grid.ys[box.row], grid.ys[box.row + box.rows]
            cell.regions.append(Region(part.page, cell.sides[0], top, cell.sides[1], bottom))
            if index in part.lines:
                cell.parts.append((part.lines[index], cell.sides))
            rows[box.row].append(cell)
        return rows

    def _append(self, rows: list[list[StitchedCell]], page: int, start: int) -> None:
        for offset, row in enumerate(rows):
            for cell in row:
                cell.row = start + offset
            self.rows.append(row)
            self.pages.append(page)

    def _above(self, start: int, cell: StitchedCell) -> StitchedCell | None:
        """The cell of the same columns that reaches to the end of the part before."""
        for row in reversed(self.rows):
            for other in row:
                if other.column == cell.column and other.columns == cell.columns:
                    return other if other.row + other.rows == start else None
        return None

    # ── what a page break cuts ──

    def _cut(self, last: PageTable, first: Sequence[StitchedCell]) -> bool:
        """The break goes through a row: no line at the page's end, or the text says so."""
        start = len(self.rows)
        pairs = [(self._above(start, cell), cell) for cell in first]
        filled = [(above, cell) for above, cell in pairs if cell.text]
        if not filled or any(above is None for above, _ in filled):
            return False
        closed = sum(last.grid.closed_bottom) > 0.5 * len(last.grid.closed_bottom)
        if not closed and not any(above and _two_figures(above, cell) for above, cell in filled):
            return True
        return _continues_below_closed_edge(pairs)

    def _continue_row(self, rows: list[list[StitchedCell]], page: int) -> None:
        start = len(self.rows)
        for cell in rows[0]:
            above = self._above(start, cell)
            if above is None:
                cell.row = start - 1
                self.rows[-1].append(cell)
            else:
                above.rows += cell.rows - 1
                above.regions += cell.regions
                above.parts += cell.parts
        self._append(rows[1:], page, start)

    def _one_cell(
        self,
        last: PageTable,
        part: PageTable,
        above: StitchedCell,
        cell: StitchedCell,
        adjacent: bool,
    ) -> bool:
        """A merged cell that the page break cuts between two rows."""
        if _is_open(last, part, self.scale, cell, adjacent):
            return True
        if above.text and cell.text:
            return False
        if above.text:
            return cell.rows > 1 and above.rows > 1
        return above.rows > 1 and bool(cell.text)


def _is_open(
    last: PageTable, part: PageTable, scale: Sequence[float], cell: StitchedCell, adjacent: bool
) -> bool:
    """No line between the two, where other cells of the break have one.

    Where a repeated header lies between, only the part before can show it.
    """
    if _edge(last, last.grid.closed_bottom, scale, cell):
        return False
    if adjacent and _edge(part, part.grid.closed_top, scale, cell):
        return False
    return any(last.grid.closed_bottom) or (adjacent and any(part.grid.closed_top))


def _edge(
    table: PageTable, closed: Sequence[bool], scale: Sequence[float], cell: StitchedCell
) -> bool:
    own = range(cell.column, cell.column + cell.columns)
    return any(
        shut and nearest_index(scale, table.grid.xs[index]) in own
        for index, shut in enumerate(closed)
    )


def _two_figures(above: StitchedCell, cell: StitchedCell) -> bool:
    """Two whole figures are those of two rows, line or no line between them."""
    both = parse_number(above.text) is not None and parse_number(cell.text) is not None
    return both and not _text_continues(above, cell)


def _continues_below_closed_edge(pairs: Sequence[tuple[StitchedCell | None, StitchedCell]]) -> bool:
    """A row that goes on although the page ends with a line, as Writer draws it.

    Every text below is the rest of a full line above.  That lines are full may be chance, the less
    the more there are and the more signs they hold; a figure above and none below is no chance.
    """
    cut = [above for above, cell in pairs if above is not None and above.text and not cell.text]
    rests = [(above, cell) for above, cell in pairs if above is not None and cell.text]
    if not cut or len(rests) > len(cut) or not all(_text_continues(*rest) for rest in rests):
        return False
    if all(above.text[-1:] in _STOPS for above, _ in rests):
        return False
    signs = prod(len(above.parts[-1][0][-1].text) for above, _ in rests)
    return signs * len(rests) >= _NO_CHANCE or any(
        parse_number(above.text) is not None for above in cut
    )


def _text_continues(above: StitchedCell, cell: StitchedCell) -> bool:
    """The last line above is full, and what stands below is the rest of it."""
    if not above.parts:
        return False
    last, first = above.parts[-1][0][-1], cell.parts[0][0][0]
    return joins_without_blank(last.text, first.text) and is_wrapped(last, first, *above.sides)
