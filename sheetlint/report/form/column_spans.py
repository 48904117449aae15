"""Columns of one block over the columns of another: every block of the form shares one grid."""

from __future__ import annotations

from collections.abc import Sequence


def fit_columns(wanted: Sequence[int], grid: Sequence[int]) -> list[int]:
    """How many columns of the grid each cell takes, so that widths come nearest to those wanted.

    Every cell gets at least one column, all of them are used.  ``wanted`` is no longer than
    ``grid``.
    """
    total, scale = sum(grid), sum(wanted)
    # best[j]: the least misfit of the cells so far over the first j columns, and their spans.
    best: dict[int, tuple[int, list[int]]] = {0: (0, [])}
    for index, width in enumerate(wanted):
        left = len(wanted) - index - 1
        following: dict[int, tuple[int, list[int]]] = {}
        for used, (misfit, so_far) in best.items():
            last = len(grid) - left
            ends = (last,) if not left else range(used + 1, last + 1)
            for end in ends:
                # Both widths on the scale of their product: whole numbers.
                gap = sum(grid[used:end]) * scale - width * total
                candidate = (misfit + gap * gap, [*so_far, end - used])
                if end not in following or candidate[0] < following[end][0]:
                    following[end] = candidate
        best = following
    return best[len(grid)][1]
