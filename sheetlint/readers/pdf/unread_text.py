"""What a person reads on a page and the text layer does not hold.

PDFium leaves text objects out of the layer, some programs draw letters as shapes, and others write
over the page (``typed_over``).  Each such place is marked with ``UNDECODABLE``, so that the cell is known to hold more than what was read of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import isfinite
from typing import NamedTuple

from sheetlint.readers.pdf.characters import UNDECODABLE
from sheetlint.readers.pdf.glyphs import Glyphs
from sheetlint.readers.pdf.rulings import Point
from sheetlint.readers.pdf.runs import Run

_SMALLEST, _LARGEST = 3.0, 40.0
"""Points: the size of a letter drawn as a shape."""
_NARROWEST = 0.7
_FEWEST_POINTS = 9
"""A circle has five, a tick or a triangle fewer."""
_FEWEST_OUTLINES = 3
"""So few shapes on a page may be icons."""
_CELL = 6.0
"""Points: two texts that stand nearer are one drawn twice."""


class Area(NamedTuple):
    """A part of the upright page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def area_of(points: Iterable[Point]) -> Area:
    xs, ys = zip(*points, strict=True)
    return Area(min(xs), min(ys), max(xs), max(ys))


def is_outline(points: Sequence[Point], curved: bool) -> bool:
    """Whether a filled shape may be a letter: of its size, and neither a bar nor a frame."""
    if len(points) < _FEWEST_POINTS:
        return False
    area = area_of(points)
    width, height = area.right - area.left, area.bottom - area.top
    if not (_SMALLEST < max(width, height) < _LARGEST and min(width, height) > _NARROWEST):
        return False
    return curved or any(
        abs(x1 - x0) > 1 and abs(y1 - y0) > 1 for (x0, y0), (x1, y1) in pairwise(points)
    )


class UnreadText:
    """Collects the places while the objects of a page are read."""

    def __init__(self) -> None:
        self._typed_over: list[Area] = []
        self._missing: list[Area] = []
        self._outlines: list[Area] = []
        self._curved = False

    def add_typed_over(self, areas: Iterable[Area]) -> None:
        """Text of annotations, which may stand over what the layer holds."""
        self._typed_over += [area for area in areas if all(map(isfinite, area))]

    def add_missing(self, area: Area) -> None:
        """A text object that the layer lacks.  One without extent draws nothing but a blank."""
        if all(map(isfinite, area)) and area.right > area.left and area.bottom > area.top:
            self._missing.append(area)

    def add_outlines(self, parts: Iterable[tuple[Sequence[Point], bool]]) -> None:
        """The pieces of one filled shape, each with whether it has curves."""
        for points, curved in parts:
            if is_outline(points, curved):
                self._outlines.append(area_of(points))
                self._curved = self._curved or curved

    def marks(self, glyphs: Glyphs) -> list[Run]:
        """A run for each place, where the layer, of which ``glyphs`` are, has no character there."""
        areas = self._missing
        if len(self._outlines) >= _FEWEST_OUTLINES and self._curved:
            areas = areas + self._outlines
        if areas:
            read = _occupied(glyphs)
            areas = [area for area in areas if _square(*area.middle) not in read]
        return [
            Run([UNDECODABLE], [0], [area.left], [area.right], area.top, area.bottom)
            for area in areas + self._typed_over
        ]


def _occupied(glyphs: Glyphs) -> set[tuple[int, int]]:
    """The squares of the page in or beside which a character stands."""
    middles = {
        _square((x0 + x1) / 2, (y0 + y1) / 2)
        for where, x0, y0, x1, y1 in zip(*glyphs[1:], strict=True)
        if where is not None and all(map(isfinite, (x0, y0, x1, y1)))
    }
    return {(x + dx, y + dy) for x, y in middles for dx in (-1, 0, 1) for dy in (-1, 0, 1)}


def _square(x: float, y: float) -> tuple[int, int]:
    return int(x // _CELL), int(y // _CELL)
