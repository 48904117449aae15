"""What a reader held while it read is gone when it is done, without waiting for the collector."""

from __future__ import annotations

import gc

import odf
import pytest
from ooxml import cell, document, row, table, workbook

from sheetlint.readers import read

ROWS = 100


CASES = {
    "docx": document(table(*(row(cell("甲"), cell("乙")) for _ in range(ROWS)))),
    "xlsx": workbook(
        "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, ROWS))
    ),
    "ods": odf.package(
        odf.content(
            '<table:table table:name="a">'
            + f"<table:table-row>{odf.cell('甲')}</table:table-row>" * ROWS
            + "</table:table>"
        )
    ),
    "html": ("<table>" + "<tr><td>甲<td>乙" * ROWS + "</table>").encode(),
}


@pytest.mark.parametrize("kind", CASES)
def test_nothing_is_left_in_a_circle(kind: str) -> None:
    read(CASES[kind], "a")
    gc.collect()
    gc.disable()
    try:
        read(CASES[kind], "a")
        assert gc.collect() < ROWS
    finally:
        gc.enable()
