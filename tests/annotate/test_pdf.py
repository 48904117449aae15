"""PDF files handed back with notes at their cells, read back by pypdf and PDFium."""

from __future__ import annotations

import io
import os
import random
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import annotations as kinds

from sheetlint.annotate.pdf import annotate_file, marks
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.office.errors import Uneditable
from sheetlint.profiles import Profiles
from sheetlint.readers.limits import Limits
from sheetlint.readers.pdf.document import read_pdf
from sheetlint.readers.pdf.quads import Quad, find_quads
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport, ReportedFinding
from sheetlint.sheet.where import Where
from tests.annotate.word import CODE, about, at
from tests.families import FAMILIES
from tests.random_examples import examples
from tests.readers.pdfs import form, pdf, table
from tests.text_forms import draw
from tests.writing.portable import as_pdf

EDITS = {"funds.total.rate": "97.88%", "project": "", "year": "（ 年度）", "total.score": "100.99"}
FIXTURES = sorted((Path(__file__).parents[1] / "fixtures" / "readers").glob("*-long.pdf"))
XS, YS = [50, 150, 300], [700, 680, 660]
TABLE = table(XS, YS, [["项目名称", "道路养护"], ["得分", "9.89"]])


@pytest.fixture(scope="module")
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles, keep_content=True)


def checked(data: bytes, plan: Plan) -> FileReport:
    return check_source(Source("自评表.pdf", data=data), plan)


def annotations(data: bytes, page: int = 0) -> list[Any]:
    found = pypdf.PdfReader(io.BytesIO(data)).pages[page].annotations or ()
    return [one.get_object() for one in found]


def shown_in(pages: Sequence[pypdfium2.PdfTextPage], quad: Quad) -> str:
    """What PDFium finds inside of the rectangle."""
    xs, ys = [x for x, _ in quad.corners], [y for _, y in quad.corners]
    text: str = pages[quad.page].get_text_bounded(min(xs), min(ys), max(xs), max(ys))
    return "".join(text.split())


def text_pages(data: bytes) -> list[pypdfium2.PdfTextPage]:
    return [page.get_textpage() for page in pypdfium2.PdfDocument(data)]


def cells(data: bytes) -> list[tuple[Where, str]]:
    """Every cell and line with its text, as the reader hands them over."""
    (stream,) = read_pdf(data, Limits()).tables
    return [
        (
            Where((), row.table, row.number, cell.column + 1)
            if row.table
            else Where((), None, None, cell.column + 1, row.number),
            "".join(cell.text.split()),
        )
        for row in stream.rows
        for cell in row.cells
    ]


def holds_its_texts(data: bytes) -> None:
    known = cells(data)
    found = find_quads(data, [where for where, _ in known], Limits())
    pages = text_pages(data)
    read = [
        (where, "".join(shown_in(pages, quad) for quad in quads))
        for (where, _), quads in zip(known, found.quads, strict=True)
    ]
    assert read == known


@pytest.mark.parametrize("family", FAMILIES)
@examples(1)
@given(seed=st.integers(0, 2**32 - 1))
def test_rectangles_hold_the_text_of_their_cells(family: str, seed: int) -> None:
    holds_its_texts(as_pdf(FAMILIES[family](random.Random(seed)).drawing))


@pytest.mark.parametrize(
    "data",
    [
        pdf(TABLE),
        pdf(TABLE, page="/Rotate 90"),
        pdf(TABLE, page="/Rotate 180"),
        pdf(TABLE, page="/Rotate 270"),
        pdf(TABLE, page="/CropBox [40 600 400 750]"),
        pdf(TABLE, page="/Rotate 90/CropBox [40 600 400 750]"),
        pdf("0 1 -1 0 800 0 cm " + TABLE),
        pdf("0 -1 1 0 0 600 cm " + TABLE, box="0 0 800 600"),
        pdf(TABLE, box="-20 -30 580 770"),
        pdf("/X Do", extra=[form(b"0.5 0 0 0.5 10 10 cm " + TABLE.encode())]),
    ],
    ids=["plain", "90", "180", "270", "crop", "90 crop", "left", "right", "origin", "form"],
)
def test_rectangles_however_the_table_is_put_on_the_page(data: bytes) -> None:
    holds_its_texts(data)
    result = annotate_file(about(data, at("第1页表1", 2, 2)), "zh")
    marker, note = annotations(result)
    page = pypdf.PdfReader(io.BytesIO(result)).pages[0].cropbox
    for one in (marker, note):
        left, bottom, right, top = map(float, one["/Rect"])
        assert page.left <= left < right <= page.right
        assert page.bottom <= bottom < top <= page.top


def test_notes_stand_at_their_cells(plan: Plan) -> None:
    data = as_pdf(draw(None, EDITS))
    result = annotate_file(checked(data, plan), "zh")
    *marks, note = annotations(result)
    seen = []
    pages = text_pages(data)
    for one in marks:
        assert one["/Subtype"] == "/Highlight"
        assert one["/T"] == "sheetlint 自评表检查"
        assert "/M" not in one
        x = list(map(float, one["/QuadPoints"]))
        quad = Quad(0, ((x[0], x[1]), (x[2], x[3]), (x[4], x[5]), (x[6], x[7])))
        seen.append((shown_in(pages, quad), CODE.findall(one["/Contents"].split("\n")[0])))
    assert seen == [
        ("（年度）", ["ST001"]),
        ("", ["ST002"]),
        ("97.88%", ["FD002"]),
        ("100.99", ["AR020"]),
    ]
    assert note["/Subtype"] == "/Text"
    assert "共 4 处，其中 4 处已在表上标出" in note["/Contents"]


def test_a_cell_over_two_pages_is_marked_on_both(plan: Plan) -> None:
    (long,) = (path for path in FIXTURES if path.name.startswith("chromium"))
    data = long.read_bytes()
    wanted = next(where for where, text in cells(data) if text == "产出指标")
    result = annotate_file(about(data, at(wanted.table, wanted.row, wanted.column or 0)), "zh")
    assert [len(annotations(result, page)) for page in range(3)] == [2, 1, 0]


def test_findings_at_one_cell_share_a_note_and_others_stand_in_the_first() -> None:
    data = pdf(TABLE)
    second = at("第1页表1", 2, 2)._replace(message=Text("又一处", "one more"))
    lost = at(None, None)._replace(message=Text("无处可标", "nowhere"))
    result = annotate_file(about(data, at("第1页表1", 2, 2), second, lost), "zh")
    marker, note = annotations(result)
    assert "又一处" in marker["/Contents"]
    assert "无处可标" not in marker["/Contents"]
    assert "无处可标" in note["/Contents"]


def finding_keys(report: FileReport) -> list[Any]:
    return [(f.check.code, f.severity, f.where, f.message, f.fingerprint) for f in report.findings]


def contents(data: bytes, page: int) -> list[Any]:
    return [(one["/Rect"], one["/Contents"]) for one in annotations(data, page)]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_original_is_in_it_to_the_last_byte(path: Path, plan: Plan) -> None:
    data = path.read_bytes()
    report = checked(data, plan)
    result = annotate_file(report, "zh")
    assert result.startswith(data)
    assert annotate_file(report, "zh") == result
    again = checked(result, plan)
    assert finding_keys(again) == finding_keys(report)
    # Annotated anew, and not twice.
    for page in range(len(pypdf.PdfReader(io.BytesIO(result)).pages)):
        assert contents(annotate_file(again, "zh"), page) == contents(result, page)


def test_annotations_of_others_stay() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(TABLE, TABLE)))
    own = kinds.Text(text="已核", rect=(50, 50, 70, 70))
    writer.add_annotation(0, own)
    stream = io.BytesIO()
    writer.write(stream)
    result = annotate_file(about(stream.getvalue(), at("第1页表1", 1)), "zh")
    assert annotations(result)[0]["/Contents"] == "已核"
    assert len(annotations(result)) == 3


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(TABLE)))
    writer.encrypt("", "主人", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(locked(), "加密", id="encrypted"),
        pytest.param(
            pdf(TABLE).replace(b"/Catalog", b"/Catalog/AcroForm<</SigFlags 3/Fields[]>>"),
            "数字签名",
            id="signed",
        ),
        pytest.param(b"%PDF-1.7\n", "", id="nothing in it"),
    ],
)
def test_what_cannot_be_edited_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(Uneditable) as caught:
        annotate_file(about(data, at("第1页表1", 1)), "zh")
    assert reason in caught.value.text.zh


@examples(10)
@given(place=st.floats(0, 1), junk=st.binary(min_size=1, max_size=30))
def test_damage_is_refused_or_leaves_the_table_as_it_is(place: float, junk: bytes) -> None:
    data = pdf(TABLE)
    start = int(place * len(data))
    damaged = data[:start] + junk + data[start + len(junk) :]
    try:
        result = annotate_file(about(damaged, at("第1页表1", 1)), "zh")
    except Uneditable:
        return
    assert read_pdf(result, Limits()) == read_pdf(damaged, Limits())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="what is put in place is not there")
def test_a_file_that_ends_the_process_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(marks, "find_quads", die)
    with pytest.raises(Uneditable):
        annotate_file(about(pdf(TABLE), at("第1页表1", 1)), "zh")


@examples(10)
@given(text=st.text(max_size=60))
def test_hostile_text_is_shown_and_not_obeyed(text: str) -> None:
    found: ReportedFinding = at("第1页表1", 2, 2)._replace(message=Text(text, text), printed=text)
    result = annotate_file(about(pdf(TABLE), found), "zh")
    marker, _ = annotations(result)
    assert all(visible(line) in marker["/Contents"] for line in text.split("\n"))
