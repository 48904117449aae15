"""What a workbook hides: rows, columns and worksheets with figures of the evaluation."""

from __future__ import annotations

import io

import openpyxl

from sheetlint.readers import read
from sheetlint.recognise import Recognised, recognise
from tests.forms import as_xlsx, draw


def recognised(change: object) -> Recognised:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(draw())))
    change(book)  # type: ignore[operator]
    stream = io.BytesIO()
    book.save(stream)
    return recognise(read(stream.getvalue(), "a.xlsx"))


def said(found: Recognised) -> list[str]:
    return [remark.text.zh for remark in found.hidden]


def test_a_hidden_row_with_a_score() -> None:
    row = draw().fields["indicators.1.score"][0] + 1
    found = recognised(
        lambda book: book.active.row_dimensions.__getitem__(row).__setattr__("hidden", True)
    )
    assert said(found) == [f"第 {row} 行是隐藏的，里面有计入自评表的数字"]
    assert len(found.sheets) == 1


def test_a_hidden_column_with_scores() -> None:
    found = recognised(
        lambda book: book.active.column_dimensions.__getitem__("H").__setattr__("hidden", True)
    )
    assert said(found) == ["H 列是隐藏的，里面有计入自评表的数字"]


def test_hidden_columns_beyond_the_form_say_nothing() -> None:
    found = recognised(
        lambda book: book.active.column_dimensions.__getitem__("Z").__setattr__("hidden", True)
    )
    assert said(found) == []


def test_a_hidden_worksheet_is_named_and_not_checked() -> None:
    def copy(book: openpyxl.Workbook) -> None:
        draft = book.copy_worksheet(book.active)
        draft.title, draft.sheet_state = "旧稿", "hidden"

    found = recognised(copy)
    assert said(found) == ["隐藏的工作表“旧稿”里有一张自评表（残疾人康复服务项目），没有检查"]
    assert len(found.sheets) == 1
