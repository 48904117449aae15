"""Where a finding across sheets stands, by the suffix of the file."""

from __future__ import annotations

import pytest

from sheetlint.report.place_texts import batch_place_text
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where

WHERE = Where(label=("项目名称",), row=11, column=6, table="自评表1")


@pytest.mark.parametrize("path", ["a.xlsx", "a.xlsm", "A.XLSM", "a.xls", "a.et", "a.ods"])
def test_a_workbook_has_cells(path: str) -> None:
    assert (
        batch_place_text(Place(path, 0, WHERE), "zh", "·").split("  ·  ")[-1]
        == "自评表1!F11  项目名称"
    )


@pytest.mark.parametrize("path", ["a.docx", "a.pdf", "a", "-"])
def test_another_file_has_rows_and_columns(path: str) -> None:
    said = batch_place_text(Place(path, 0, WHERE), "zh", "·").split("  ·  ")[-1]
    assert said == "自评表1 第 11 行第 6 列  项目名称"
