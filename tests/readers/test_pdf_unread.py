"""What a person reads on a page and the text layer does not hold: the cell is known to hold more."""

from __future__ import annotations

import pytest
from pdfs import form, pdf, table, text
from test_pdf_geometry import cells

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.sheet.sheet import ReadingNote
from tests.acceptance.test_spoiled import SHEET
from tests.text_forms import draw
from tests.writing.portable import as_pdf

XS, YS = [50, 150, 300], [700, 680, 660]
SCORE = text(153, 665, "9.89")
REPLACED = "/Span <</ActualText (9)>> BDC " + SCORE + text(190, 665, "8") + " EMC "
"""The layer has the text that the file gives for both objects, and nothing of the second."""


def form_with(drawn: str) -> str:
    return table(XS, YS, [["项目名称", "道路养护"], ["得分", ""]]) + drawn


def letter(x: float, colour: str = "0 0 0 rg", y: float = 665) -> str:
    """A letter drawn as a shape."""
    return (
        f"{colour} {x} {y} m {x + 2} {y - 1} {x + 4} {y - 1} {x + 5} {y + 2} c {x + 6} {y + 4} l "
        f"{x + 5} {y + 6} {x + 4} {y + 7} {x + 2} {y + 7} c {x} {y + 6} l {x - 1} {y + 5} l "
        f"{x + 1} {y + 4} l {x + 1} {y + 3} l {x} {y + 1} l h f "
    )


def letters(*xs: float, colour: str = "0 0 0 rg", y: float = 665) -> str:
    return "".join(letter(x, colour, y) for x in xs)


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        (SCORE, "9.89"),
        (text(153, 665, "9.\ue0009"), "9.�9"),
        (text(153, 665, "9.\ufffd9"), "9.�9"),
        (text(153, 665, "9.\x009"), "9.�9"),
        (REPLACED, "9�"),
        (letters(155, 162, 170), "���"),
        (SCORE + letters(230, 237, 244), "9.89 ���"),
        (letters(155, 162), ""),
        (letters(155, 162, 170, colour="1 0 0 rg"), ""),
        (letters(155, 162, 170, y=300), ""),
        (SCORE + "1 0 0 1 .4 .4 cm " + SCORE, "9.89"),
        (text(153, 665, " "), ""),
    ],
    ids=[
        "read", "private use", "replacement character", "character 0", "left out of the layer",
        "shapes", "text and shapes", "icons", "a seal", "outside of the table", "fake bold", "blank",
    ],
)  # fmt: skip
def test_a_cell_that_holds_more_than_is_read(drawn: str, read_as: str) -> None:
    for data in (
        pdf(form_with(drawn)),
        pdf(form_with(drawn), page="/Rotate 90"),
        pdf("/X Do", extra=[form(form_with(drawn).encode())]),
    ):
        _, (label, *rest) = cells(data)
        assert label[0] == "得分"
        assert [cell[0] for cell in rest] == [read_as] * bool(read_as)


@pytest.mark.parametrize(
    ("annotation", "read_as"),
    [
        (b"/FreeText/Contents(9.89)", ["�"]),
        (b"/Widget/FT/Tx/T(a)/V(9.89)", ["�"]),
        (b"/FreeText/Contents()", []),
        (b"/Widget/FT/Tx/T(a)", []),
        (b"/FreeText/Contents(9.89)/F 2", []),
        (b"/Text/Contents(a note beside the text)", []),
        (b"/Highlight/Contents(a mark over the text)", []),
    ],
)
def test_text_that_was_typed_over_the_page(annotation: bytes, read_as: list[str]) -> None:
    written = b"<</Type/Annot/Rect[155 662 195 678]/Subtype%s>>" % annotation
    for turned in ("", "/Rotate 90"):
        data = pdf(form_with(""), page=f"/Annots[100 0 R]{turned}", extra=[written])
        _, (_, *rest) = cells(data)
        assert [cell[0] for cell in rest] == read_as


def test_text_that_nobody_sees_is_doubted() -> None:
    document = read(pdf(form_with(SCORE), form_with("3 Tr " + SCORE)), "a.pdf")
    assert document.doubt is not None
    assert document.doubt.zh.startswith("第 2 页有看不见的文字")
    assert document.doubt.en.startswith("page 2 holds text that is not seen")
    assert read(pdf(form_with(SCORE)), "a.pdf").doubt is None


@pytest.fixture(scope="module")
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        ("indicators.2.score", "14.\ue000"),
        ("indicators.2.score", "\ue0004.4"),
        ("indicators.0.actual", "15\ue00030人次"),
        ("indicators.3.level3", "惠及\ue000庭户数"),
        ("funds.total.executed", "5696121\ue000.00"),
        ("funds.1.budget", "5696121\ue000.00"),
        ("total.score", "99.2\ue000"),
        ("project", "残疾人\ue000复"),
        ("planned", "完成1\ue0000次"),
    ],
)
def test_what_rests_on_it_is_not_checked(field: str, printed: str, plan: Plan) -> None:
    file = check_source(Source("表.pdf", data=as_pdf(draw(SHEET, {field: printed}))), plan)
    (found,) = file.findings
    shown = printed.replace("\ue000", "�")
    assert (found.check.code, found.severity, found.where.page) == ("RD003", "warning", 1)
    assert f"第 1 页“{shown}”有 1 处读不出是什么字" in found.message.zh
    assert found.printed == shown


def test_each_sheet_says_that_its_text_may_not_be_what_is_seen() -> None:
    document = read(as_pdf(draw(SHEET)), "表.pdf")
    (sheet,) = recognise(document).sheets
    assert sheet.doubts == ()
    doubt = Text("看不见", "not seen")
    (sheet,) = recognise(document._replace(doubt=doubt)).sheets
    assert sheet.doubts == (ReadingNote(doubt, sheet.title),)
