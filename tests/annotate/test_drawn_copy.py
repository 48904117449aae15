"""Sheets of files that cannot be written into, drawn in a workbook: read back with openpyxl."""

from __future__ import annotations

import io
from collections.abc import Iterable

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from sheetlint.annotate.annotated_copy import annotate_file
from sheetlint.annotate.drawn_copy import draw_copy
from sheetlint.annotate.worksheet_names import unique_worksheet_names
from sheetlint.messages.text import Text
from sheetlint.run.results import FileReport
from sheetlint.testing import build_sheet
from tests.report.samples import BAD, CAUSE_FOUND, GONE, RATE_FOUND, UNREADABLE

RATE = RATE_FOUND._replace(path="funds.total.rate")


def file(*findings: object, **changes: object) -> FileReport:
    sheets = tuple(sheet._replace(sheet=build_sheet({})) for sheet in BAD.sheets)
    return BAD._replace(
        path="自评表.xls", format="xls", sheets=sheets, findings=findings or (RATE,), **changes
    )


def book(what: FileReport, lang: str = "zh") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(draw_copy(what, lang)))


def test_a_list_and_a_worksheet_a_sheet() -> None:
    made = book(file())
    assert made.sheetnames == ["检查结果", "教育信息化试点经费", "内涵建设经费"]
    first = made["检查结果"]
    assert first["A1"].value == "不通过　1 个错误"
    assert first["A2"].value == (
        "自评表.xls（xls）不能写回原文件，各表按读到的内容重新画出；点“单元格”可以跳过去。"
    )
    assert [cell.value for cell in first[5]] == [
        "1", "错误", "FD002", "G6", "自评表1!G8  项目资金 › 年度资金总额 › 执行率",
        "执行率 97.88% 计算有误，应为 98.88%", "97.88%", "98.88%",
        "把执行率改为 98.88%；如果执行率没有错，核对全年预算数和全年执行数", "财预〔2020〕10号 附1 表样",
    ]  # fmt: skip
    link = first["D5"].hyperlink
    assert link is not None
    assert link.location == "'教育信息化试点经费'!G6"


def test_the_cell_is_coloured_and_commented() -> None:
    page = book(file())["教育信息化试点经费"]
    cell = page["G6"]
    assert cell.value == "98.88%"
    assert cell.data_type == "s"
    assert cell.fill.fgColor.rgb == "FFFFC7CE"
    assert cell.comment.text == (
        "【错误】FD002 执行率计算错误\n执行率 97.88% 计算有误，应为 98.88%\n"
        "算式：56,961,217 ÷ 57,607,470.00 = 98.878%\n"
        "怎么改：把执行率改为 98.88%；如果执行率没有错，核对全年预算数和全年执行数\n"
        "依据：财预〔2020〕10号 附1 表样\n"
        "改正后随之消失：AR020 总分≠各项得分之和（自评表1!H20）"
    )
    assert page["F6"].comment is None
    assert page["F6"].fill.fgColor.rgb == "00000000"


def test_the_form_is_merged_and_ready_to_be_printed() -> None:
    page = book(file())["教育信息化试点经费"]
    assert "A1:I1" in [str(place) for place in page.merged_cells.ranges]
    assert "B13:B15" in [str(place) for place in page.merged_cells.ranges]
    assert page.page_setup.orientation == "portrait"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page["B13"].border.left.style == "thin"


def test_several_findings_share_one_comment_and_the_worst_colours() -> None:
    mild = CAUSE_FOUND._replace(path="funds.total.rate")
    cell = book(file(mild, RATE))["教育信息化试点经费"]["G6"]
    assert cell.fill.fgColor.rgb == "FFFFC7CE"
    assert cell.comment.text.index("NT003") < cell.comment.text.index("FD002")


def test_what_stands_in_no_cell_is_said_at_the_title_and_of_the_file_in_the_list() -> None:
    made = book(file(RATE._replace(path="", where=RATE.where._replace(row=None)), UNREADABLE))
    assert "FD002" in made["教育信息化试点经费"]["A1"].comment.text
    assert made["检查结果"]["D5"].value == "A1"
    assert made["检查结果"]["D6"].value is None


def test_a_file_without_sheets_has_a_list_of_its_own() -> None:
    made = book(GONE)
    assert made.sheetnames == ["检查结果"]
    assert made["检查结果"]["C5"].value == "RD001"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_file_gives_the_same_bytes(lang: str) -> None:
    assert draw_copy(file(), lang) == draw_copy(file(), lang)


@pytest.mark.parametrize(
    "text", ["=1+1", "<r><t>x</t></r>", "http://a.b", "\x00\ufffe", "x" * 40_000]
)
def test_hostile_texts_stay_texts(text: str) -> None:
    found = RATE._replace(message=Text(text, text), printed=text)
    what = file(found)
    sheet = build_sheet({"set": {"funds.total.rate": text}})
    first = what.sheets[0]._replace(sheet=sheet, project=text)
    made = book(what._replace(sheets=(first, *what.sheets[1:])))
    for page in made.worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type in "sn"
                assert cell.hyperlink is None or cell.column_letter == "D"


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["甲", "甲", "乙"], ["甲", "甲(2)", "乙"]),
        (["a/b*c?[d]:\\e"], ["abcde"]),
        (["", "''", "检查结果", "History"], ["自评表", "自评表(2)", "检查结果(2)", "History(2)"]),
        (["长" * 40, "长" * 40], ["长" * 31, "长" * 28 + "(2)"]),
        (["𠀀" * 40], ["𠀀" * 15]),
        (["A", "a"], ["A", "a(2)"]),
        (["甲\n乙"], ["甲n乙"]),
    ],
)
def test_names_of_worksheets(wanted: Iterable[str], names: list[str]) -> None:
    assert unique_worksheet_names(wanted, "检查结果") == names


def test_formats_that_are_not_written_are_drawn() -> None:
    copy = annotate_file(file(), "zh")
    assert copy.suffix == ".xlsx"
    assert copy.data == draw_copy(file(), "zh")
