"""What a file hides: rows, columns and worksheets with figures of the evaluation."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from sheetlint.readers import read
from sheetlint.recognise import RecognisedDocument, recognise
from tests.readers.ooxml import archive
from tests.readers.pdf_samples import FIXTURES
from tests.text_forms import draw
from tests.writing.page import as_html
from tests.writing.word import as_docx
from tests.writing.workbooks import as_xlsx


def recognised(change: object) -> RecognisedDocument:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(draw())))
    change(book)  # type: ignore[operator]
    stream = io.BytesIO()
    book.save(stream)
    return recognise(read(stream.getvalue(), "a.xlsx"))


def messages(found: RecognisedDocument) -> list[str]:
    return [remark.text.zh for remark in found.hidden_data]


def test_a_hidden_row_with_a_score() -> None:
    row = draw().fields["indicators.1.score"][0] + 1
    found = recognised(
        lambda book: book.active.row_dimensions.__getitem__(row).__setattr__("hidden", True)
    )
    assert messages(found) == [f"第 {row} 行是隐藏的，里面有计入自评表的数字"]
    assert len(found.sheets) == 1


def test_a_hidden_column_with_scores() -> None:
    found = recognised(
        lambda book: book.active.column_dimensions.__getitem__("H").__setattr__("hidden", True)
    )
    assert messages(found) == ["H 列是隐藏的，里面有计入自评表的数字"]


def test_hidden_columns_beyond_the_form_say_nothing() -> None:
    found = recognised(
        lambda book: book.active.column_dimensions.__getitem__("Z").__setattr__("hidden", True)
    )
    assert messages(found) == []


def test_a_hidden_worksheet_is_named_and_not_checked() -> None:
    def copy(book: openpyxl.Workbook) -> None:
        draft = book.copy_worksheet(book.active)
        draft.title, draft.sheet_state = "旧稿", "hidden"

    found = recognised(copy)
    assert messages(found) == ["隐藏的工作表“旧稿”里有一张自评表（残疾人康复服务项目），没有检查"]
    assert len(found.sheets) == 1


def test_a_column_and_a_row_as_thin_as_nothing() -> None:
    """openpyxl writes no size of 0, so thin ones are made flat in the part itself."""
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(draw())))
    book.active.column_dimensions["G"].width = 0.0001
    book.active.row_dimensions[14].height = 0.0001
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    assert messages(recognise(read(archive(parts), "a"))) == []
    part = "xl/worksheets/sheet1.xml"
    parts[part] = bytes(parts[part]).replace(b'"0.0001"', b'"0.0"')  # type: ignore[arg-type]
    assert messages(recognise(read(archive(parts), "a"))) == [
        "G 列是隐藏的，里面有计入自评表的数字",
        "第 14 行是隐藏的，里面有计入自评表的数字",
    ]


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_what_libreoffice_hides(suffix: str) -> None:
    """A row by hand and one in a folded group, a column, a worksheet; a filter and no sheet."""
    document = read((FIXTURES / f"hidden.{suffix}").read_bytes(), "a")
    assert messages(recognise(document)) == [
        "G 列是隐藏的，里面有计入自评表的数字",
        "第 14 行是隐藏的，里面有计入自评表的数字",
        "第 15 行是隐藏的，里面有计入自评表的数字",
        "隐藏的工作表“旧稿”里有一张自评表（残疾人康复服务项目），没有检查",
    ]
    filtered = document.tables[2]
    assert [(row.cells[0].text, row.hidden) for row in filtered.rows] == [
        ("名称", False),
        ("甲", False),
        ("乙", True),
        ("丙", False),
    ]


def test_a_row_of_hidden_text_in_word() -> None:
    """As LibreOffice and Word write it: the row is not there, its figures are."""
    document = read((FIXTURES / "hidden.doc").read_bytes(), "a")
    found = recognise(document)
    assert messages(found) == ["第 12 行是隐藏的，里面有计入自评表的数字"]
    assert found.hidden_data[0].at.where.table == "表1"
    (sheet,), (whole,) = found.sheets, recognise(read(as_docx(draw()), "a")).sheets
    assert len(sheet.indicators) == len(whole.indicators) == 5


def test_rows_and_columns_of_a_web_page() -> None:
    page = as_html(draw())
    assert messages(recognise(read(page, "a"))) == []
    before, after = b"<tr>".join(page.split(b"<tr>")[:12]), b"<tr>".join(page.split(b"<tr>")[12:])
    hidden = b"<tr style='height:0;display:none'>".join([before, after])
    assert messages(recognise(read(hidden, "a"))) == ["第 12 行是隐藏的，里面有计入自评表的数字"]
    columns = b"<table><col span=6><col width=0 style='display:none'>"
    found = recognise(read(page.replace(b"<table>", columns), "a"))
    assert messages(found) == ["G 列是隐藏的，里面有计入自评表的数字"]
    # A table of its own: what it hides says nothing of the form's columns and rows.
    other = b"<table><colgroup span=9 hidden><tr hidden>" + b"<td>1" * 9 + b"</table><table>"
    assert messages(recognise(read(page.replace(b"<table>", other), "a"))) == []
