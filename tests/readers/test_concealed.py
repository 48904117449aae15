"""Rows and columns that a file holds and does not show, format by format."""

from __future__ import annotations

import struct

import pytest
from biff import number, record
from biff import workbook as binary_workbook
from odf import cell as ods_cell
from odf import content, package
from ooxml import cell, document, paragraph, row, table, workbook
from word import VANISHED, shape
from word import document as binary_document
from word import paragraph as binary_paragraph
from word import row as binary_row

from sheetlint.readers import read
from sheetlint.sheet.tables import HiddenColumns, Table


def hidden_rows(table: Table) -> list[int]:
    return [row.number for row in table.rows if row.hidden]


def columns(table: Table) -> list[tuple[int, int]]:
    return [(hidden.columns.start, hidden.columns.stop - 1) for hidden in table.hidden_columns]


# ── workbooks ──


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ('hidden="1"', True),
        ('hidden="true"', True),
        ('width="0"', True),
        ('width="0.0" customWidth="1"', True),
        ('hidden="0" width="0.7"', False),
        ('width="10"', False),
        ('outlineLevel="1" collapsed="1"', False),
    ],
)
def test_columns_in_xlsx(attributes: str, hidden: bool) -> None:
    lines = '<row r="1"><c r="A1"><v>1</v></c></row>'
    before = f'<cols><col min="3" max="16384" {attributes}/></cols>'
    found = read(workbook(lines, before), "a").tables[0]
    assert columns(found) == ([(2, 16_383)] if hidden else [])


def test_columns_in_xls() -> None:
    def format_of(first: int, last: int, width: int, flags: int) -> bytes:
        return record(0x007D, struct.pack("<HHHHHH", first, last, width, 0, flags, 0))

    one = format_of(1, 2, 2340, 1) + format_of(4, 4, 0, 0) + format_of(5, 256, 2340, 0x1000)
    data = binary_workbook(one + number(0, 0, 1), number(0, 0, 1))
    assert [table.hidden_columns for table in read(data, "a").tables] == [
        (HiddenColumns("表1", range(1, 3)), HiddenColumns("表1", range(4, 5))),
        (),
    ]


STYLES = (
    '<style:style style:name="flat" style:family="table-row">'
    '<style:table-row-properties style:row-height="0.00cm"/></style:style>'
    '<style:style style:name="thin" style:family="table-column">'
    '<style:table-column-properties style:column-width="0in"/></style:style>'
    '<style:style style:name="usual" style:family="table-column">'
    '<style:table-column-properties style:column-width="0.8in"/></style:style>'
)


def test_rows_and_columns_in_ods() -> None:
    def line(text: str, attributes: str = "") -> str:
        return f"<table:table-row {attributes}>{ods_cell(text)}</table:table-row>"

    column = "<table:table-column"
    one = (
        f'{column} table:style-name="usual" table:number-columns-repeated="2"/>'
        f'{column} table:visibility="collapse"/>{column}/>'
        f'{column} table:style-name="thin" table:number-columns-repeated="2"/>'
        f'<table:table-column-group table:display="false">{column}/><table:table-column-group>'
        f"{column}/></table:table-column-group></table:table-column-group>{column}/>"
        f'{column} table:visibility="collapse" table:number-columns-repeated="16384"/>'
        + line("一", 'table:visibility="collapse"')
        + line("二", 'table:visibility="filter"')
        + line("三", 'table:style-name="flat"')
        + f'<table:table-row-group table:display="false">{line("四")}<table:table-row-group>'
        + f"{line('五')}</table:table-row-group></table:table-row-group>{line('六')}"
        + f"<table:table-row-group>{line('七')}</table:table-row-group>"
    )
    two = f"{column}/>{line('一')}"
    tables = f'<table:table table:name="甲">{one}</table:table><table:table>{two}</table:table>'
    found, other = read(package(content(tables, STYLES)), "a").tables
    assert hidden_rows(found) == [1, 2, 3, 4, 5]
    assert columns(found) == [(2, 2), (4, 5), (6, 6), (7, 7), (9, 16_383)]
    assert found.hidden_columns[0].table == "甲"
    assert (hidden_rows(other), other.hidden_columns, len(other.rows)) == ([], (), 1)


# ── Word ──

VANISH = "<w:rPr><w:vanish/></w:rPr>"


def test_a_row_of_hidden_text_in_docx() -> None:
    body = table(
        row(cell("甲"), cell("1")),
        row(cell(paragraph("乙", VANISH)), cell(paragraph("2", VANISH) + paragraph("三", VANISH))),
        row(cell(paragraph("暗", VANISH)), cell("4")),
        row(cell("丁"), cell("5"), properties="<w:hidden/>"),
        row(cell(paragraph("", VANISH)), cell("")),
    )
    (found,) = read(document(body), "a").tables
    assert [(line.number, [c.text for c in line.cells], line.hidden) for line in found.rows] == [
        (1, ["甲", "1"], False),
        (2, ["乙", "2\n三"], True),
        (3, ["4"], False),
        (4, ["丁", "5"], True),
    ]


def test_hidden_text_that_is_no_row_of_a_table_is_not_there() -> None:
    body = paragraph("暗", VANISH) + paragraph("明") + table(row(cell("甲")))
    assert [line.cells[0].text for line in read(document(body), "a").tables[0].rows] == [
        "明",
        "甲",
    ]


def test_a_row_of_hidden_text_in_doc() -> None:
    two = shape([0, 500, 1000])

    def vanished(*texts: str) -> list[tuple[list[tuple[str, bytes]], bytes]]:
        marks = binary_row(*texts, about=two)
        return [([(run, VANISHED) for run, _ in runs], about) for runs, about in marks]

    found = read(
        binary_document(
            binary_paragraph("", runs=[("暗", VANISHED)]),
            *binary_row("甲", "1", about=two),
            *vanished("乙", "2"),
            *binary_row("丙", "3", about=two),
        ),
        "a",
    ).tables[0]
    assert [(line.number, [c.text for c in line.cells], line.hidden) for line in found.rows] == [
        (1, ["甲", "1"], False),
        (2, ["乙", "2"], True),
        (3, ["丙", "3"], False),
    ]


# ── web pages ──


@pytest.mark.parametrize(
    ("tags", "hidden"),
    [
        ("<col><col style='display:none'>", [(1, 1)]),
        ("<col span=2><col hidden span=2><col>", [(2, 3)]),
        ("<COL STYLE='visibility: collapse'>", [(0, 0)]),
        ("<colgroup span=2><colgroup style='display: none' span=3><colgroup>", [(2, 4)]),
        ("<colgroup hidden><col><col span=2></colgroup><col>", [(0, 0), (1, 2)]),
        ("<colgroup hidden span=9><col></colgroup><col><col hidden>", [(0, 0), (2, 2)]),
        ("<col width=0><col style='visibility:hidden'>", []),
        ("<col span=999999 hidden>", [(0, 999)]),
        ("<col span=0 hidden>", [(0, 0)]),
    ],
)
def test_columns_of_a_page(tags: str, hidden: list[tuple[int, int]]) -> None:
    page = f"<table><tr><td>前</table><table>{tags}<tr><td>甲<td>乙</table>"
    (found,) = read(page.encode(), "a").tables
    assert [(h.table, h.columns.start, h.columns.stop - 1) for h in found.hidden_columns] == [
        ("表2", *each) for each in hidden
    ]
    assert [[c.text for c in line.cells] for line in found.rows] == [["前"], ["甲", "乙"]]


@pytest.mark.parametrize(
    ("tag", "hidden"),
    [
        ("tr hidden", [1]),
        ("tr style='DISPLAY : none'", [1]),
        ("tr style='visibility:collapse'", [1]),
        ("tr style='visibility:visible'", []),
        ("tbody style='visibility:collapse'><tr", [1]),
    ],
)
def test_rows_of_a_page(tag: str, hidden: list[int]) -> None:
    page = f"<table><{tag}><td>甲<tbody><tr><td>乙</table>"
    (found,) = read(page.encode(), "a").tables
    assert hidden_rows(found) == hidden
    assert len(found.rows) == 2
