"""Plain text to rows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sheetlint.readers import Limits, read
from sheetlint.sheet.tables import Cell, Row, Unreadable


def rows(text: str | bytes) -> tuple[Row, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    document = read(data, "a.txt")
    assert document.format == "text"
    assert [table.name for table in document.tables] == [""]
    return document.tables[0].rows


def fields(text: str | bytes) -> list[list[tuple[int, str]]]:
    return [[(cell.column, cell.text) for cell in row.cells] for row in rows(text)]


def test_a_line_is_a_row_and_a_tab_ends_a_cell() -> None:
    assert rows("项目名称\t数字教育\n分值\t10") == (
        Row((Cell("项目名称", 0), Cell("数字教育", 1)), 1),
        Row((Cell("分值", 0), Cell("10", 1)), 2),
    )


def test_the_last_cell_says_how_many_fields_there_are() -> None:
    assert fields("甲\t\t乙\t\t\n\t\n丙") == [
        [(0, "甲"), (2, "乙"), (4, "")],
        [(1, "")],
        [(0, "丙")],
    ]


def test_blank_lines_keep_their_number() -> None:
    assert [(row.number, row.cells) for row in rows("\n  \n甲\n\n")] == [
        (1, ()),
        (2, ()),
        (3, (Cell("甲", 0),)),
        (4, ()),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert [row.number for row in rows(f"甲{end}乙{end}")] == [1, 2]


@pytest.mark.parametrize("inside", ["\x0b", "\x0c", "\u2028", "\x85"])
def test_other_breaks_are_blanks_inside_the_line(inside: str) -> None:
    assert fields(f"甲{inside}乙\t丙") == [[(0, "甲 乙"), (1, "丙")]]


def test_blanks_at_the_ends_of_a_cell_are_no_part_of_it() -> None:
    assert fields("  甲 乙 \u00a0\t　丙") == [[(0, "甲 乙"), (1, "　丙")]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_encodings(encoding: str) -> None:
    assert fields("项目支出绩效自评表\t≥98%\n分值\t10".encode(encoding)) == [
        [(0, "项目支出绩效自评表"), (1, "≥98%")],
        [(0, "分值"), (1, "10")],
    ]


def test_utf_8_with_a_damaged_character_is_not_taken_for_gb18030() -> None:
    data = "项目支出绩效自评表".encode()
    with pytest.raises(Unreadable) as caught:
        rows(data + b"\xff" + data)
    assert caught.value.reason.zh == "文字文件的编码有错，有的字已损坏。"


@pytest.mark.parametrize("data", [b"a\x00b", b"a\x1bb", b"\xff\xfea", "表".encode() + b"\x07"])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(Unreadable):
        rows(data)


def test_the_end_mark_of_dos_is_no_character() -> None:
    assert fields("甲\x1a") == [[(0, "甲")]]


def test_a_cell_as_excel_copies_it() -> None:
    text = '名称\t"第一行\n第二""行"""\t10\n分值\t"5"'
    assert fields(text) == [
        [(0, "名称"), (1, '第一行\n第二"行"'), (2, "10")],
        [(0, "分值"), (1, "5")],
    ]
    assert [row.number for row in rows(text)] == [1, 3]


@pytest.mark.parametrize("text", ['"甲\t乙', '甲"乙"\t丙', '"甲"乙\t丙', '5"\t6"', '"""\t甲'])
def test_quotes_that_are_only_quotes(text: str) -> None:
    assert [cell.text for cell in rows(text)[0].cells] == text.split("\t")


def test_a_cell_may_be_an_empty_quotation() -> None:
    assert fields('甲\t""\t乙') == [[(0, "甲"), (2, "乙")]]


def test_pipes_where_there_is_no_tab() -> None:
    text = "| 项目名称 | 数字教育 |\n|---|:--:|\n| 分值 | 10 | |\n总分 | 98.89 |\n"
    assert fields(text) == [
        [(0, "项目名称"), (1, "数字教育")],
        [],
        [(0, "分值"), (1, "10"), (2, "")],
        [(0, "总分"), (1, "98.89")],
    ]


def test_pipes_are_text_where_there_are_tabs_or_few_of_them() -> None:
    assert fields("a|b|c\td") == [[(0, "a|b|c"), (1, "d")]]
    assert fields("一|二\n三") == [[(0, "一|二")], [(0, "三")]]


def test_limits() -> None:
    with pytest.raises(Unreadable):
        read(b"a\tb\n" * 10, "a.txt", Limits(max_cells=10))
    with pytest.raises(Unreadable):
        read(b"a" * 11, "a.txt", Limits(max_text=10))


def test_many_quotes_cost_no_more_than_their_number() -> None:
    assert len(rows('\n"a""\t' * 20_000)) == 20_001


def test_reading_text_loads_no_archive_and_no_xml_module() -> None:
    code = (
        "import sys; from sheetlint.readers import read; read('甲\\t乙'.encode(), 'a.txt');"
        "print([m for m in ('zipfile', 'pyexpat', 'xml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_stray_control_character_is_part_of_the_text() -> None:
    (table,) = read(
        "项目名称\t改造\x1b[31m项目\n".encode() + "说明文字\n".encode() * 20, "a.txt"
    ).tables
    assert table.rows[0].cells[1].text == "改造\x1b[31m项目"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_and_with_characters_that_hold_a_nul(codec: str) -> None:
    """一 is 4E 00: a NUL on the side where the ASCII characters have none."""
    text = "一级指标\t统一门户\t10\n" * 5 + "第一季度\t100\t20\n"
    assert fields(text.encode(codec)) == fields(text)
