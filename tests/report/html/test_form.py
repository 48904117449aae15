"""The form as it is drawn: the wrong cell is marked, whatever the file's format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sheetlint.report.html.drawn_form import DrawnForm
from sheetlint.report.html.form_from_table import draw_form
from sheetlint.sheet.tables import Cell, Row
from sheetlint.testing import build_sheet
from tests.report.html.pages import checked, examples, parsed, source, spoiled, text
from tests.report.snapshot import same
from tests.text_forms import draw as draw_text_form
from tests.writing.formats import WRITERS

GRIDS = sorted(set(WRITERS) - {"text", "csv"})
SPOILED = {
    "funds.total.rate": ("97.88%", "FD002"),
    "total.score": ("79.5", "AR020"),
}


def marks(page: Any) -> list[tuple[str, str]]:
    """Marked cells with the number of the finding that stands beside."""
    found = []
    for badge in page.xpath(".//td/a[contains(@class, 'badge')]"):
        (finding,) = page.xpath(f"//article[@id='{badge.get('href')[1:]}']")
        (back,) = finding.xpath("./h5/a/@href")
        assert back == f"#{badge.get('id')}"
        assert text(badge) == text(finding.xpath("./h5/a")[0])
        found.append((text(finding.xpath(".//span[@class='code']")[0]), text(badge.getparent())))
    return found


@pytest.mark.parametrize("form", GRIDS)
@pytest.mark.parametrize("field", ["funds.total.rate", "total.score"])
def test_the_wrong_cell_is_marked(form: str, field: str, tmp_path: Path) -> None:
    printed, code = SPOILED[field]
    page = parsed(spoiled(tmp_path, form, {field: printed}))
    assert (code, f"1 {printed}") in marks(page)


def test_the_form_is_drawn_with_its_spans(tmp_path: Path) -> None:
    page = parsed(spoiled(tmp_path, "xlsx", {"funds.total.rate": "97.88%"}))
    (form,) = page.xpath("//table[@class='form']")
    same("html-form.html", source(form))


@pytest.mark.parametrize("form", GRIDS)
def test_every_text_of_the_file_is_on_the_form_once(form: str, tmp_path: Path) -> None:
    report = spoiled(tmp_path, form, {})
    (kept,) = [file.content for file in report.files]
    assert kept is not None
    assert kept.document is not None
    texts = [
        " ".join(cell.text.split())
        for table in kept.document.tables
        for row in table.rows
        for cell in row.cells
        if cell.text.strip()
    ]
    cells = [text(cell) for cell in parsed(report).xpath("//table[starts-with(@class,'form')]//td")]
    assert [cell for cell in cells if cell] == texts


def test_letters_and_numbers_are_those_of_the_worksheet(tmp_path: Path) -> None:
    page = parsed(spoiled(tmp_path, "xlsx", {}))
    assert page.xpath("//table[@class='form']/thead//th/text()") == list("ABCDEFGHI")
    numbers = page.xpath("//table[@class='form']/tbody/tr/th/text()")
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert parsed(spoiled(tmp_path, "docx", {})).xpath("//table[@class='form']//th") == []


# ── grids that no file should have ──────────────────────────────────────────────────────────────


def drawn(*rows: Row) -> DrawnForm:
    found = draw_form(rows, build_sheet({}), [], [], True)
    assert found is not None
    return found


def shape(form: DrawnForm) -> list[list[tuple[str, int, int]]]:
    return [
        [(str(cell.text), cell.columns, cell.rows) for cell in row.cells]
        for table in form.tables
        for row in table.rows
    ]


def test_spans_do_not_overlap_and_do_not_leave_the_table() -> None:
    form = drawn(
        Row((Cell("a", 0, columns=9, rows=9), Cell("b", 1, rows=2)), 1, "t"),
        Row((Cell("c", 0, columns=3), Cell("d", 1)), 2, "t"),
    )
    assert shape(form) == [[("a", 1, 2), ("b", 1, 2)], []]


def test_a_cell_far_to_the_right_does_not_make_ten_thousand_columns() -> None:
    form = drawn(
        Row((Cell("a", 0), Cell("b", 16383)), 1, "t"), Row((Cell("c", 0, columns=16384),), 2, "t")
    )
    assert shape(form) == [[("a", 1, 1), ("b", 1, 1)], [("c", 2, 1)]]
    assert form.tables[0].letters == ("A", "XFD")


def test_rows_that_the_file_leaves_out_are_not_counted_as_merged() -> None:
    form = drawn(
        Row((Cell("a", 0, rows=1_000_000), Cell("b", 1)), 1, "t"), Row((Cell("c", 1),), 500, "t")
    )
    assert shape(form) == [[("a", 1, 2), ("b", 1, 1)], [("c", 1, 1)]]


def test_tables_and_the_text_between_them_are_drawn_apart() -> None:
    form = drawn(
        Row((Cell("title", 0),), 1),
        Row((Cell("a", 0), Cell("b", 1)), 1, "表1"),
        Row((Cell("c", 0),), 1, "表2"),
    )
    assert [table.plain for table in form.tables] == [True, False, False]
    assert [len(table.widths) for table in form.tables] == [1, 2, 1]


# ── files without a table of their own ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["text", "csv"])
@pytest.mark.parametrize("field", sorted(SPOILED))
def test_a_text_is_drawn_as_the_usual_form(form: str, field: str, tmp_path: Path) -> None:
    printed, code = SPOILED[field]
    page = parsed(spoiled(tmp_path, form, {field: printed}))
    assert (code, f"1 {printed}") in marks(page)
    assert "按通用表样重新排列" in text(page.xpath("//div[@class='drawn']/p")[0])
    cells = [
        text(cell) for cell in page.xpath("//table[@class='form']//td[contains(@class, 'label')]")
    ]
    assert cells[0] == "项目名称"
    assert "偏差原因分析及改进措施" in cells


def test_a_normalised_document_is_drawn_and_marked() -> None:
    page = parsed(examples())
    (section,) = page.xpath("//section[@class='file'][contains(h3, '.yaml')]")
    assert marks(section) == [("AR010", "1 16"), ("AR005", "2 20"), ("NT002", "3 无")]


def test_what_is_said_of_the_reading_is_marked_by_its_place(tmp_path: Path) -> None:
    """A repair names no field, only the line that was put right."""
    line = "产出指标\t数量指标\t康复训练人次\t≥1500人次\t1530人次\t20\t20\t"
    drawing = WRITERS["text"](draw_text_form(None, {})).decode()
    assert line in drawing
    path = tmp_path / "自评表.txt"
    path.write_text(drawing.replace("\t" + line, line), encoding="utf-8")
    said = marks(parsed(checked(path)))
    assert [code for code, _ in said] == ["RD005"], said
