"""Binary workbooks to rows."""

from __future__ import annotations

import struct
import sys
from itertools import zip_longest
from pathlib import Path

import pytest
from biff import (
    CONTINUE,
    EXCEL_5,
    bof,
    formula,
    label,
    merged,
    number,
    record,
    shared,
    strings,
    style,
    text,
    workbook,
)

from sheetlint.readers import read
from sheetlint.sheet.tables import Cell, Document, Row, Unreadable

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"
EXTENDED = "𠮷"
"""A character of two halves."""


def rows(*records: bytes, **more: object) -> tuple[Row, ...]:
    return read(workbook(b"".join(records), **more), "a.xls").tables[0].rows  # type: ignore[arg-type]


def cells(*records: bytes, **more: object) -> tuple[Cell, ...]:
    return rows(*records, **more)[0].cells


# ── the same workbook in both formats ──


def without_formulas(document: Document) -> list[tuple[str, bool, dict[int, Row]]]:
    """A binary workbook is read without its formulas, and their empty results with them."""
    return [
        (
            table.name,
            table.hidden,
            {
                row.number: row._replace(
                    cells=tuple(c._replace(formula=None) for c in row.cells if c.text)
                )
                for row in table.rows
            },
        )
        for table in document.tables
    ]


@pytest.mark.parametrize("name", ["binary", "libreoffice"])
def test_the_same_workbook_in_both_formats(name: str) -> None:
    binary = read((FIXTURES / f"{name}.xls").read_bytes(), "a.xls")
    other = read((FIXTURES / f"{name}.xlsx").read_bytes(), "a.xlsx")
    assert (binary.format, other.format) == ("xls", "xlsx")
    for ours, theirs in zip_longest(without_formulas(binary), without_formulas(other)):
        assert ours == theirs


def test_what_the_workbook_shows() -> None:
    tables = read((FIXTURES / "binary.xls").read_bytes(), "自评表.et").tables
    assert [(table.name, table.hidden, len(table.rows) > 0) for table in tables] == [
        ("自评表1", False, True),
        ("隐藏表", True, True),
        ("深藏表", True, True),
        ("空表", False, False),
        ("图表", False, True),
    ]
    shown = {(row.number, cell.column): cell for row in tables[0].rows for cell in row.cells}
    assert shown[1, 0] == Cell("项目支出绩效自评表", 0, columns=8)
    assert shown[3, 0] == Cell("项目资金\n（万元）", 0, rows=4)
    assert shown[4, 6] == Cell("95.69%", 6, stored="0.9569")
    assert shown[5, 3] == Cell("1,234,567.89", 3, stored="1234567.891")
    assert shown[6, 4] == Cell("0.3", 4, stored="0.3")
    assert shown[40, 2] == Cell("#DIV/0!", 2)
    assert shown[40, 5] == Cell("0", 5, stored="0")
    assert [shown[41, column].text for column in range(6)] == [
        "2024年3月5日",
        "98.88%",
        "007",
        "7",
        "两端",
        "100%",
    ]
    assert shown[42, 0].text == "产出指标（50分）"
    assert shown[42, 3].text == EXTENDED + "野家"
    assert shown[45, 2] == Cell("三层", 2, columns=3, rows=3)
    assert [row.number for row in tables[0].rows if row.hidden] == [43]
    assert [row.cells[0].text for row in tables[4].rows] == ["1", "2", "链接", "批注", "图后"]


# ── values ──


@pytest.mark.parametrize(
    ("records", "cell"),
    [
        (number(0, 1, 0.98878, 1), Cell("98.88%", 1, stored="0.98878")),
        (number(0, 1, 0.1 + 0.2), Cell("0.3", 1, stored="0.3")),
        (number(0, 0, -0.0), Cell("0", 0, stored="0")),
        (number(0, 0, float("inf")), Cell("#NUM!", 0)),
        (number(0, 0, float("nan")), Cell("#NUM!", 0)),
        (
            record(0x027E, struct.pack("<HHHi", 0, 2, 1, 9888 << 2 | 3)),
            Cell("9888.00%", 2, stored="98.88"),
        ),
        (record(0x0205, struct.pack("<HHHBB", 0, 0, 0, 1, 0)), Cell("TRUE", 0)),
        (record(0x0205, struct.pack("<HHHBB", 0, 0, 0, 0x2A, 1)), Cell("#N/A", 0)),
        (label(0, 0, text("=40台")), Cell("=40台", 0)),
        (label(0, 0, text("一\r\n二\x01\x00三")), Cell("一\n二三", 0)),
        (label(0, 0, text("_x000D_")), Cell("_x000D_", 0)),
        (label(0, 0, text(" 007 ")), Cell("007", 0)),
        (label(0, 0, struct.pack("<HB", 99, 0) + b"ab"), Cell("ab", 0)),
        (label(0, 0, text("40"), 2), Cell("40元", 0)),
    ],
)
def test_types_of_cells(records: bytes, cell: Cell) -> None:
    code = record(0x041E, struct.pack("<H", 164) + text('0"元";0"元";0"元";@"元"'))
    found = cells(records, before=code + style(0) + style(10) + style(164))
    assert found == (cell,)


def test_numbers_packed_together() -> None:
    packed = struct.pack("<HH", 4, 1)
    packed += b"".join(struct.pack("<Hi", 0, value << 2 | 2) for value in (5, -6))
    (row,) = rows(record(0x00BD, packed + struct.pack("<H", 2)))
    assert (row.number, row.cells) == (5, (Cell("5", 1, stored="5"), Cell("-6", 2, stored="-6")))


def test_dates_from_1904() -> None:
    found = cells(number(0, 0, 43894, 0), before=record(0x0022, b"\1\0") + style(31))
    assert found[0].text == "2024年3月5日"


def test_a_workbook_of_excel_5_is_read_as_gb18030() -> None:
    content = "产出指标".encode("gb18030")
    for codepage in (b"", record(0x0042, struct.pack("<H", 936))):
        data = workbook(
            label(0, 0, struct.pack("<H", len(content)) + content) + number(1, 1, 0.5, 1),
            before=codepage + style(0) + style(9),
            version=EXCEL_5,
            names=(bytes([6]) + "自评表".encode("gbk"),),
            name="Book",
        )
        (table,) = read(data, "a.xls").tables
        assert table.name == "自评表"
        assert [row.cells for row in table.rows] == [
            (Cell("产出指标", 0),),
            (Cell("50%", 1, stored="0.5"),),
        ]


# ── shared strings ──


def test_strings_with_runs_and_readings() -> None:
    rich = struct.pack("<HBH", 2, 9, 2) + "甲乙".encode("utf-16-le") + bytes(8)
    read_aloud = struct.pack("<HBI", 1, 5, 6) + "丙".encode("utf-16-le") + bytes(6)
    narrow = struct.pack("<HB", 2, 0) + b"ab"
    table = strings(4, rich + read_aloud + narrow + text(""))
    data = b"".join(shared(0, index, index) for index in range(4))
    assert cells(data, before=style(0) + table) == (Cell("甲乙", 0), Cell("丙", 1), Cell("ab", 2))


def test_strings_that_go_on_in_the_next_record() -> None:
    wide = EXTENDED.encode("utf-16-le")
    first = struct.pack("<HB", 5, 0) + b"ab"
    second = b"\1" + wide
    third = b"\1" + "丁".encode("utf-16-le")
    rich = struct.pack("<HBH", 1, 9, 3) + "戊".encode("utf-16-le") + bytes(4)
    table = strings(3, first, second, third + rich, bytes(8) + text("己"))
    data = b"".join(shared(0, index, index) for index in range(3))
    assert [cell.text for cell in cells(data, before=style(0) + table)] == [
        f"ab{EXTENDED}丁",
        "戊",
        "己",
    ]


# ── formulas ──


def special(kind: int, value: int = 0) -> bytes:
    return struct.pack("<BBBBBBH", kind, 0, value, 0, 0, 0, 0xFFFF)


@pytest.mark.parametrize(
    ("records", "cell"),
    [
        (formula(0, 0, struct.pack("<d", 9.57)), Cell("9.57", 0, stored="9.57")),
        (formula(0, 0, bytes(8)), Cell("0", 0, stored="0")),
        (formula(0, 0, special(1, 1)), Cell("TRUE", 0)),
        (formula(0, 0, special(2, 7)), Cell("#DIV/0!", 0)),
        (formula(0, 0, special(0)) + record(0x0207, text("优")), Cell("优", 0)),
        (
            formula(0, 0, special(0))
            + record(0x0207, text("优良")[:-2])
            + record(CONTINUE, b"\1" + "良".encode("utf-16-le")),
            Cell("优良", 0),
        ),
    ],
)
def test_formulas_have_their_stored_results(records: bytes, cell: Cell) -> None:
    assert cells(records) == (cell,)


def test_an_empty_result_is_no_cell() -> None:
    assert cells(number(0, 0, 1) + formula(0, 1, special(3))) == (Cell("1", 0, stored="1"),)


def test_a_formula_that_was_never_computed() -> None:
    """As POI, the library of Java systems, writes it: zero, to be computed when Excel opens it."""
    assert cells(formula(0, 3, bytes(8), flags=2)) == (Cell("", 3, computed=False),)
    assert cells(formula(0, 3, struct.pack("<d", 5), flags=2)) == (Cell("5", 3, stored="5"),)
    assert cells(formula(0, 3, bytes(8), flags=2) + number(0, 4, 0))[1] == Cell("0", 4, stored="0")


# ── places ──


def test_rows_and_cells_out_of_order_are_put_in_order() -> None:
    found = rows(number(4, 2, 3), number(4, 0, 1), number(4, 0, 9), number(1, 255, 2))
    assert [(row.number, [(c.column, c.text) for c in row.cells]) for row in found] == [
        (2, [(255, "2")]),
        (5, [(0, "9"), (2, "3")]),
    ]


def test_of_a_merged_range_the_first_cell_stands_for_all() -> None:
    found = rows(
        number(0, 0, 1),
        number(0, 1, 8),
        number(1, 0, 8),
        number(0, 3, 2),
        number(2, 1, 3),
        merged((0, 1, 0, 2)),
        merged((2, 65535, 1, 255)),
    )
    assert [row.cells for row in found] == [
        (Cell("1", 0, 3, 2, "1"), Cell("2", 3, stored="2")),
        (Cell("3", 1, 255, 1, "3"),),
    ]


def test_hidden_rows_are_read_and_marked() -> None:
    def row(index: int, height: int, flags: int) -> bytes:
        return record(0x0208, struct.pack("<HHHHHHI", index, 0, 9, height, 0, 0, flags))

    data = row(0, 300, 0x120) + row(1, 0, 0x100) + row(2, 300, 0x100) + row(4, 0x8000, 0x100)
    found = rows(data, *(number(index, 0, 1) for index in range(5)))
    # The last one has the usual height, and says so by a flag beside a height of 0.
    assert [row.hidden for row in found] == [True, True, False, False, False]


def test_sheets_in_their_order_with_hidden_ones_and_without_charts() -> None:
    one = number(0, 0, 1)
    data = workbook(one, one, one, one, states=(0, 1, 2, 0), kinds=(2, 0, 0, 0))
    assert [(table.name, table.hidden) for table in read(data, "a.xls").tables] == [
        ("表2", True),
        ("表3", True),
        ("表4", False),
    ]


def test_what_stands_between_the_cells_is_passed_over() -> None:
    """A drawing, a chart in the worksheet and a broken hyperlink are no reason to refuse cells."""
    chart = bof(0x0020) + number(9, 9, 9) + record(0x000A)
    broken = record(0x01B8, b"xx") + record(0x005D, b"") + record(0x008C, b"\1")
    found = rows(number(0, 0, 1), chart, broken, number(0, 1, 2))
    assert [cell.text for cell in found[0].cells] == ["1", "2"]


@pytest.mark.parametrize("name", ["WORKBOOK", "BOOK", "book"])
def test_a_stream_whose_name_is_shouted(name: str) -> None:
    assert read(workbook(number(0, 0, 1), name=name), "a.xls").format == "xls"


def test_a_count_of_strings_that_were_taken_out() -> None:
    empty = record(0x00FC, struct.pack("<ii", 0, 1_761))
    assert cells(number(0, 0, 1), before=style(0) + empty) == (Cell("1", 0, stored="1"),)


@pytest.mark.parametrize("short", [False, True])
def test_large_and_short_streams(short: bool) -> None:
    data = workbook(*(number(n, 0, n) for n in range(1, 100)), short=short)
    assert [table.rows[0].number for table in read(data, "a.et").tables] == list(range(2, 101))


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    with pytest.raises(Unreadable) as caught:
        read(workbook(number(0, 0, 1)), "a.xls")
    assert caught.value.reason.zh == "这是旧版 Excel（.xls）工作簿，读取它的程序库没有安装。"
    assert 'pip install ".[xls]"' in caught.value.hint.zh
    assert ".xlsx" in caught.value.hint.zh
