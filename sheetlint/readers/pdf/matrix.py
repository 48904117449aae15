"""Transformation matrices of a PDF: the six numbers a, b, c, d, e, f."""

from __future__ import annotations

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def transform(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """The transformed point."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def combine(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies ``first`` and then ``then``."""
    a, b = transform(then, first[0], first[1]), transform(then, first[2], first[3])
    e = transform(then, first[4], first[5])
    x, y = then[4], then[5]
    return a[0] - x, a[1] - y, b[0] - x, b[1] - y, e[0], e[1]


def invert(m: Matrix) -> Matrix:
    """The inverse matrix."""
    a, b, c, d, e, f = m
    area = a * d - b * c
    back = (d / area, -b / area, -c / area, a / area)
    x, y = transform((*back, 0, 0), e, f)
    return (*back, -x, -y)


def quarter_turn(turns: int, width: float, height: float) -> Matrix:
    """A page of that size, its places counted from the upper left corner, turned clockwise."""
    if turns == 1:
        return (0, 1, -1, 0, height, 0)
    if turns == 2:
        return (-1, 0, 0, -1, width, height)
    return (0, -1, 1, 0, 0, width)
