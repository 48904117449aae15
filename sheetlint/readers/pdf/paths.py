"""The rulings among the paths of a page, and whether the page shows a picture."""

from __future__ import annotations

from ctypes import addressof, c_float, c_int, c_uint
from typing import Any

from sheetlint.readers.pdf.library import Budget
from sheetlint.readers.pdf.matrix import IDENTITY, Matrix, combine, transform
from sheetlint.readers.pdf.rulings import THIN, Point, Rulings

_PATH, _IMAGE, _FORM = 2, 3, 5
_LINE, _MOVE = 0, 2
_FEW = 6
"""Segments of a line or of a rectangle."""
_DEEPEST = 12
_WHITE = 250


def read_paths(functions: Any, page: int, turn: Matrix, budget: Budget) -> tuple[Rulings, bool]:
    """The rulings of a page, and whether it shows a picture."""
    reader = _Reader(functions, budget)
    count = functions.FPDFPage_CountObjects(page)
    budget.spend("objects", max(count, 0))
    for index in range(count):
        reader.read_object(functions.FPDFPage_GetObject(page, index), turn, 0)
    return reader.rulings, reader.images


_BOUNDS, _MODES, _COLOUR, _MATRIX = c_float * 4, c_int * 2, c_uint * 4, c_float * 6


class _ResultBuffer:
    """Places in memory for the results of calls, with their addresses."""

    def __init__(self, kind: Any) -> None:
        self.values = kind()
        self.at = [addressof(self.values) + 4 * index for index in range(len(self.values))]


class _Reader:
    def __init__(self, functions: Any, budget: Budget) -> None:
        self.functions = functions
        self.budget = budget
        self.rulings = Rulings()
        self.images = False
        self._bounds = _ResultBuffer(_BOUNDS)
        self._modes = _ResultBuffer(_MODES)
        self._colour = _ResultBuffer(_COLOUR)
        self._matrix = _ResultBuffer(_MATRIX)

    def read_object(self, drawn: int, turn: Matrix, depth: int) -> None:
        """An object of a page, or of a form that a page draws."""
        functions = self.functions
        kind = functions.FPDFPageObj_GetType(drawn)
        if kind == _PATH:
            self._path(drawn, turn)
        elif kind == _IMAGE:
            self.images = True
        elif kind == _FORM and depth < _DEEPEST:
            count = functions.FPDFFormObj_CountObjects(drawn)
            self.budget.spend("objects", max(count, 0))
            inner = self._turn(drawn, turn)
            for index in range(count):
                self.read_object(functions.FPDFFormObj_GetObject(drawn, index), inner, depth + 1)

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
        for points, curved in self._parts(drawn, count, self._turn(drawn, turn)):
            if stroked or not curved:
                draw(points)

    def _is_thin(self, drawn: int, turn: Matrix) -> bool:
        """One line, taken by its bounds: whatever is so thin is a line."""
        if not self.functions.FPDFPageObj_GetBounds(drawn, *self._bounds.at):
            return False
        left, bottom, right, top = self._bounds.values
        (x0, y0), (x1, y1) = transform(turn, left, bottom), transform(turn, right, top)
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
        if not self.functions.FPDFPageObj_GetFillColor(drawn, *self._colour.at):
            return False
        *colours, alpha = self._colour.values
        return alpha == 0 or all(colour >= _WHITE for colour in colours)
