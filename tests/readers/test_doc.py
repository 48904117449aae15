"""Word 97-2003 documents: the same stream of rows as from the newer format."""

from __future__ import annotations

import random
from typing import Any

import pytest

from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.schema.document import dump_sheet
from sheetlint.tables import Unreadable
from sheetlint.testing import build
from tests.readers.pdf_samples import FIXTURES, long_data


@pytest.mark.parametrize(("name", "data"), [("writer", {}), ("writer-long", long_data())])
def test_the_same_sheet_as_its_source(name: str, data: dict[str, Any]) -> None:
    document = read((FIXTURES / f"{name}.doc").read_bytes(), f"{name}.doc")
    assert document.format == "doc"
    (sheet,) = recognise(document).sheets
    assert dump_sheet(sheet, "p") == dump_sheet(build(data), "p")
    assert sheet.doubts == ()
    assert sheet.total.score.where.table == "表1"


def test_damaged_files_are_refused_or_read() -> None:
    data = (FIXTURES / "writer.doc").read_bytes()
    pick = random.Random(1)
    hints: set[str] = set()
    for _ in range(200):
        broken = bytearray(data)
        for _ in range(20):
            broken[pick.randrange(len(broken))] = pick.randrange(256)
        cut = broken if pick.random() < 0.7 else broken[: pick.randrange(600, len(broken))]
        try:
            read(bytes(cut), "a.doc")
        except Unreadable as error:
            hints.add(error.hint.zh)
    assert "" not in hints
