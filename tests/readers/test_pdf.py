"""PDF files as other programs print them: read through their rulings as the sheet they print."""

from __future__ import annotations

import random

import pytest

from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.schema.document import dump_sheet
from sheetlint.tables import Unreadable
from sheetlint.testing import build
from tests.readers.pdf_samples import FIXTURES, long_data
from tests.readers.pdfs import pdf

PRINTED = ["calc-long", "calc-repeated", "writer-long", "chromium-long"]


@pytest.mark.parametrize("name", PRINTED)
def test_a_form_over_several_pages(name: str) -> None:
    document = read((FIXTURES / f"{name}.pdf").read_bytes(), f"{name}.pdf")
    assert document.format == "pdf"
    (sheet,) = recognise(document).sheets
    assert dump_sheet(sheet, "p") == dump_sheet(build(long_data()), "p")
    assert sheet.doubts == ()
    assert {value.where.page for value in sheet.values() if value.filled} >= {1, 2}


def test_a_page_without_text_says_so() -> None:
    document = read(pdf("0 0 100 100 re f"), "a.pdf")
    assert recognise(document).sheets == ()
    assert document.note is not None
    assert "没有文字层" in document.note.zh


def test_damaged_files_are_refused_or_read() -> None:
    data = (FIXTURES / "calc-long.pdf").read_bytes()
    pick = random.Random(1)
    hints: set[str] = set()
    for _ in range(30):
        broken = bytearray(data)
        for _ in range(20):
            broken[pick.randrange(len(broken))] = pick.randrange(256)
        try:
            assert read(bytes(broken), "a.pdf").format == "pdf"
        except Unreadable as error:
            hints.add(error.hint.zh)
    assert "" not in hints
