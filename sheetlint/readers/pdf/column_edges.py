"""Common column edges for the parts of a table on several pages."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.readers.pdf.page import PageTable

_SAME = 3.0
"""Column edges of two pages that differ by less are the same edge."""


def have_same_sides(first: PageTable, second: PageTable) -> bool:
    """Both tables stand between the same left and right edges."""
    a, b = first.grid.xs, second.grid.xs
    return abs(a[0] - b[0]) <= _SAME and abs(a[-1] - b[-1]) <= _SAME


def merge_column_edges(tables: Sequence[PageTable]) -> list[float]:
    """The column edges of all the tables together."""
    edges = sorted(x for table in tables for x in table.grid.xs)
    scale: list[float] = []
    for x in edges:
        if not scale or x - scale[-1] > _SAME:
            scale.append(x)
    return scale
