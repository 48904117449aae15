"""Comma-separated values to rows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sheetlint.readers import Limits, read
from sheetlint.sheet.tables import Cell, Row, Unreadable

FORM = (
    "项目支出绩效自评表,,,,\n"
    "项目名称,数字教育,,,\n"
    '资金,"57,607,470.00","56,961,217",10,98.88%\n'
    '目标,"第一行\n第二""行""",,,\n'
    "总分,,,100,98.89\n"
)
ROWS = (
    Row((Cell("项目支出绩效自评表", 0), Cell("", 4)), 1),
    Row((Cell("项目名称", 0), Cell("数字教育", 1), Cell("", 4)), 2),
    Row(
        (
            Cell("资金", 0),
            Cell("57,607,470.00", 1),
            Cell("56,961,217", 2),
            Cell("10", 3),
            Cell("98.88%", 4),
        ),
        3,
    ),
    Row((Cell("目标", 0), Cell('第一行\n第二"行"', 1), Cell("", 4)), 4),
    Row((Cell("总分", 0), Cell("100", 3), Cell("98.89", 4)), 6),
)


@pytest.mark.parametrize("name", ["a.csv", "a.CSV", "a.txt", "a"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_form_saved_as_csv(name: str, encoding: str, end: str) -> None:
    found = read(FORM.replace("\n", end).encode(encoding), name)
    assert found.format == "csv"
    assert [table.rows for table in found.tables] == [ROWS]


def test_semicolons() -> None:
    text = '甲;"1,5";丙\n"丁;戊";"2,5";己\n'
    found = read(text.encode(), "a.csv").tables[0].rows
    assert [[cell.text for cell in row.cells] for row in found] == [
        ["甲", "1,5", "丙"],
        ["丁;戊", "2,5", "己"],
    ]


def test_the_line_that_tells_excel_the_separator() -> None:
    assert read("sep=;\n甲,乙;丙\n".encode(), "a.csv").tables[0].rows == (
        Row((), 1),
        Row((Cell("甲,乙", 0), Cell("丙", 1)), 2),
    )


@pytest.mark.parametrize(
    "text",
    [
        "第一,第二\n第三,第四\n",
        "年度资金总额 57,607,470.00 56,961,217\n总分\n说明\n偏差\n",
        "甲,乙,丙\n丁,戊,己,庚\n辛\n壬,癸,子,丑,寅\n",
        "完成了培训,采购,验收等工作。\n" + "说明\n" * 3,
        "甲\t乙,丙,丁\n" * 3,
        "| 甲,乙 | 丙,丁 | 戊 |\n| 己 | 庚 | 辛,壬 |\n| 癸 | 子 | 丑 |\n",
    ],
)
def test_commas_that_are_only_commas(text: str) -> None:
    assert read(text.encode(), "a.txt").format == "text"


def test_a_file_named_csv_may_use_tabs_or_nothing() -> None:
    assert read("甲\t乙,丙".encode(), "a.csv").format == "text"
    assert read("甲".encode(), "a.csv").format == "text"
    assert read("甲,乙".encode(), "a.csv").format == "csv"


def test_a_quote_that_is_never_closed_holds_the_rest() -> None:
    found = read('甲,"乙\n丙,丁\n'.encode(), "a.csv").tables[0].rows
    assert found == (Row((Cell("甲", 0), Cell("乙\n丙,丁\n", 1)), 1),)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("甲,乙\n" * 6, Limits(max_cells=10)),
        ("甲" * 11 + ",乙", Limits(max_text=10)),
        ("甲,乙\n" * 300_000, Limits()),
        ("," * 500_000, Limits()),
        ('"' + "甲," * 150_000, Limits()),
    ],
)
def test_limits_of_a_file_named_csv(text: str, limits: Limits) -> None:
    with pytest.raises(Unreadable) as caught:
        read(text.encode(), "a.csv", limits)
    assert caught.value.reason.zh == "文件内容过大，远远超过一份自评表。"


def test_what_is_too_much_for_csv_is_only_text_under_another_name() -> None:
    text = '甲,乙,丙\n"' + "丁," * 70_000 + "\n甲\n" * 2
    assert read(text.encode(), "a.txt", Limits(max_text=1 << 20)).format == "text"


def test_reading_another_text_loads_no_reader_of_other_formats() -> None:
    code = (
        "import sys; from sheetlint.readers import read; read('甲\\t乙'.encode(), 'a.txt');"
        "print([m for m in ('csv', 'html', 'zipfile', 'xml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
