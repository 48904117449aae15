"""How the columns of one block fall on those of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.report.form.column_spans import fit_columns
from tests.random_examples import examples

_WIDTHS = st.lists(st.integers(1, 40), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("wanted", "grid", "taken"),
    [
        ([1], [3, 4], [2]),
        ([1, 1], [5, 5, 5, 5], [2, 2]),
        ([1, 3], [5, 5, 5, 5], [1, 3]),
        ([1, 1], [30, 1, 1, 1], [1, 3]),
        ([16, 13, 13, 13, 6, 8, 7], [9, 10, 18, 12, 12, 6, 7, 20], [2, 1, 1, 1, 1, 1, 1]),
    ],
)
def test_cells_come_near_to_the_widths_that_were_wanted(
    wanted: list[int], grid: list[int], taken: list[int]
) -> None:
    assert fit_columns(wanted, grid) == taken


@examples(50)
@given(_WIDTHS, _WIDTHS)
def test_every_cell_has_a_column_and_every_column_a_cell(
    first: list[int], second: list[int]
) -> None:
    wanted, grid = sorted((first, second), key=len)
    taken = fit_columns(wanted, grid)
    assert len(taken) == len(wanted)
    assert sum(taken) == len(grid)
    assert min(taken) >= 1
