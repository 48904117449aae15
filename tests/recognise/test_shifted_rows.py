"""Rows that are shifted to the left are aligned or reported as doubts: never silently another sheet."""

from __future__ import annotations

import random

import pytest

from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Cell, Document, Row, Table
from tests.families import Drawn, national
from tests.recognise.test_variants import Grid
from tests.writing.boxes import grid_of


def slipped(seed: int) -> tuple[Drawn, Grid]:
    """A form in which some rows of the table lack their first, empty cell."""
    pick = random.Random(seed)
    drawn = national.draw(pick)
    grid = grid_of(drawn.drawing)
    start = drawn.drawing.fields["indicators.0.level3"][0]
    end = drawn.drawing.fields["total.score"][0]
    from_here = pick.randint(start, end - 1)
    alone = pick.random() < 0.5
    for i in range(start, end):
        hit = pick.random() < 0.4 if alone else i >= from_here
        if hit and not grid[i][0]:
            grid[i] = grid[i][1:]
    return drawn, grid


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
        drawn, grid = slipped(seed)
        sheet = read_grid(grid, table)
        same = dump_sheet(sheet, "p") == drawn.document
        assert same or sheet.doubts, seed
        right += same
    assert right >= (118 if table is None else 90)
