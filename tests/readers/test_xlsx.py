"""Workbooks to rows."""

from __future__ import annotations

import time

import pytest
from ooxml import (
    STRICT_MAIN,
    STRICT_OFFICE,
    archive,
    relationships,
    workbook,
    workbook_parts,
    worksheet,
)

from sheetlint.readers import Limits, read
from sheetlint.sheet.tables import Cell, Row, Unreadable

STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="0.000%"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="31"/></cellXfs>'
    '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>'
)


def rows(data: str, rest: str = "", **more: str) -> tuple[Row, ...]:
    return read(workbook(data, rest, **more), "a.xlsx").tables[0].rows


def cells(data: str, **more: str) -> tuple[Cell, ...]:
    return rows(f'<row r="1">{data}</row>', **more)[0].cells


# ── values ──


def test_a_rate_is_what_its_format_shows_and_what_is_stored_behind() -> None:
    assert cells('<c r="G1" s="1"><v>0.98878000000000004</v></c>', styles=STYLES) == (
        Cell("98.88%", 6, stored="0.98878"),
    )


def test_formats_by_style() -> None:
    data = "".join(f'<c s="{style}"><v>45356.5</v></c>' for style in (0, 2, 3, 9))
    shown = [cell.text for cell in cells(data, styles=STYLES)]
    assert shown == ["45356.5", "4535650.000%", "2024年3月5日", "45356.5"]


def test_dates_from_1904() -> None:
    properties = '<workbookPr date1904="1"/>'
    shown = cells('<c s="3"><v>43894</v></c>', styles=STYLES, properties=properties)
    assert shown[0].text == "2024年3月5日"


@pytest.mark.parametrize(
    ("xml", "text", "stored"),
    [
        ('<c t="b"><v>1</v></c>', "TRUE", None),
        ('<c t="b"><v>0</v></c>', "FALSE", None),
        ('<c t="e"><v>#DIV/0!</v></c>', "#DIV/0!", None),
        ('<c t="str"><v>12</v></c>', "12", None),
        ('<c t="d"><v>2024-03-05T00:00:00</v></c>', "2024-03-05", None),
        ('<c t="inlineStr"><is><t>甲</t></is></c>', "甲", None),
        (
            '<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></is></c>',
            "甲乙",
            None,
        ),
        ('<c t="inlineStr"><is><t>一_x000D_\n二_x005F_x</t></is></c>', "一\n二_x", None),
        ('<c t="inlineStr"><is><t>_xD83D_</t></is></c>', "\ufffd", None),
        ("<c><v>1E3</v></c>", "1000", "1000"),
        ("<c><v>000.50</v></c>", "0.5", "0.5"),
        ("<c><v>007</v></c>", "7", "7"),
        ("<c><v>NaN</v></c>", "NaN", None),
        ("<c><v>-0</v></c>", "0", "0"),
    ],
)
def test_types_of_cells(xml: str, text: str, stored: str | None) -> None:
    assert cells(xml) == (Cell(text, 0, stored=stored),)


def test_shared_strings_with_runs_and_readings() -> None:
    strings = (
        "<si><t>甲</t></si>"
        "<si><r><rPr><b/></rPr><t>产出</t></r><r><t>指标</t></r><rPh><t>x</t></rPh></si>"
        "<si/>"
    )
    data = '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c>'
    assert cells(data, strings=strings) == (Cell("产出指标", 0), Cell("甲", 1))


# ── formulas ──


@pytest.mark.parametrize(
    ("xml", "cell"),
    [
        ("<c><f>A2*2</f><v>7</v></c>", Cell("7", 0, stored="7", formula="A2*2")),
        ('<c s="1"><f>100%</f><v>1</v></c>', Cell("100.00%", 0, stored="1", formula="100%")),
        ("<c><f>A2*2</f></c>", Cell("", 0, formula="A2*2", computed=False)),
        ("<c><f>A2*2</f><v></v></c>", Cell("", 0, formula="A2*2", computed=False)),
        ('<c t="str"><f>A2</f><v>优</v></c>', Cell("优", 0, formula="A2")),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', Cell("#DIV/0!", 0, formula="1/0")),
    ],
)
def test_formulas(xml: str, cell: Cell) -> None:
    assert cells(xml, styles=STYLES) == (cell,)


def test_an_empty_string_is_a_result_of_a_formula() -> None:
    data = '<c><v>1</v></c><c t="str"><f>IF(A1="","x","")</f><v></v></c>'
    assert cells(data)[1] == Cell("", 1, formula='IF(A1="","x","")')


def test_a_shared_formula_is_known_to_all_its_cells() -> None:
    data = (
        '<c><f t="shared" si="0" ref="A1:B1">C1*2</f><v>4</v></c>'
        '<c><f t="shared" si="0"/><v>6</v></c>'
    )
    assert [(cell.formula, cell.text) for cell in cells(data)] == [("C1*2", "4"), ("C1*2", "6")]


# ── places ──


def test_places_without_references_follow_each_other() -> None:
    data = "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c r='E3'><v>3</v></c></row>"
    assert [(row.number, [cell.column for cell in row.cells]) for row in rows(data)] == [
        (1, [0, 2]),
        (3, [4]),
    ]


def test_rows_and_cells_out_of_order_are_put_in_order() -> None:
    data = (
        '<row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>1</v></c><c r="A5"><v>9</v></c></row>'
        '<row r="2"><c r="AA2"><v>2</v></c></row>'
    )
    assert [(row.number, [(c.column, c.text) for c in row.cells]) for row in rows(data)] == [
        (2, [(26, "2")]),
        (5, [(0, "9"), (2, "3")]),
    ]


def test_hidden_rows_are_read_and_marked() -> None:
    data = (
        '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" ht="0"><c><v>2</v></c></row>'
        '<row r="3" ht="15"><c><v>3</v></c></row>'
    )
    assert [row.hidden for row in rows(data)] == [True, True, False]


def test_of_a_merged_range_the_first_cell_stands_for_all() -> None:
    data = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>8</v></c><c r="D1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>8</v></c><c r="D2"><v>3</v></c></row>'
        '<row r="3"><c r="A3"><v>8</v></c><c r="C3"><v>8</v></c></row>'
    )
    merges = '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="$D$1:$D$1"/></mergeCells>'
    assert [row.cells for row in rows(data, merges)] == [
        (Cell("1", 0, 3, 3, "1"), Cell("2", 3, 1, 1, "2")),
        (Cell("3", 3, 1, 1, "3"),),
    ]


def test_a_merge_of_whole_rows_or_columns_is_cut_to_what_is_used() -> None:
    data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="4"><c r="D4"><v>2</v></c></row>'
    merges = '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>'
    assert rows(data, merges)[0].cells == (Cell("1", 0, 4, 1, "1"),)
    merges = '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>'
    assert rows(data, merges)[0].cells == (Cell("1", 0, 1, 4, "1"),)


# ── packages ──


def test_the_strict_format() -> None:
    data = workbook_parts(
        worksheet("<row><c><v>1</v></c></row>", main=STRICT_MAIN),
        main=STRICT_MAIN,
        office=STRICT_OFFICE,
    )
    assert read(archive(data), "a.xlsx").tables[0].rows[0].cells == (Cell("1", 0, stored="1"),)


def test_elements_with_a_prefix() -> None:
    sheet = (
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2"><x:f>A1</x:f><x:v>5</x:v>'
        '</x:c><ext:c r="C2"><ext:v>6</ext:v></ext:c></x:row></x:sheetData></x:worksheet>'
    )
    found = read(archive(workbook_parts(sheet)), "a.xlsx").tables[0].rows
    assert found == (Row((Cell("5", 1, stored="5", formula="A1"),), 2, "表"),)


@pytest.mark.parametrize("target", ["/xl/worksheets/sheet1.xml", "../xl/worksheets/Sheet1.xml"])
def test_absolute_and_relative_targets(target: str) -> None:
    assert rows("<row><c><v>1</v></c></row>", target=target)[0].cells[0].text == "1"


def test_sheets_in_their_order_with_hidden_ones_and_without_charts() -> None:
    parts = workbook_parts(worksheet("<row><c><v>1</v></c></row>"))
    parts["xl/workbook.xml"] = (
        '<workbook xmlns:q="x"><sheets><sheet name="图" q:id="rId3"/>'
        '<sheet name="二" state="veryHidden" q:id="rId2"/><sheet name="一" q:id="rId1"/></sheets>'
        "</workbook>"
    )
    parts["xl/_rels/workbook.xml.rels"] = relationships(
        ("worksheet", "worksheets/sheet1.xml"),
        ("worksheet", "worksheets/sheet1.xml"),
        ("chartsheet", "chartsheets/sheet1.xml"),
    )
    found = read(archive(parts), "a.xlsx").tables
    assert [(table.name, table.hidden, table.rows[0].table) for table in found] == [
        ("二", True, "二"),
        ("一", False, "一"),
    ]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_without_its_sheet_is_damaged(part: str) -> None:
    parts = workbook_parts(worksheet(""))
    del parts[part]
    with pytest.raises(Unreadable) as caught:
        read(archive(parts), "a.xlsx")
    assert caught.value.reason.zh == "文件已损坏或不完整，可能没有下载完或没有复制完。"


# ── size ──


def test_a_stray_cell_in_the_last_corner_costs_nothing() -> None:
    start = time.perf_counter()
    found = rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert [(row.number, row.cells[0].column) for row in found] == [(1_048_576, 16_383)]
    assert time.perf_counter() - start < 20


def test_empty_rows_with_a_format_cost_little() -> None:
    """More tags than any other part of a file may have: a format down to the last row."""
    lines = "".join(
        f'<row r="{number}" s="5" customFormat="1"><c r="A{number}" s="5"/></row>'
        for number in range(2, 300_000)
    )
    lines += "".join(f'<row r="{n}" s="5" customFormat="1"/>' for n in range(300_000, 500_001))
    data = workbook(f'<row r="1"><c r="A1"><v>1</v></c></row>{lines}')
    start = time.perf_counter()
    found = read(data, "a.xlsx").tables[0].rows
    assert found == (Row((Cell("1", 0, stored="1"),), 1, "表"),)
    assert time.perf_counter() - start < 20


def test_dropping_empty_cells_changes_nothing() -> None:
    lines = "".join(
        f'<row r="{n}"><c r="A{n}" s="1" t="n"></c><c r="B{n}"><v>{n}</v></c><c r="C{n}"/></row>'
        f'<row r="{n + 1}"><c r="A{n + 1}" s="1"/></row>'
        for n in range(1, 4_000, 2)
    )
    found = rows(lines)
    assert [(row.number, row.cells[0].column, row.cells[0].text) for row in found] == [
        (n, 1, str(n)) for n in range(1, 4_000, 2)
    ]
    # Cells that count from the one before them are left alone.
    counted = rows(lines + '<row r="5000"><c r="B5000"/><c><v>7</v></c></row>')
    assert counted[-1].cells[0].column == 2


def test_limits() -> None:
    data = workbook("<row>" + "<c><v>1</v></c>" * 11 + "</row>")
    with pytest.raises(Unreadable) as caught:
        read(data, "a.xlsx", Limits(max_cells=10))
    assert caught.value.reason.zh == "文件内容过大，远远超过一份自评表。"


@pytest.mark.parametrize("row", ['<row r="{}" ht="14"/>', '<row r="{}" ht="14"></row>'])
def test_the_bound_of_a_worksheet_counts_elements_and_not_tags(row: str) -> None:
    """Programs write an empty row with one tag or with two."""
    data = workbook("".join(row.format(number) for number in range(1, 1_001)))
    # Besides the rows: the declaration, the worksheet and its sheetData.
    assert read(data, "a.xlsx", Limits(max_worksheet_elements=1_003)).tables[0].rows == ()
    with pytest.raises(Unreadable) as caught:
        read(data, "a.xlsx", Limits(max_worksheet_elements=999))
    assert caught.value.reason.zh == "文件内容过大，远远超过一份自评表。"
