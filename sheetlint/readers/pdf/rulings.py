"""Rulings: the horizontal and vertical lines of a page, however they are drawn.

A line may be a stroke, a stroked rectangle's edge, a filled rectangle of the thickness of a line,
or a row of dashes; tables without lines may still have cells with a filled background.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Ruling = tuple[float, float, float]
"""Position across, start and end along."""
Point = tuple[float, float]

THIN = 3.0
"""An area of this thickness is a line."""
_SKEW = 1.0


class Rulings:
    """Lines of a page; ``rows`` lie across it and ``columns`` stand."""

    def __init__(self) -> None:
        self.rows: list[Ruling] = []
        self.columns: list[Ruling] = []
        self.fills: list[tuple[float, float, float, float]] = []
        """Filled areas: left, top, right, bottom."""

    def stroke(self, points: Sequence[Point]) -> None:
        """A line from point to point; what is neither level nor upright is no ruling."""
        for (x0, y0), (x1, y1) in pairwise(points):
            wide, high = abs(x1 - x0), abs(y1 - y0)
            if high <= _SKEW and wide > high:
                self.rows.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif wide <= _SKEW and high > wide:
                self.columns.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def fill(self, points: Sequence[Point]) -> None:
        """An area with these corners; only an upright rectangle is a line or a background."""
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(x1 - x0) > _SKEW and abs(y1 - y0) > _SKEW:
                return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.area(min(xs), min(ys), max(xs), max(ys))

    def area(self, left: float, top: float, right: float, bottom: float) -> None:
        """A filled rectangle."""
        wide, high = right - left, bottom - top
        if high <= THIN and wide > high:
            self.rows.append(((top + bottom) / 2, left, right))
        elif wide <= THIN and high > wide:
            self.columns.append(((left + right) / 2, top, bottom))
        elif wide > THIN and high > THIN:
            self.fills.append((left, top, right, bottom))

    def cut(self, width: float, height: float) -> None:
        """Leave out what lies beyond the edges of the page, or nowhere: nobody sees it."""
        self.rows = _within(self.rows, height, width)
        self.columns = _within(self.columns, width, height)
        self.fills = [
            (max(left, 0), max(top, 0), min(right, width), min(bottom, height))
            for left, top, right, bottom in self.fills
            if left < width and right > 0 and top < height and bottom > 0
        ]


def _within(lines: Sequence[Ruling], far: float, end: float) -> list[Ruling]:
    return [
        (at, max(first, 0), min(last, end))
        for at, first, last in lines
        if -THIN <= at <= far + THIN and first < end and last > 0
    ]
