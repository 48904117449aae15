"""One page: its tables with the texts of their cells, and the lines around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.readers.pdf.drawing import DrawnPage
from sheetlint.readers.pdf.lattice import Grid, find_grids
from sheetlint.readers.pdf.runs import Run
from sheetlint.readers.pdf.text_lines import (
    TextLine,
    assign_to_cells,
    is_wrapped,
    lines_from_top,
    lines_in_file_order,
)


class PageTable(NamedTuple):
    """The part of a table that stands on one page."""

    page: int
    grid: Grid
    lines: dict[int, list[TextLine]]
    """The lines of text in each cell, by the cell's index."""

    @property
    def top(self) -> float:
        return self.grid.ys[0]

    def sides(self, cell: int) -> tuple[float, float]:
        """The left and right edge of a cell."""
        box = self.grid.cells[cell]
        return self.grid.xs[box.column], self.grid.xs[box.column + box.columns]


class PageLine(NamedTuple):
    """A line of text outside of tables."""

    page: int
    line: TextLine
    fields: tuple[TextLine, ...]

    @property
    def top(self) -> float:
        return self.line.top


class Page(NamedTuple):
    """What stands on a page, from top to bottom."""

    height: float
    items: tuple[PageTable | PageLine, ...]


def build_page(number: int, drawn: DrawnPage) -> Page:
    runs = [*drawn.runs, *drawn.marks]
    tables: list[PageTable] = []
    for grid in find_grids(drawn.rulings):
        # The smallest table first: what stands in a table inside a cell is not the cell's own.
        cells, runs = assign_to_cells(runs, grid)
        if cells:
            lines = {cell: lines_in_file_order(own) for cell, own in cells.items()}
            tables.append(PageTable(number, grid, lines))
    tables.sort(key=lambda table: table.top)
    if drawn.marks:
        # Outside of tables they may be anything: a logo, a seal.
        marks = set(drawn.marks)
        runs = [run for run in runs if run not in marks]
    if tables:
        runs = _add_cut_labels(tables[0], runs, upwards=True)
        runs = _add_cut_labels(tables[-1], runs, upwards=False)
    items: list[PageTable | PageLine] = [*tables]
    items += [
        PageLine(number, line, fields)
        for line in lines_from_top([run for run in runs if drawn.is_visible(run)])
        if (fields := tuple(line.fields()))
    ]
    items.sort(key=lambda item: item.top)
    return Page(drawn.height, tuple(items))


def _add_cut_labels(table: PageTable, runs: list[Run], *, upwards: bool) -> list[Run]:
    """The runs without the labels of merged cells that a page break cuts.

    A spreadsheet centres such a label over all pages and writes it on each of them, mostly beyond
    the end of the table, where it is not seen.  Only a cell that is open there, beside others
    that are closed, is cut.
    """
    grid = table.grid
    closed = grid.closed_top if upwards else grid.closed_bottom
    if all(closed) or not any(closed):
        return runs
    edge, row = (grid.ys[0], 0) if upwards else (grid.ys[-1], len(grid.ys) - 2)
    rest: list[Run] = []
    for line in lines_from_top(runs):
        for field in line.fields():
            middle = (field.top + field.bottom) / 2
            beyond = middle < edge if upwards else middle > edge
            cell = _cut_cell(grid, field, row, closed) if beyond else None
            own = table.lines.setdefault(cell, []) if cell is not None else []
            if cell is None:
                rest += field.runs
            elif not own or is_wrapped(own[-1], field, *table.sides(cell)):
                own.append(field)
            elif is_wrapped(field, own[0], *table.sides(cell)):
                own.insert(0, field)
            elif any(other.text != field.text for other in own):
                rest += field.runs
    return rest


def _cut_cell(grid: Grid, field: TextLine, row: int, closed: Sequence[bool]) -> int | None:
    """The open cell at the table's end whose columns the text keeps to."""
    if not (grid.xs[0] - 1 <= field.left and field.right <= grid.xs[-1] + 1):
        return None
    column = bisect_right(grid.xs, (field.left + field.right) / 2) - 1
    if not 0 <= column < len(closed):
        return None
    cell = grid.owners[row][column]
    box = grid.cells[cell]
    own = range(box.column, box.column + box.columns)
    if any(closed[index] for index in own):
        return None
    if field.left < grid.xs[own[0]] - 1 or field.right > grid.xs[own[-1] + 1] + 1:
        return None
    return cell
