"""What is drawn on a page besides its text layer: rulings, pictures, and text that the layer lacks."""

from __future__ import annotations

from collections.abc import Container
from ctypes import addressof, c_float, c_int, c_uint
from typing import Any, NamedTuple

from sheetlint.readers.pdf.library import Budget
from sheetlint.readers.pdf.matrix import IDENTITY, Matrix, combine, transform
from sheetlint.readers.pdf.rulings import THIN, Point, Rulings
from sheetlint.readers.pdf.unread_text import UnreadText, area_of

_TEXT = 1
_PATH, _IMAGE, _FORM = 2, 3, 5
_LINE, _MOVE = 0, 2
_FEW = 6
"""Segments of a line or of a rectangle."""
_DEEPEST = 12
_WHITE = 250
_RED, _NOT_RED = 150, 100
"""A seal is red, and the letters on it are shapes."""
_INVISIBLE = 3
"""The mode in which the text under the picture of a scan is written."""


class DrawnObjects(NamedTuple):
    """What the objects of a page are, but for the text that the layer holds."""

    rulings: Rulings
    images: bool
    unread: UnreadText
    invisible: bool
    """Some text is there to be copied and not to be seen."""


def read_objects(
    functions: Any, page: int, turn: Matrix, budget: Budget, layer: Container[int | None]
) -> DrawnObjects:
    """``layer`` are the text objects of which the text layer has characters."""
    reader = _Reader(functions, budget, layer)
    count = functions.FPDFPage_CountObjects(page)
    budget.spend("objects", max(count, 0))
    for index in range(count):
        reader.read_object(functions.FPDFPage_GetObject(page, index), turn, 0)
    return DrawnObjects(reader.rulings, reader.images, reader.unread, reader.invisible)


_BOUNDS, _MODES, _COLOUR, _MATRIX = c_float * 4, c_int * 2, c_uint * 4, c_float * 6


class _ResultBuffer:
    """Places in memory for the results of calls, with their addresses."""

    def __init__(self, kind: Any) -> None:
        self.values = kind()
        self.at = [addressof(self.values) + 4 * index for index in range(len(self.values))]


class _Reader:
    def __init__(self, functions: Any, budget: Budget, layer: Container[int | None]) -> None:
        self.functions = functions
        self.budget = budget
        self.layer = layer
        self.rulings = Rulings()
        self.unread = UnreadText()
        self.images = False
        self.invisible = False
        self._bounds = _ResultBuffer(_BOUNDS)
        self._modes = _ResultBuffer(_MODES)
        self._colour = _ResultBuffer(_COLOUR)
        self._matrix = _ResultBuffer(_MATRIX)

    def read_object(self, drawn: int, turn: Matrix, depth: int) -> None:
        """An object of a page, or of a form that a page draws."""
        functions = self.functions
        kind = functions.FPDFPageObj_GetType(drawn)
        if kind == _TEXT:
            self._text(drawn, turn)
        elif kind == _PATH:
            self._path(drawn, turn)
        elif kind == _IMAGE:
            self.images = True
        elif kind == _FORM and depth < _DEEPEST:
            count = functions.FPDFFormObj_CountObjects(drawn)
            self.budget.spend("objects", max(count, 0))
            inner = self._turn(drawn, turn)
            for index in range(count):
                self.read_object(functions.FPDFFormObj_GetObject(drawn, index), inner, depth + 1)

    def _text(self, drawn: int, turn: Matrix) -> None:
        if drawn in self.layer:
            if not self.invisible:
                mode = self.functions.FPDFTextObj_GetTextRenderMode(drawn)
                self.invisible = mode == _INVISIBLE
        elif corners := self._corners(drawn, turn):
            self.unread.add_missing(area_of(corners))

    def _corners(self, drawn: int, turn: Matrix) -> tuple[Point, Point] | None:
        """Two opposite corners of an object on the page; None where it has none."""
        if not self.functions.FPDFPageObj_GetBounds(drawn, *self._bounds.at):
            return None
        left, bottom, right, top = self._bounds.values
        return transform(turn, left, bottom), transform(turn, right, top)

    def _turn(self, drawn: int, turn: Matrix) -> Matrix:
        matrix = self._matrix
        if not self.functions.FPDFPageObj_GetMatrix(drawn, matrix.at[0]):
            return turn
        a, b, c, d, e, f = matrix.values
        own = (a, b, c, d, e, f)
        return turn if own == IDENTITY else combine(own, turn)

    def _path(self, drawn: int, turn: Matrix) -> None:
        count = self.functions.FPDFPath_CountSegments(drawn)
        if count < 2 or not self.functions.FPDFPath_GetDrawMode(drawn, *self._modes.at):
            return
        self.budget.spend("segments", count)
        filled, stroked = map(bool, self._modes.values)
        if not stroked and (not filled or self._is_white(drawn)):
            return
        if count <= _FEW and not (stroked and filled) and self._is_thin(drawn, turn):
            return
        draw = self.rulings.stroke if stroked else self.rulings.fill
        parts = self._parts(drawn, count, self._turn(drawn, turn))
        for points, curved in parts:
            if stroked or not curved:
                draw(points)
        if filled and not self._is_red(drawn):
            self.unread.add_outlines(parts)

    def _is_thin(self, drawn: int, turn: Matrix) -> bool:
        """One line, taken by its bounds: whatever is so thin is a line."""
        corners = self._corners(drawn, turn)
        if corners is None:
            return False
        (x0, y0), (x1, y1) = corners
        if min(abs(x1 - x0), abs(y1 - y0)) > THIN:
            return False
        self.rulings.area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        return True

    def _parts(self, drawn: int, count: int, turn: Matrix) -> list[tuple[list[Point], bool]]:
        """The path's pieces as points on the page, and whether a curve is among them."""
        functions, place = self.functions, self._bounds
        parts: list[tuple[list[Point], bool]] = []
        points: list[Point] = []
        curved = False
        for index in range(count):
            segment = functions.FPDFPath_GetPathSegment(drawn, index)
            functions.FPDFPathSegment_GetPoint(segment, place.at[0], place.at[1])
            kind = functions.FPDFPathSegment_GetType(segment)
            if kind == _MOVE:
                if len(points) > 1:
                    parts.append((points, curved))
                points, curved = [], False
            elif kind != _LINE:
                curved = True
            points.append(transform(turn, place.values[0], place.values[1]))
            if functions.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
                points.append(points[0])
        if len(points) > 1:
            parts.append((points, curved))
        return parts

    def _is_white(self, drawn: int) -> bool:
        filled = self._fill_colour(drawn)
        return filled is not None and (filled[3] == 0 or min(filled[:3]) >= _WHITE)

    def _is_red(self, drawn: int) -> bool:
        filled = self._fill_colour(drawn)
        return filled is not None and filled[0] > _RED and max(filled[1:3]) < _NOT_RED

    def _fill_colour(self, drawn: int) -> tuple[int, int, int, int] | None:
        """Red, green, blue and alpha; None where the object has no colour."""
        if not self.functions.FPDFPageObj_GetFillColor(drawn, *self._colour.at):
            return None
        red, green, blue, alpha = self._colour.values
        return red, green, blue, alpha
