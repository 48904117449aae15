"""Spoiled sheets are put right in every format that can be written, and nothing else is touched."""

from __future__ import annotations

import io
import random
import re
import zipfile
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.correct.corrected_copy import make_corrected_copy
from sheetlint.correct.file_fixes import FileFixes, find_file_fixes
from sheetlint.correct.verify_copy import find_problem
from sheetlint.intake.source import Source
from sheetlint.office.errors import Uneditable
from sheetlint.profiles import Profiles
from sheetlint.recognise.normalised_document import SCHEMA_NAME
from sheetlint.report import yaml as as_yaml
from sheetlint.report.json import dump_json as as_json
from sheetlint.rules.registry import load
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.profile_panels import ProfilePanels
from tests.acceptance.test_spoiled import SHEET
from tests.correct.spoiling import DERIVED, MEASURED, fields, spoilt
from tests.families import FAMILIES
from tests.random_examples import examples
from tests.text_forms import draw
from tests.writing.formats import SUFFIX, WRITERS

FORMS = ("text", "csv", "xlsx", "xlsm", "docx")
WRONG = {"funds.total.rate": "97.88%", "funds.total.score": "9.98", "total.score": "99.92"}
RIGHT = {"funds.total.rate": "98.88%", "funds.total.score": "9.89", "total.score": "99.29"}


@cache
def plan() -> Plan:
    return Plan(RunConfiguration(), load(), Profiles(), keep_content=True)


@cache
def panels() -> ProfilePanels:
    return ProfilePanels(plan().registry, plan().decision)


def fixes(data: bytes, name: str = "自评表", unsafe: bool = False) -> FileFixes:
    file = check_source(Source(name, data=data), plan(), panels())
    return find_file_fixes(file, plan(), panels(), unsafe, lambda check: True)


def printed(file: FileFixes) -> dict[str, str]:
    (sheet,) = file.sheets
    assert sheet.report.sheet is not None
    return {value.path: value.raw for value in sheet.report.sheet.values()}


def put_right(data: bytes, name: str = "自评表") -> bytes:
    """The corrected bytes, which were read back and found to be as planned."""
    file = fixes(data, name)
    new = make_corrected_copy(file)
    assert find_problem(new, file, plan(), panels(), False, lambda check: True) is None
    assert fixes(new, name).proposals == []
    return new


# ── in every format ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", FORMS)
def test_the_spoiled_sheet_is_as_it_was(form: str) -> None:
    write, name = WRITERS[form], f"自评表{SUFFIX[form]}"
    new = put_right(write(draw(SHEET, WRONG)), name)
    assert printed(fixes(new, name)) == printed(fixes(write(draw(SHEET)), name))
    if form in ("text", "csv"):
        assert new == write(draw(SHEET))


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_other_parts_of_an_office_file_stay_as_they_are(form: str) -> None:
    data = WRITERS[form](draw(SHEET, WRONG))
    old, new = (zipfile.ZipFile(io.BytesIO(d)) for d in (data, put_right(data)))
    assert old.namelist() == new.namelist()
    main = {"xlsx": ("worksheets/", "styles"), "docx": ("word/document",)}[form]
    for name in old.namelist():
        if not any(part in name for part in main):
            assert old.read(name) == new.read(name), name


@pytest.mark.parametrize("form", ["text", "csv", "xlsx", "docx"])
@pytest.mark.parametrize("family", FAMILIES)
@examples(2)
@given(seed=st.integers(0, 2**32 - 1))
def test_random_sheets_spoiled_where_others_make_up_the_figure(
    family: str, form: str, seed: int
) -> None:
    chance = random.Random(seed)
    drawing = FAMILIES[family](chance).drawing
    derived = fields(drawing, DERIVED)
    chosen = chance.sample(derived, chance.randint(min(1, len(derived)), len(derived)))
    name = f"自评表{SUFFIX[form]}"
    data = WRITERS[form](spoilt(drawing, chosen, chance))
    file = fixes(data, name)
    assert {proposal.path for proposal in file.proposals} <= set(chosen)
    if file.proposals:
        new = fixes(put_right(data, name), name)
        for path in {value.path for value in _values(file)} - set(chosen):
            assert printed(new)[path] == printed(file)[path]


@examples(10)
@given(seed=st.integers(0, 2**32 - 1), family=st.sampled_from(sorted(FAMILIES)))
def test_nothing_that_was_measured_is_ever_changed(seed: int, family: str) -> None:
    chance = random.Random(seed)
    drawing = FAMILIES[family](chance).drawing
    measured = fields(drawing, MEASURED)
    chosen = chance.sample(measured, chance.randint(1, min(3, len(measured))))
    data = WRITERS["text"](spoilt(drawing, chosen, chance))
    for unsafe in (False, True):
        file = fixes(data, unsafe=unsafe)
        assert [p.path for p in file.proposals if MEASURED.fullmatch(p.path)] == []
        if file.proposals:
            assert (
                find_problem(
                    make_corrected_copy(file), file, plan(), panels(), unsafe, lambda check: True
                )
                is None
            )


def _values(file: FileFixes) -> list[Any]:
    (sheet,) = file.sheets
    assert sheet.report.sheet is not None
    return list(sheet.report.sheet.values())


def with_formulas(data: bytes, formulas: dict[str, str]) -> bytes:
    """The workbook with formulas before the values that it stores."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if "worksheets/" in name:
                for cell, formula in formulas.items():
                    found = f'(<c r="{cell}"[^>]*>)(<v>)'.encode()
                    part = re.sub(found, rf"\1<f>{formula}</f>\2".encode(), part)
            new.writestr(name, part)
    return out.getvalue()


def test_a_formula_stays_where_it_was_right_and_goes_where_it_was_wrong() -> None:
    edits = {**WRONG, "total.score": "99.38"}
    formulas = {"G6": "F6/D6", "H18": "SUM(H6,H13:H17)"}
    data = with_formulas(WRITERS["xlsx"](draw(SHEET, edits)), formulas)
    file = fixes(data)
    cells = file.sheets[0].cells
    assert {p.path: (cells[p.path].formula, p.stale) for p in file.proposals} == {
        "funds.total.rate": ("F6/D6", False),
        "funds.total.score": (None, False),
        "total.score": ("SUM(H6,H13:H17)", True),
    }
    new = put_right(data)
    for stored in (False, True):
        sheet = load_workbook(io.BytesIO(new), data_only=stored).active
        values = [sheet[cell].value for cell in ("G6", "H6", "H18")]
        assert values == [0.9888, 9.89, 99.29 if stored else "=SUM(H6,H13:H17)"]


# ── texts ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["text", "csv"])
def test_encoding_mark_and_ends_of_lines_stay(codec: str, end: str, form: str) -> None:
    def encoded(edits: dict[str, str]) -> bytes:
        data = WRITERS[form](draw(SHEET, edits))
        text = data.decode("gb18030" if form == "csv" else "utf-8").replace("\r\n", "\n")
        return text.replace("\n", end).encode(codec)

    assert put_right(encoded(WRONG)) == encoded({})


def test_strokes_between_the_cells() -> None:
    def piped(edits: dict[str, str]) -> bytes:
        lines = WRITERS["text"](draw(SHEET, edits)).decode().split("\n")
        return "\n".join("| " + line.replace("\t", " | ") + " |" for line in lines).encode()

    assert put_right(piped(WRONG)) == piped({})


def test_breaks_inside_cells_are_counted() -> None:
    edits = {"planned": '第一行\n第二行"引号"\n第三行'}
    data = WRITERS["text"](draw(SHEET, {**WRONG, **edits}))
    assert put_right(data) == WRITERS["text"](draw(SHEET, edits))
    data = WRITERS["csv"](draw(SHEET, {**WRONG, **edits}))
    assert put_right(data) == WRITERS["csv"](draw(SHEET, edits))


def test_the_rest_of_the_cell_stays() -> None:
    data = WRITERS["text"](draw(SHEET, {**WRONG, "funds.total.score": "9.98分"}))
    assert put_right(data) == WRITERS["text"](draw(SHEET, {"funds.total.score": "9.89分"}))


# ── normalised documents ────────────────────────────────────────────────────────────────────────


def document(edits: dict[str, str], count: int = 1) -> dict[str, Any]:
    from sheetlint.recognise.normalised_document import dump_sheet

    file = check_source(Source("a.txt", data=WRITERS["text"](draw(SHEET, edits))), plan())
    sheet = file.sheets[0].sheet
    assert sheet is not None
    one = {"path": "a.txt", "format": "text", "sheets": [dump_sheet(sheet, "national-2020")]}
    return {"schema": SCHEMA_NAME, "files": [one] * count}


@pytest.mark.parametrize("write", [as_yaml.dump_yaml, as_json])
def test_documents_keep_every_other_byte(write: Any) -> None:
    assert put_right(write(document(WRONG)).encode()) == write(document({})).encode()


def test_comments_and_quotes_of_a_document_stay() -> None:
    def edited(edits: dict[str, str]) -> bytes:
        text = as_yaml.dump_yaml(document(edits))
        for figure in (*WRONG.values(), *RIGHT.values()):
            for quote in ("'", '"', ""):
                text = text.replace(
                    f"score: {quote}{figure}{quote}", f'score:   "{figure}"  # 核对过'
                )
        return ("# 某县\r\n" + text.replace("\n", "\r\n")).encode()

    assert put_right(edited(WRONG)) == edited({})


def test_each_sheet_of_a_document_by_itself() -> None:
    data = as_json({**document({}), "files": document({})["files"] + document(WRONG)["files"]})
    file = fixes(data.encode())
    assert [len(sheet.result.proposals) for sheet in file.sheets] == [0, 3]
    assert make_corrected_copy(file) == as_json(document({}, 2)).encode()


# ── what cannot be written ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["xls", "ods", "doc", "html", "pdf"])
def test_other_formats_are_named_with_the_way_out(form: str) -> None:
    file = fixes(WRITERS[form](draw(SHEET, WRONG)))
    assert {proposal.path: proposal.after for proposal in file.proposals} == RIGHT
    with pytest.raises(Uneditable) as refused:
        make_corrected_copy(file)
    message = refused.value.text.zh
    assert message.startswith(f"{file.report.format} 格式不能直接改写")
    assert ".xlsx" in message
    assert "annotate" in message


def test_a_copy_that_is_not_as_planned_is_reported() -> None:
    file = fixes(WRITERS["text"](draw(SHEET, WRONG)))

    def problem_of(edits: dict[str, str]) -> str:
        data = WRITERS["text"](draw(SHEET, edits))
        problem = find_problem(data, file, plan(), panels(), False, lambda check: True)
        return "" if problem is None else problem.zh

    assert problem_of({}) == ""
    assert problem_of({"total.score": "99.92"}) == "总分 › 得分是“99.92”"
    assert problem_of({"indicators.0.score": "19"}).endswith("是“19”")
    assert problem_of({"unit": "别的单位"}).endswith("是“别的单位”")
    assert find_problem(b"nothing", file, plan(), panels(), False, lambda check: True) is not None
