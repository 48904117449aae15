"""Damaged text pasted into a worksheet or a Word table: the same damage, read the same way."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.recognise.unplaced_rows import place_rows

FILE = Path(__file__).parents[1] / "fixtures" / "damaged-two-sheets.txt"
LINES = [line.split("\t") for line in FILE.read_text(encoding="utf-8").split("\n")]


def as_worksheet() -> bytes:
    book = openpyxl.Workbook()
    for row, line in enumerate(LINES, 1):
        for column, text in enumerate(line, 1):
            if text:
                cell = book.active.cell(row, column, text)
                cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_word_tables() -> bytes:
    """A paragraph for a line of one field, a table for each run of lines with several."""
    document = docx.Document()
    table = None
    for line in LINES:
        if len(line) == 1:
            document.add_paragraph(line[0])
            table = None
            continue
        if table is None or len(table.columns) != len(line):
            table = document.add_table(0, len(line))
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def dumped(data: bytes, name: str) -> list[dict[str, object]]:
    sets = Profiles().load("shanghai").get("weights.first_level")
    sheets = recognise(read(data, name)).sheets
    return [dump_sheet(place_rows(sheet, sets), "shanghai") for sheet in sheets]


@pytest.mark.parametrize(("write", "name"), [(as_worksheet, "a.xlsx"), (as_word_tables, "a.docx")])
def test_read_as_the_text_is(write: Callable[[], bytes], name: str) -> None:
    assert dumped(write(), name) == dumped(FILE.read_bytes(), FILE.name)
