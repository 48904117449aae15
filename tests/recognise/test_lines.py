"""Rows made ready: what reaches into a row from above."""

from __future__ import annotations

from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.recognise.lines import read_lines
from sheetlint.sheet.tables import Cell, Row, Table


def test_a_merged_cell_ends_with_its_table() -> None:
    """A cell merged to the last row of one Word table does not stand over the next table's rows."""
    rows = (
        Row((Cell("产出指标", 0, rows=3), Cell("数量指标", 1)), 1, "表1"),
        Row((Cell("质量指标", 1),), 2, "表1"),
        Row((Cell("说明", 1),), 1, "表2"),
        Row((Cell("无", 1),), 2, "表2"),
    )
    above = [
        [over.cell.text for over in line.merged_above]
        for line in read_lines(Table("", rows), default_lexicon())
    ]
    assert above == [[], ["产出指标"], [], []]


def test_a_merged_cell_goes_on_over_pages() -> None:
    """A table that runs over pages counts its rows on."""
    rows = (
        Row((Cell("产出指标", 0, rows=2), Cell("数量指标", 1)), 1, "第1页表1", page=1),
        Row((Cell("质量指标", 1),), 2, "第2页表1", page=2),
    )
    above = [
        [over.cell.text for over in line.merged_above]
        for line in read_lines(Table("", rows), default_lexicon())
    ]
    assert above == [[], ["产出指标"]]
