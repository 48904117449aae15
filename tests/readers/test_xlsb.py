"""Binary workbooks (.xlsb) to rows."""

from __future__ import annotations

import struct
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml import archive
from ooxml import workbook as xml_workbook
from xlsb import (
    BLANK,
    BOOLEAN,
    ERROR,
    FORMULA_BOOLEAN,
    FORMULA_ERROR,
    FORMULA_NUMBER,
    FORMULA_TEXT,
    NO_FORMULA,
    PACKED,
    RICH,
    SHORT_BLANK,
    SHORT_REAL,
    SHORT_TEXT,
    book,
    cell,
    columns,
    merged,
    number,
    record,
    rich,
    row,
    shared,
    short,
    text,
    wide,
    workbook,
    workbook_parts,
    worksheet,
)

from sheetlint.readers import read
from sheetlint.tables import Cell, HiddenColumns, Row, Table

FORMATS = (0, 10, "0.000%", 31, '0"元";0"元";0"元";@"元"')


def table(*rows: bytes, before: bytes = b"", after: bytes = b"", **more: object) -> Table:
    sheet = worksheet(b"".join(rows), before, after)
    document = read(workbook(sheet, formats=FORMATS, **more), "a.xlsb")
    assert document.format == "xlsb"
    return document.tables[0]


def cells(*written: bytes, **more: object) -> tuple[Cell, ...]:
    return table(row(0, *written), **more).rows[0].cells


def packed(value: int, flags: int = 0) -> bytes:
    return struct.pack("<i", value << 2 | flags)


# ── values ──


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (number(6, 0.98878, 1), Cell("98.88%", 6, stored="0.98878")),
        (number(0, 0.1 + 0.2), Cell("0.3", 0, stored="0.3")),
        (number(0, -0.0), Cell("0", 0, stored="0")),
        (number(0, 45356.5, 2), Cell("4535650.000%", 0, stored="45356.5")),
        (number(0, 45356, 3), Cell("2024年3月5日", 0, stored="45356")),
        (number(0, 7, 9), Cell("7", 0, stored="7")),
        (number(0, float("inf")), Cell("#NUM!", 0)),
        (number(0, float("nan")), Cell("#NUM!", 0)),
        (cell(PACKED, 0, packed(7, 2)), Cell("7", 0, stored="7")),
        (cell(PACKED, 0, packed(-7, 2)), Cell("-7", 0, stored="-7")),
        (cell(PACKED, 0, packed(9888, 3), 1), Cell("9888.00%", 0, stored="98.88")),
        (cell(PACKED, 0, b"\0\0\xf8\x3f"), Cell("1.5", 0, stored="1.5")),
        (cell(PACKED, 0, b"\1\0\xf8\x3f"), Cell("0.015", 0, stored="0.015")),
        (cell(BOOLEAN, 0, b"\1"), Cell("TRUE", 0)),
        (cell(BOOLEAN, 0, b"\0"), Cell("FALSE", 0)),
        (cell(ERROR, 0, b"\x07"), Cell("#DIV/0!", 0)),
        (cell(ERROR, 0, b"\x2a"), Cell("#N/A", 0)),
        (text(0, "=40台"), Cell("=40台", 0)),
        (text(0, "一\r\n二\x01\x00三"), Cell("一\n二三", 0)),
        (text(0, "_x000D_"), Cell("_x000D_", 0)),
        (text(0, " 𠮷野家 "), Cell("𠮷野家", 0)),
        (text(0, "半\ud842"), Cell("半\ufffd", 0)),
        (text(0, "40", 4), Cell("40元", 0)),
        (shared(0, 1), Cell("产出指标", 0)),
        (cell(RICH, 0, rich("满意度")), Cell("满意度", 0)),
    ],
)
def test_types_of_cells(written: bytes, found: Cell) -> None:
    assert cells(written, strings=("甲", "产出指标")) == (found,)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (cell(FORMULA_NUMBER, 0, struct.pack("<d", 1) + NO_FORMULA, 1), ("100.00%", "1")),
        (cell(FORMULA_TEXT, 0, wide("优") + NO_FORMULA), ("优", None)),
        (cell(FORMULA_TEXT, 0, wide("") + NO_FORMULA), ("", None)),
        (cell(FORMULA_BOOLEAN, 0, b"\1" + NO_FORMULA), ("TRUE", None)),
        (cell(FORMULA_ERROR, 0, b"\x0f" + NO_FORMULA), ("#VALUE!", None)),
    ],
)
def test_formulas_are_marked_and_their_results_shown(
    written: bytes, found: tuple[str, str | None]
) -> None:
    assert cells(written, number(1, 2))[0] == Cell(found[0], 0, stored=found[1], formula="")


def test_cells_that_do_not_say_their_column() -> None:
    """As programs other than Excel write them: each stands behind the one before it."""
    found = cells(
        short(SHORT_TEXT, wide("首")),
        short(SHORT_BLANK),
        short(SHORT_REAL, struct.pack("<d", 0.5), 1),
        number(6, 7),
        cell(BLANK, 7),
        short(SHORT_TEXT, wide("末")),
    )
    assert [(c.column, c.text) for c in found] == [(0, "首"), (2, "50.00%"), (6, "7"), (8, "末")]


def test_dates_from_1904() -> None:
    assert cells(number(0, 43894, 3), from_1904=True)[0].text == "2024年3月5日"


def test_a_workbook_without_strings_and_styles() -> None:
    parts = workbook_parts(worksheet(row(0, text(0, "甲"), number(1, 0.5, 1))))
    del parts["xl/styles.bin"], parts["xl/sharedStrings.bin"]
    assert read(archive(parts), "a").tables[0].rows[0].cells == (
        Cell("甲", 0),
        Cell("0.5", 1, stored="0.5"),
    )


# ── places ──


def test_rows_and_cells_in_their_order() -> None:
    found = table(
        row(4, number(2, 3), number(0, 1), number(0, 9)), row(0), row(1, number(16_383, 2))
    )
    assert [(line.number, [(c.column, c.text) for c in line.cells]) for line in found.rows] == [
        (2, [(16_383, "2")]),
        (5, [(0, "9"), (2, "3")]),
    ]


def test_of_a_merged_range_the_first_cell_stands_for_all() -> None:
    found = table(
        row(0, number(0, 1), number(1, 8), number(3, 2)),
        row(1, number(0, 8)),
        row(2, number(1, 3)),
        after=merged(0, 1, 0, 2) + merged(2, 1_048_575, 1, 16_383),
    )
    assert [line.cells for line in found.rows] == [
        (Cell("1", 0, 3, 2, "1"), Cell("2", 3, stored="2")),
        (Cell("3", 1, 3, 1, "3"),),
    ]


def test_hidden_rows_and_columns_are_read_and_marked() -> None:
    found = table(
        row(0, number(0, 1), hidden=True),
        row(1, number(0, 1), height=0),
        row(2, number(0, 1), height=300),
        row(3, number(0, 1)),
        before=columns(0, 0) + columns(2, 3, hidden=True) + columns(5, 16_384, width=0),
    )
    assert [line.hidden for line in found.rows] == [True, True, False, False]
    assert found.hidden_columns == (
        HiddenColumns("表1", range(2, 4)),
        HiddenColumns("表1", range(5, 16_384)),
    )


def test_sheets_in_their_order_with_hidden_ones_and_without_charts() -> None:
    one = worksheet(row(0, number(0, 1)))
    parts = workbook_parts(one, one, one, one, states=(0, 1, 2, 0), names=("图", "甲", "乙", "丙"))
    source = "xl/_rels/workbook.bin.rels"
    parts[source] = str(parts[source]).replace("/worksheet", "/chartsheet", 1)
    found = read(archive(parts), "a").tables
    assert [(table.name, table.hidden) for table in found] == [
        ("甲", True),
        ("乙", True),
        ("丙", False),
    ]
    assert found[1].rows[0].table == "乙"


def test_what_stands_between_the_cells_is_passed_over() -> None:
    height = record(37, bytes(6)) + record(1024, bytes(2)) + record(38)
    found = table(
        height + row(0, number(0, 1), record(426, bytes(300)), number(1, 2)),
        record(3072, bytes(70_000)),
        height + row(1, number(0, 3)),
    )
    assert [[c.text for c in line.cells] for line in found.rows] == [["1", "2"], ["3"]]


def test_rows_that_are_empty_but_for_their_looks() -> None:
    """More of them than fit into one piece of the part, and the cells between them all found."""
    height = record(37, bytes(6)) + record(1024, bytes(2)) + record(38)
    lines = []
    for index in range(20_000):
        filled = (number(3, index),) if index % 1_999 == 0 else ()
        blanks = [cell(BLANK, column, style=5) for column in range(index % 3)]
        lines.append((height if index % 2 else b"") + row(index, *blanks, *filled))
    found = table(*lines)
    assert [(line.number, line.cells[0].text, line.cells[0].column) for line in found.rows] == [
        (index + 1, str(index), 3) for index in range(0, 20_000, 1_999)
    ]


# ── the same grid in both formats ──


def quoted(written: str) -> str:
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;")):
        written = written.replace(sign, entity)
    return written


CODES = ("", "0.00%", "#,##0.00", "@", "yyyy/m/d", '0"分"', "#.00", "0;;;@")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=9)
VALUES = st.one_of(
    TEXTS.filter(lambda written: "_x" not in written),
    st.integers(-(1 << 40), 1 << 40),
    st.floats(-1e12, 1e12),
    st.booleans(),
)
GRIDS = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 9)),
    st.tuples(VALUES, st.sampled_from(CODES)),
    min_size=1,
    max_size=25,
)


@settings(max_examples=100, deadline=None)
@given(GRIDS, st.sets(st.integers(0, 12), max_size=3), st.booleans())
def test_a_grid_is_read_as_its_twin_in_xml(
    grid: dict[tuple[int, int], tuple[object, str]], hidden: set[int], merge: bool
) -> None:
    ranges = [(1, 3, 2, 5), (7, 7, 0, 9)] if merge else []
    binary = read(book(grid, ranges, name="表", hidden_rows=hidden), "a.xlsb").tables
    lines = ""
    for line in sorted({line for line, _ in grid}):
        lines += f'<row r="{line + 1}" hidden="{int(line in hidden)}">'
        for (place, column), (value, code) in sorted(grid.items()):
            if place == line:
                lines += xml_cell(line, column, value, CODES.index(code))
        lines += "</row>"
    merges = "".join(
        f'<mergeCell ref="{"ABCDEFGHIJ"[left]}{top + 1}:{"ABCDEFGHIJ"[right]}{bottom + 1}"/>'
        for top, bottom, left, right in ranges
    )
    styles = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{quoted(code or "General")}"/>'
        for n, code in enumerate(CODES)
    )
    styles = f"<numFmts>{styles}</numFmts><cellXfs>" + "".join(
        f'<xf numFmtId="{200 + n}"/>' for n in range(len(CODES))
    )
    data = xml_workbook(lines, f"<mergeCells>{merges}</mergeCells>", styles=styles + "</cellXfs>")
    assert binary == read(data, "a.xlsx").tables


def xml_cell(line: int, column: int, value: object, style: int) -> str:
    place = f'r="{"ABCDEFGHIJ"[column]}{line + 1}" s="{style}"'
    if isinstance(value, str):
        return f'<c {place} t="inlineStr"><is><t>{quoted(value)}</t></is></c>'
    if isinstance(value, bool):
        return f'<c {place} t="b"><v>{int(value)}</v></c>'
    return f"<c {place}><v>{value!r}</v></c>"


def test_the_row_of_a_grid() -> None:
    """The writer of grids itself, read back."""
    grid: dict[tuple[int, int], tuple[object, str]] = {
        (0, 0): ("项目支出绩效自评表", ""),
        (3, 1): (0.9569, "0.00%"),
        (3, 2): (True, ""),
        (3, 3): (29071, ""),
    }
    (found,) = read(book(grid, [(0, 0, 0, 8)], hidden_columns=[2]), "a.xlsb").tables
    assert found == Table(
        "自评表1",
        (
            Row((Cell("项目支出绩效自评表", 0, 9),), 1, "自评表1"),
            Row(
                (
                    Cell("95.69%", 1, stored="0.9569"),
                    Cell("TRUE", 2),
                    Cell("29071", 3, stored="29071"),
                ),
                4,
                "自评表1",
            ),
        ),
        hidden_columns=(HiddenColumns("自评表1", range(2, 3)),),
    )
    assert len(list(chain(grid))) == 4
