"""Rulings: the horizontal and vertical lines of a page, however they are drawn.

A line may be a stroke, a stroked rectangle's edge, a filled rectangle of the thickness of a line,
or a row of dashes; tables without lines may still have cells with a filled background.
"""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import Any, NamedTuple

from sheetlint.readers.pdf.library import Budget

Matrix = tuple[float, float, float, float, float, float]
Line = tuple[float, float, float]
"""Position across, start and end along."""

_PATH, _IMAGE, _FORM = 2, 3, 5
_LINE, _MOVE = 0, 2
_THIN = 3.0
_SKEW = 1.0
_FEW = 6
"""Segments of a line or of a rectangle."""
_DEEPEST = 12
FAR = 100_000.0
"""No page is larger than 14,400 points."""
_WHITE = 250


class Rulings(NamedTuple):
    """Lines of a page; ``rows`` lie across it and ``columns`` stand."""

    rows: list[Line]
    columns: list[Line]
    fills: list[tuple[float, float, float, float]]
    """Filled areas: left, top, right, bottom."""

    def turned(self, m: Matrix) -> Rulings:
        """On a page that is turned; by a quarter rows become columns."""
        rows = [_turned_row(m, line) for line in self.rows]
        columns = [_turned_column(m, line) for line in self.columns]
        fills = []
        for left, top, right, bottom in self.fills:
            (x0, y0), (x1, y1) = at(m, left, top), at(m, right, bottom)
            fills.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
        return Rulings(rows, columns, fills) if m[0] else Rulings(columns, rows, fills)


def _turned_row(m: Matrix, line: Line) -> Line:
    (x0, y0), (x1, y1) = at(m, line[1], line[0]), at(m, line[2], line[0])
    return (y0, min(x0, x1), max(x0, x1)) if m[0] else (x0, min(y0, y1), max(y0, y1))


def _turned_column(m: Matrix, line: Line) -> Line:
    (x0, y0), (x1, y1) = at(m, line[0], line[1]), at(m, line[0], line[2])
    return (x0, min(y0, y1), max(y0, y1)) if m[0] else (y0, min(x0, x1), max(x0, x1))


def at(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point carried over by a matrix."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def product(first: Matrix, then: Matrix) -> Matrix:
    """One matrix and then another."""
    a, b = at(then, first[0], first[1]), at(then, first[2], first[3])
    e = at(then, first[4], first[5])
    x, y = then[4], then[5]
    return a[0] - x, a[1] - y, b[0] - x, b[1] - y, e[0], e[1]


def paths_of(functions: Any, page: Any, turn: Matrix, budget: Budget) -> tuple[Rulings, bool]:
    """The rulings of a page, and whether it shows a picture."""
    reader = _Reader(functions, budget)
    count = functions.FPDFPage_CountObjects(page)
    budget.spend("objects", max(count, 0))
    for index in range(count):
        reader.take(functions.FPDFPage_GetObject(page, index), turn, 0)
    return Rulings(reader.rows, reader.columns, reader.fills), reader.images


class _Reader:
    def __init__(self, functions: Any, budget: Budget) -> None:
        self.functions = functions
        self.budget = budget
        self.rows: list[Line] = []
        self.columns: list[Line] = []
        self.fills: list[tuple[float, float, float, float]] = []
        self.images = False
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._bounds = tuple(ctypes.c_float() for _ in range(4))
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._matrix = functions.FS_MATRIX()

    def take(self, drawn: Any, turn: Matrix, depth: int) -> None:
        kind = self.functions.FPDFPageObj_GetType(drawn)
        if kind == _PATH:
            self._path(drawn, turn)
        elif kind == _IMAGE:
            self.images = True
        elif kind == _FORM and depth < _DEEPEST:
            count = self.functions.FPDFFormObj_CountObjects(drawn)
            self.budget.spend("objects", max(count, 0))
            inner = self._turn(drawn, turn)
            for index in range(count):
                self.take(self.functions.FPDFFormObj_GetObject(drawn, index), inner, depth + 1)

    def _turn(self, drawn: Any, turn: Matrix) -> Matrix:
        m = self._matrix
        if not self.functions.FPDFPageObj_GetMatrix(drawn, m):
            return turn
        if (m.a, m.b, m.c, m.d, m.e, m.f) == (1, 0, 0, 1, 0, 0):
            return turn
        return product((m.a, m.b, m.c, m.d, m.e, m.f), turn)

    def _path(self, drawn: Any, turn: Matrix) -> None:
        functions = self.functions
        count = functions.FPDFPath_CountSegments(drawn)
        if count < 2 or not functions.FPDFPath_GetDrawMode(drawn, self._fill, self._stroke):
            return
        self.budget.spend("segments", count)
        stroked, filled = bool(self._stroke.value), bool(self._fill.value)
        if filled and not stroked and self._is_white(drawn):
            return
        if not (stroked or filled):
            return
        if count <= _FEW and stroked + filled == 1 and self._is_thin(drawn, turn):
            return
        turn = self._turn(drawn, turn)
        for points, curved in self._parts(drawn, count, turn):
            if stroked:
                for (x0, y0), (x1, y1) in pairwise(points):
                    self._line(x0, y0, x1, y1)
            elif not curved:
                self._area(points)

    def _is_thin(self, drawn: Any, turn: Matrix) -> bool:
        """One line, taken by its bounds: whatever is so thin is a line."""
        left, bottom, right, top = self._bounds
        if not self.functions.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            return False
        (x0, y0), (x1, y1) = at(turn, left.value, bottom.value), at(turn, right.value, top.value)
        if min(abs(x1 - x0), abs(y1 - y0)) > _THIN:
            return False
        self._area([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
        return True

    def _parts(
        self, drawn: Any, count: int, turn: Matrix
    ) -> list[tuple[list[tuple[float, float]], bool]]:
        """The path's pieces as points on the page, and whether a curve is among them."""
        functions, x, y = self.functions, self._x, self._y
        parts: list[tuple[list[tuple[float, float]], bool]] = []
        points: list[tuple[float, float]] = []
        curved = False
        for index in range(count):
            segment = functions.FPDFPath_GetPathSegment(drawn, index)
            functions.FPDFPathSegment_GetPoint(segment, x, y)
            kind = functions.FPDFPathSegment_GetType(segment)
            if kind == _MOVE:
                if len(points) > 1:
                    parts.append((points, curved))
                points, curved = [], False
            elif kind != _LINE:
                curved = True
            points.append(at(turn, x.value, y.value))
            if functions.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
                points.append(points[0])
        if len(points) > 1:
            parts.append((points, curved))
        return parts

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        wide, high = abs(x1 - x0), abs(y1 - y0)
        if not max(map(abs, (x0, y0, x1, y1))) < FAR:
            return
        if high <= _SKEW and wide > high:
            self.rows.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif wide <= _SKEW and high > wide:
            self.columns.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _area(self, points: list[tuple[float, float]]) -> None:
        if any(
            abs(x1 - x0) > _SKEW and abs(y1 - y0) > _SKEW for (x0, y0), (x1, y1) in pairwise(points)
        ):
            return
        left, right = min(p[0] for p in points), max(p[0] for p in points)
        top, bottom = min(p[1] for p in points), max(p[1] for p in points)
        if not max(map(abs, (left, right, top, bottom))) < FAR:
            return
        wide, high = right - left, bottom - top
        if high <= _THIN and wide > high:
            self.rows.append(((top + bottom) / 2, left, right))
        elif wide <= _THIN and high > wide:
            self.columns.append(((left + right) / 2, top, bottom))
        elif wide > _THIN and high > _THIN:
            self.fills.append((left, top, right, bottom))

    def _is_white(self, drawn: Any) -> bool:
        r, g, b, a = (ctypes.c_uint() for _ in range(4))
        if not self.functions.FPDFPageObj_GetFillColor(drawn, r, g, b, a):
            return False
        return a.value == 0 or min(r.value, g.value, b.value) >= _WHITE
