"""Detects tables that lack some or all of their lines.

What lies between the lines that are drawn is then no cell, and would be read as other rows and
columns than a person sees: it is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sheetlint.readers.pdf.page import Page, PageLine, PageTable
from sheetlint.readers.pdf.text_lines import TextLine, join_lines
from sheetlint.sheet.numbers.parse import parse_number

_PARTED = 0.8
"""A blank of so many character heights lies between two columns, or two words of a cell."""
_CELLS = 4
"""A row of so many cells is one of a table, and so are so many lines that stand in columns."""
_ROWS = 3
"""The same blank in so many rows is no chance."""
_NUMBERING = re.compile(r".*[.．、:：)）]")


def lacks_rulings(page: Page) -> bool:
    """Some table on the page has rows or columns with nothing drawn between them."""
    lines: list[PageLine] = []
    for item in page.items:
        if isinstance(item, PageLine):
            lines.append(item)
        elif item.grid.loose or _lacks_columns(item) or _lacks_rows(item) or _in_columns(lines):
            return True
        else:
            lines.clear()
    return _in_columns(lines)


def _in_columns(lines: Sequence[PageLine]) -> bool:
    """The lines between two tables are one themselves."""
    return sum(len(list(_blanks([item.line]))) > 1 for item in lines) >= _CELLS


def _lacks_columns(table: PageTable) -> bool:
    """In several rows the cells of the same columns are parted by the same blank."""
    boxes = table.grid.cells
    filled = [0] * len(table.grid.ys)
    for cell in table.lines:
        filled[boxes[cell].row] += 1
    blanks: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for cell, lines in table.lines.items():
        box = boxes[cell]
        own = list(_blanks(lines))
        if own and filled[box.row] + len(own) >= _CELLS:
            blanks.setdefault((box.column, box.columns), []).extend(own)
    enough = _ROWS if table.grid.ruled else 1
    return any(
        sum(left <= (start + end) / 2 <= right for left, right in own) >= enough
        for own in blanks.values()
        for start, end in own
    )


def _lacks_rows(table: PageTable) -> bool:
    """Several cells of a row hold several figures each."""
    stacks = [0] * len(table.grid.ys)
    for cell, lines in table.lines.items():
        if len(lines) > 1 and any(parse_number(line.text) for line in lines):
            texts = join_lines(lines, *table.sides(cell)).split("\n")
            row = table.grid.cells[cell].row
            stacks[row] += sum(parse_number(text) is not None for text in texts) > 1
    return max(stacks) > 1


def _blanks(lines: Sequence[TextLine]) -> Iterator[tuple[float, float]]:
    """The wide blanks that go through all the lines, but for those behind a numbering."""
    runs = sorted((run for line in lines for run in line.runs), key=lambda run: run.left)
    end = runs[0].right
    before = runs[0]
    for run in runs[1:]:
        if run.left - end > _PARTED * run.size and not _NUMBERING.fullmatch(before.text.strip()):
            yield end, run.left
        if run.right > end:
            end, before = run.right, run
