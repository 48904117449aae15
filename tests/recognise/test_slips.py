"""Rows that slip to the left are put back, or said to be doubtful: never silently another sheet."""

from __future__ import annotations

import random

import pytest

from sheetlint.model import Sheet
from sheetlint.recognise import recognise
from sheetlint.schema.document import dump_sheet
from sheetlint.tables import Cell, Document, Row, Table
from sheetlint.testing import build
from tests.acceptance.test_quiet import sheet as random_sheet
from tests.forms import draw, grid_of
from tests.recognise.test_variants import Grid, row_with


def slipped(seed: int) -> Grid:
    """Some rows of the table without their first, empty cell."""
    pick = random.Random(seed)
    grid = grid_of(draw(random_sheet(seed)))
    start = row_with(grid, "三级指标") + 1
    from_here = pick.randint(start, len(grid) - 2)
    alone = pick.random() < 0.5
    for i in range(start, len(grid) - 1):
        hit = pick.random() < 0.4 if alone else i >= from_here
        if hit and not grid[i][0]:
            grid[i] = grid[i][1:]
    return grid


def read_grid(grid: Grid, table: str | None) -> Sheet:
    rows = tuple(
        Row(
            tuple(Cell(text, c) for c, text in enumerate(line) if text or table is None),
            number,
            table,
        )
        for number, line in enumerate(grid, 1)
    )
    (sheet,) = recognise(Document("any", (Table(table or "", rows),))).sheets
    return sheet


@pytest.mark.parametrize("table", [None, "自评表"], ids=["text", "worksheet"])
def test_slipped_rows(table: str | None) -> None:
    right = 0
    for seed in range(120):
        sheet = read_grid(slipped(seed), table)
        same = dump_sheet(sheet, "p") == dump_sheet(build(random_sheet(seed)), "p")
        assert same or sheet.doubts, seed
        right += same
    assert right >= (118 if table is None else 90)
