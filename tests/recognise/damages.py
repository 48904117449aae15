"""What copying does to a form: each damage makes lines of text of a drawn form, and loses no figure.

Lines are fields between tabs, or between the bars that crawlers leave of a page.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.families import Drawn
from tests.writing.boxes import grid_of

Grid = list[list[str]]


def _as_text(grid: Grid) -> str:
    """Line breaks inside cells are gone, as a copy of plain text leaves them."""
    return "\n".join("\t".join("".join(text.splitlines()) for text in line) for line in grid)


def _table(drawn: Drawn) -> range:
    """The rows of indicators and the total row."""
    fields = drawn.drawing.fields
    rows = [row for name, (row, _) in fields.items() if name.startswith("indicators.")]
    return range(min(rows), max(*rows, fields.get("total.score", (0, 0))[0]) + 1)


def leading_empty_cells_dropped(drawn: Drawn, pick: random.Random) -> str:
    """Some rows of the table begin with their first filled cell."""
    grid = grid_of(drawn.drawing)
    for i in _table(drawn):
        if pick.random() < 0.5:
            while grid[i] and not grid[i][0] and any(grid[i]):
                grid[i].pop(0)
    return _as_text(grid)


def one_leading_cell_dropped(drawn: Drawn, pick: random.Random) -> str:
    grid = grid_of(drawn.drawing)
    from_here = pick.choice(_table(drawn))
    for i in range(from_here, _table(drawn).stop):
        if not grid[i][0]:
            grid[i].pop(0)
    return _as_text(grid)


def short_rows(drawn: Drawn, pick: random.Random) -> str:
    """Some rows of the table have lost all their empty cells."""
    grid = grid_of(drawn.drawing)
    for i in _table(drawn):
        if pick.random() < 0.5:
            grid[i] = [text for text in grid[i] if text]
    return _as_text(grid)


def every_row_short(drawn: Drawn, pick: random.Random) -> str:
    return _as_text([[text for text in line if text] for line in grid_of(drawn.drawing)])


def trailing_cells_lost(drawn: Drawn, pick: random.Random) -> str:
    grid = grid_of(drawn.drawing)
    for line in grid:
        while line and not line[-1] and pick.random() < 0.9:
            line.pop()
    return _as_text(grid)


def short_total(drawn: Drawn, pick: random.Random) -> str:
    """``总分→98.71``."""
    grid = grid_of(drawn.drawing)
    last = _table(drawn).stop - 1
    grid[last] = [text for text in grid[last] if text]
    return _as_text(grid)


def broken_cells(drawn: Drawn, pick: random.Random) -> str:
    """Line breaks inside cells, without quotes around them; none inside the title or a figure."""
    lines = []
    title = drawn.drawing.fields["title"][0]
    for row, line in enumerate(grid_of(drawn.drawing)):
        cells = ["".join(text.splitlines()) for text in line]
        for column, text in enumerate(cells):
            if row > title and len(text) > 5 and not text[0].isdigit() and pick.random() < 0.15:
                at = pick.randint(2, len(text) - 2)
                if text[at - 1 : at + 1].isdecimal():
                    continue
                cells[column] = f"{text[:at]}\n{text[at:]}"
        lines.append("\t".join(cells))
    return "\n".join(lines)


def bars_and_breaks(drawn: Drawn, pick: random.Random) -> str:
    """As a crawler keeps a page: merged cells are gone, ends of lines inside cells are left."""
    lines = []
    for line in grid_of(drawn.drawing):
        cells = [text for text in line if text]
        spare = len(line) - len(cells)
        lines.append(" | ".join(cells) + " | " + "|" * spare)
    return "\n".join(lines)


def bars_in_front(drawn: Drawn, pick: random.Random) -> str:
    """Lines that begin with a bar, broken before empty cells."""
    lines = ["| " + " | ".join(text or "\n" for text in line) for line in grid_of(drawn.drawing)]
    return " |\n".join(lines) + " |"


def page_break(drawn: Drawn, pick: random.Random) -> str:
    """The title is printed again over the second page."""
    grid = grid_of(drawn.drawing)
    at = pick.choice(_table(drawn)[1:])
    title = drawn.drawing.fields["title"][0]
    return _as_text([*grid[:at], [], grid[title], *grid[at:]])


def shifted_right(drawn: Drawn, pick: random.Random) -> str:
    grid = grid_of(drawn.drawing)
    for i in _table(drawn):
        if pick.random() < 0.3:
            grid[i].insert(0, "")
    return _as_text(grid)


def fund_rows_short(drawn: Drawn, pick: random.Random) -> str:
    """The rows of the funds have lost their empty cells in front."""
    grid = grid_of(drawn.drawing)
    rows = {row for name, (row, _) in drawn.drawing.fields.items() if name.startswith("funds.")}
    for i in rows:
        while not grid[i][0]:
            grid[i].pop(0)
    return _as_text(grid)


def levels_missing(drawn: Drawn, pick: random.Random) -> str:
    """Blank label cells in front of rows, the rest of the row moved up to them by one."""
    grid = grid_of(drawn.drawing)
    for i in _table(drawn):
        empty = [c for c, text in enumerate(grid[i][:4]) if not text]
        if empty and pick.random() < 0.4:
            grid[i].pop(pick.choice(empty))
    return _as_text(grid)


DAMAGES: tuple[Callable[[Drawn, random.Random], str], ...] = (
    leading_empty_cells_dropped,
    one_leading_cell_dropped,
    short_rows,
    every_row_short,
    trailing_cells_lost,
    short_total,
    broken_cells,
    bars_and_breaks,
    bars_in_front,
    page_break,
    shifted_right,
    fund_rows_short,
    levels_missing,
)
