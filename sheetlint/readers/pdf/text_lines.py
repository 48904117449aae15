"""Runs of characters joined to lines and to the texts of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sheetlint.readers.pdf.characters import is_wide
from sheetlint.readers.pdf.lattice import Grid
from sheetlint.readers.pdf.overflow import PlacedRun, correct_overflow
from sheetlint.readers.pdf.runs import Run

_OVERLAP = 0.55
_FIELD_GAP = 1.6
"""A blank of so many character heights separates fields of a line outside of tables."""
_SPACING = 2.2
"""From line to line, in heights of a line; a blank line lies between what stands further apart."""
_BLANK = (0.2, 0.3, 0.7)
"""A gap of so many character heights is a blank, between letters, a letter and a Chinese character
(Word sets those a quarter of their width apart), Chinese characters."""
_CLOSING = frozenset("，。、；：！？）》”’%")
"""Signs that begin no line."""
_FIGURE = frozenset("0123456789.,%")
_HUNDRED = re.compile(r"100(\.0*)?%?")


class TextLine:
    """Runs that stand beside each other."""

    def __init__(self, run: Run) -> None:
        self.runs = [run]
        self.top, self.bottom = run.top, run.bottom
        self.left, self.right = run.left, run.right

    def is_beside(self, run: Run) -> bool:
        height = min(self.bottom - self.top, run.bottom - run.top)
        shared = min(self.bottom, run.bottom) - max(self.top, run.top)
        return shared > _OVERLAP * height

    def add(self, run: Run) -> None:
        self.runs.append(run)
        self.top, self.bottom = min(self.top, run.top), max(self.bottom, run.bottom)
        self.left, self.right = min(self.left, run.left), max(self.right, run.right)

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)

    @property
    def text(self) -> str:
        """The runs from left to right, with a blank where words stand apart."""
        text, before = "", None
        for run in sorted(self.runs, key=lambda r: r.left):
            if before is not None and not text.endswith(" ") and not run.text.startswith(" "):
                wide = is_wide(text[-1]) + is_wide(run.text[0])
                if run.left - before.right > _BLANK[wide] * run.size:
                    text += " "
            text += run.text
            before = run
        return text.strip(" \u00a0\u3000")

    def fields(self) -> list[TextLine]:
        """The line cut at its wide blanks."""
        fields: list[TextLine] = []
        for run in sorted(self.runs, key=lambda r: r.left):
            if fields and run.left - fields[-1].right <= _FIELD_GAP * run.size:
                fields[-1].add(run)
            else:
                fields.append(TextLine(run))
        return [field for field in fields if field.text]


def lines_in_file_order(runs: Sequence[Run]) -> list[TextLine]:
    """Lines in the order in which the file writes them: what wraps is written in sequence."""
    lines: list[TextLine] = []
    for run in runs:
        line = next((one for one in reversed(lines[-8:]) if one.is_beside(run)), None)
        if line is None:
            lines.append(TextLine(run))
        else:
            line.add(run)
    return lines


def lines_from_top(runs: Sequence[Run]) -> list[TextLine]:
    """Lines from the top of the page to its bottom."""
    lines: list[TextLine] = []
    for run in sorted(runs, key=lambda r: (r.top + r.bottom) / 2):
        if lines and lines[-1].is_beside(run):
            lines[-1].add(run)
        else:
            lines.append(TextLine(run))
    return lines


def join_lines(lines: Sequence[TextLine], left: float, right: float) -> str:
    """The lines of a cell between its sides; what was wrapped for want of room is put together."""
    text = ""
    before: TextLine | None = None
    for line in lines:
        added = line.text
        if not added:
            continue
        if before is not None:
            joined = joins_without_blank(text, added) and _close(before, line)
            text += "" if joined and is_wrapped(before, line, left, right) else "\n"
        text += added
        before = line
    return text


def _close(before: TextLine, line: TextLine) -> bool:
    """The line stands right below, or on the next page."""
    return line.top - before.top < _SPACING * max(before.size, line.size)


def joins_without_blank(text: str, added: str) -> bool:
    """A break between them is no blank: ``57607`` and ``470.00``, ``1530`` and ``人次``, ``万``
    and ``元``, and not between words of letters."""
    if text[-1] in _FIGURE and added[0] in _FIGURE:
        # ``10`` and ``2.5`` are two figures: a column so narrow holds nothing above 100.
        start = text.rpartition("\n")[2]
        short = len(start) < 3 and (start + added[0]).isdecimal()
        return not short or _HUNDRED.fullmatch(start + added) is not None
    return is_wide(text[-1]) or is_wide(added[0])


def is_wrapped(before: TextLine, line: TextLine, left: float, right: float) -> bool:
    """The line goes on below because it is full: what comes next would not have had room."""
    figure = before.text[-1] in _FIGURE and line.text[0] in _FIGURE
    width = right - left
    # Word keeps 5.4 points free on either side, spreadsheets 1 or 2, web pages anything.
    padding = min(12.0, 0.3 * width)
    if not figure:
        padding = max(padding, min(2 * (before.left - left), 0.55 * width))
    room = width - (before.right - before.left) - padding
    return room < _unit(line, figure) + 0.25 * line.size


def _unit(line: TextLine, figure: bool) -> float:
    """The width of what stays together at the start of a line: a digit of a figure that is too
    long for its cell, a word, a character with the mark that closes it."""
    signs = [
        sign
        for run in sorted(line.runs, key=lambda r: r.left)
        for sign in zip(run.signs, run.lefts, run.rights, strict=True)
    ]
    end = 1
    if not figure:
        word = not is_wide(signs[0][0])
        while end < len(signs) and (
            signs[end][0] in _CLOSING or (word and not is_wide(signs[end][0]))
        ):
            end += 1
    return signs[end - 1][2] - signs[0][1]


def assign_to_cells(runs: Sequence[Run], grid: Grid) -> tuple[dict[int, list[Run]], list[Run]]:
    """The runs of each cell, and those that stand outside of the table."""
    placed: list[PlacedRun] = []
    outside: list[Run] = []
    for run in runs:
        middle = (run.top + run.bottom) / 2
        first = grid.place((run.lefts[0] + run.rights[0]) / 2, middle)
        last = grid.place((run.lefts[-1] + run.rights[-1]) / 2, middle)
        pieces = [(first, run)] if first == last else _split(run, grid, middle)
        for cell, piece in pieces:
            if cell is None:
                outside.append(piece)
            else:
                placed.append(PlacedRun(piece, cell))
    cells: dict[int, list[Run]] = {}
    for piece, cell in correct_overflow(placed, grid):
        cells.setdefault(cell, []).append(piece)
    return cells, outside


def _may_part(run: Run, index: int) -> bool:
    """Something lies between two characters, or the file draws them with two calls."""
    return (
        run.objects[index - 1] != run.objects[index]
        or " " in run.signs[index - 1 : index + 1]
        or run.lefts[index] - run.rights[index - 1] >= 0.15 * run.size
    )


def _split(run: Run, grid: Grid, middle: float) -> list[tuple[int | None, Run]]:
    """A run over a wall: words of two cells, or one text that is too long for its cell."""
    places = [
        grid.place((left + right) / 2, middle)
        for left, right in zip(run.lefts, run.rights, strict=True)
    ]
    cuts = [
        i
        for i, (one, other) in enumerate(pairwise(places), 1)
        if one != other and _may_part(run, i)
    ]
    return [
        (max(set(own := places[start:end]), key=own.count), run.part(start, end))
        for start, end in pairwise([0, *cuts, len(places)])
        if any(sign.strip() for sign in run.signs[start:end])
    ]
