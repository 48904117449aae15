"""PDF files as programs print them, and the note on those without text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pdfs import PICTURE, line, pdf, table, text

from sheetlint.intake.source import Source
from sheetlint.readers import read
from sheetlint.readers.pdf.library import load_pdfium
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.run.open_file import open_file
from sheetlint.sandbox.bounds import DEFAULT
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.tables import Document, Unreadable
from sheetlint.testing import build_sheet
from tests.readers.pdf_samples import FIXTURES, long_data
from tests.text_forms import draw

PRINTED = ["calc-long.pdf", "calc-repeated.pdf", "writer-long.pdf", "chromium-long.pdf"]


def fixture(name: str) -> Document:
    return read((FIXTURES / name).read_bytes(), name)


@pytest.mark.parametrize("name", PRINTED)
def test_a_printed_form_is_the_form(name: str) -> None:
    (sheet,) = recognise(fixture(name)).sheets
    assert dump_sheet(sheet, "p") == dump_sheet(build_sheet(long_data()), "p")
    assert (sheet.repairs, sheet.doubts) == ((), ())


@pytest.mark.parametrize("name", PRINTED)
def test_the_pages_make_one_table_with_the_cells_that_were_drawn(name: str) -> None:
    rows = [row for row in fixture(name).tables[0].rows if row.table]
    assert {row.table for row in rows} == {f"第{row.page}页表1" for row in rows}
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    read_cells = {
        (row.number, cell.column, cell.columns, cell.rows): "".join(cell.text.split())
        for row in rows
        for cell in row.cells
    }
    drawn = {
        (box.row - 1, box.column, box.columns, box.rows): "".join(box.text.split())
        for box in draw(long_data()).boxes
        if box.row >= 2 and box.text
    }
    if name == "writer-long.pdf":
        # Writer closes a merged cell at the end of a page: what is merged below is not to be seen.
        read_cells = {place[:3]: words for place, words in read_cells.items()}
        drawn = {place[:3]: words for place, words in drawn.items()}
    assert read_cells == drawn


@pytest.mark.parametrize("name", PRINTED)
def test_a_figure_knows_its_page(name: str) -> None:
    (sheet,) = recognise(fixture(name)).sheets
    pages = [row.score.where.page for row in sheet.indicators]
    assert None not in pages
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert sheet.total.score.where.page == max(page or 0 for page in pages)


def test_pdfplumber_sees_the_same_cells() -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    rows = [row for row in fixture("calc-long.pdf").tables[0].rows if row.page == 2]
    ours = [["".join(cell.text.split()) for cell in row.cells] for row in rows]
    with pdfplumber.open(FIXTURES / "calc-long.pdf") as document:
        (found,) = document.pages[1].extract_tables()
    theirs = [["".join(cell.split()) for cell in row if cell] for row in found]
    # Merged labels lie across the page break, where pdfplumber cuts them off.
    assert [row[-5:] for row in ours[1:]] == [row[-5:] for row in theirs[1:]]
    assert [word for row in theirs for word in row if word not in "".join(map("".join, ours))] == []


# ── no text ──


def note(data: bytes) -> str | None:
    document = read(data, "a.pdf")
    assert document.tables[0].rows == ()
    return document.note.zh if document.note else None


def test_a_scan_is_said_to_be_a_scan() -> None:
    shown = note(pdf(PICTURE, PICTURE))
    assert shown == "扫描件：PDF 里只有图片，没有文字层，读不出表格"
    with PdfProcess(DEFAULT) as pdf_process:
        there = open_file(Source("自评表.pdf"), pdf(PICTURE), DEFAULT, pdf_process)
    assert there.note == read(pdf(PICTURE), "a.pdf").note


def test_letters_drawn_as_shapes_are_no_text() -> None:
    assert note(pdf(line(10, 10, 90, 20))) == (
        "PDF 里没有文字层（空白页，或文字已转成图形），读不出表格"
    )


def test_a_scan_under_recognised_text_is_read() -> None:
    data = pdf(PICTURE + " 3 Tr " + text(60, 700, "项目支出绩效自评表"))
    assert [row.cells[0].text for row in read(data, "a").tables[0].rows] == ["项目支出绩效自评表"]


def test_text_in_columns_without_lines() -> None:
    data = pdf(
        text(60, 700, "甲") + text(200, 700, "5") + text(60, 680, "乙") + text(200, 680, "6")
    )
    rows = read(data, "a").tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [["甲", "5"], ["乙", "6"]]


# ── unreadable ──


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(data, "a.pdf")
    return caught.value.reason.zh


def test_glyphs_without_characters_are_refused() -> None:
    drawn = table([50, 250, 400], [700, 680], [["项目名称", "道路养护"]])
    assert refusal(pdf(drawn, nameless=True)) == "PDF 里的字没有对应的文字编码，读出来是乱码。"


def test_a_password_is_said() -> None:
    locked = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]/Size"
    data = pdf(text(9, 9, "甲")).replace(b"/Size", locked % (b"00" * 32, b"11" * 32))
    assert refusal(data) == "文件设有打开密码，不能读取。"


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2.raw", None)
    load_pdfium.cache_clear()
    with pytest.raises(Unreadable) as caught:
        read(pdf(""), "a.pdf")
    assert 'pip install ".[pdf]"' in caught.value.hint.zh


def test_the_library_is_loaded_for_a_pdf_only() -> None:
    code = (
        "import sys; from sheetlint.readers import read; read('甲'.encode(), 'a.txt'); "
        "sys.exit('pypdfium2' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
