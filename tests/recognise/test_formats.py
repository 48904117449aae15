"""One drawing, written in every format, is read back as the same sheet with each cell's place."""

from __future__ import annotations

import pytest

from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.sheet.sheet import Sheet
from sheetlint.testing import build_sheet
from tests.text_forms import Drawing, draw, place_in
from tests.writing.formats import SUFFIX, WRITERS

FORMATS = sorted(WRITERS)


def reread(drawing: Drawing, form: str) -> Sheet:
    document = read(WRITERS[form](drawing), f"a{SUFFIX[form]}")
    (sheet,) = recognise(document).sheets
    return sheet


@pytest.mark.parametrize("form", FORMATS)
def test_same_sheet(form: str) -> None:
    sheet = reread(draw(), form)
    assert dump_sheet(sheet, "p") == dump_sheet(build_sheet({}), "p")
    assert (sheet.repairs, sheet.doubts, sheet.residues) == ((), (), ())


@pytest.mark.parametrize("form", FORMATS)
def test_every_field_keeps_its_place(form: str) -> None:
    drawing = draw()
    fields = {value.path: value for value in reread(drawing, form).values()}
    for field in drawing.fields:
        if field in fields and fields[field].filled:
            where = fields[field].where
            wanted = place_in(drawing, field, form)
            assert {key: getattr(where, key) for key in wanted} == wanted, field


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("field", "text", "path", "kept"),
    [
        ("project", "残疾人康复 服务项目", "project", "残疾人康复服务项目"),
        ("funds.total.initial", ".00", "funds.total.initial", "0.00"),
        ("funds.total.executed", "56,961,217.00", "funds.total.executed", "56961217.00"),
        ("indicators.0.level1", "产出指标（50分）", "indicators.0.level1", "产出指标"),
        ("indicators.0.level3", "康复训练\n人次", "indicators.0.level3", "康复训练人次"),
        ("year", "(2023年度)", "year", "2023"),
        ("year", "2023 年度）", "year", "2023"),
    ],
)
def test_spellings(form: str, field: str, text: str, path: str, kept: str) -> None:
    if form == "text" and "\n" in text:
        text = text.replace("\n", " ")
    value = reread(draw(edits={field: text}), form).get(path)
    assert value is not None
    assert (value.text if value.number is None else f"{value.number:f}") == kept
