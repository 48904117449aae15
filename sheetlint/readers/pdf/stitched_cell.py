"""A cell of a table that was joined from several pages."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.readers.pdf.runs import Run
from sheetlint.readers.pdf.text_lines import TextLine, join_lines


class Region(NamedTuple):
    """Where something stands on a page, as ``drawing`` counts."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class StitchedCell:
    """A cell of the whole table, with lines from one page or from several."""

    def __init__(self, row: int, column: int, columns: int, rows: int) -> None:
        self.row, self.column = row, column
        self.columns, self.rows = columns, rows
        self.parts: list[tuple[list[TextLine], tuple[float, float]]] = []
        """The lines of text on each page, with the sides of the cell there."""
        self.regions: list[Region] = []
        """Where the cell stands: on one page, or the part of it on each of several."""
        self.sides = (0.0, 0.0)
        """Its left and right edge on the first of its pages."""
        self._text: tuple[int, str] = (0, "")

    @property
    def text(self) -> str:
        """Of all parts so far."""
        if self._text[0] != len(self.parts):
            lines = [line for own, _ in self.parts for line in own]
            self._text = len(self.parts), join_lines(lines, *self.sides)
        return self._text[1]

    def clear(self) -> None:
        """Remove the text: it repeats that of the page before."""
        self.parts, self._text = [], (0, "")

    @property
    def runs(self) -> list[Run]:
        """What is written on the first of its pages, in pieces."""
        return [run for line in self.parts[0][0] for run in line.runs] if self.parts else []

    @property
    def written(self) -> str:
        """The pieces as they come, without regard to lines."""
        return "".join(run.text for run in self.runs)
