"""OpenDocument spreadsheets to rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from odf import SPACE, cell, content, package

from sheetlint.readers import Limits, read
from sheetlint.sheet.tables import Cell, Row, Table, Unreadable

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"


def worksheets(tables: str, styles: str = "", limits: Limits | None = None) -> tuple[Table, ...]:
    found = read(package(content(tables, styles)), "a.ods", limits or Limits())
    assert found.format == "ods"
    return found.tables


def rows(data: str, limits: Limits | None = None) -> tuple[Row, ...]:
    (table,) = worksheets(f'<table:table table:name="表">{data}</table:table>', "", limits)
    return table.rows


def cells(data: str) -> tuple[Cell, ...]:
    found = rows(f"<table:table-row>{data}</table:table-row>")
    return found[0].cells if found else ()


# ── whole files ──


def test_a_spreadsheet_that_libreoffice_made_of_a_workbook() -> None:
    ours = read((FIXTURES / "libreoffice.ods").read_bytes(), "a.ods")
    workbook = read((FIXTURES / "libreoffice.xlsx").read_bytes(), "a.xlsx")
    assert [(t.name, t.hidden) for t in ours.tables] == [
        (t.name, t.hidden) for t in workbook.tables
    ]
    for table, same in zip(ours.tables, workbook.tables, strict=True):
        assert [(r.number, r.hidden) for r in table.rows] == [
            (r.number, r.hidden) for r in same.rows
        ]
        found, wanted = _by_place(table), _by_place(same)
        # Dates have no number here, LibreOffice shows more digits, TRUE() is a number to it.
        for place, text in {
            (7, 1): "2024年3月5日",
            (7, 3): "0.333333333333333",
            (7, 4): "TRUE",
            (9, 4): "123456789012",
            (9, 6): "14:30",
        }.items():
            if place in found:
                wanted[place] = wanted[place]._replace(text=text, stored=found[place].stored)
        assert found == wanted


def _by_place(table: Table) -> dict[tuple[int, int], Cell]:
    return {(row.number, cell.column): cell for row in table.rows for cell in row.cells}


# ── text ──


@pytest.mark.parametrize(
    ("paragraphs", "shown"),
    [
        ("<text:p>甲</text:p><text:p>乙</text:p>", "甲\n乙"),
        ("<text:p>甲<text:line-break/>乙</text:p>", "甲\n乙"),
        ("<text:p>甲<text:s text:c='3'/>乙<text:s/>丙<text:tab/>丁</text:p>", "甲   乙 丙\t丁"),
        ("<text:p>甲\n   乙</text:p>", "甲 乙"),
        ("<text:p><text:span>甲</text:span><text:a>乙</text:a></text:p>", "甲乙"),
        ("<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p>", "甲"),
        ("<text:p>甲<office:annotation><text:p>注</text:p></office:annotation>乙</text:p>", "甲乙"),
        ("<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>", ""),
        (
            "<text:p><text:ruby-base>甲</text:ruby-base><text:ruby-text>j</text:ruby-text></text:p>",
            "甲",
        ),
        ("<text:p>&lt;5%</text:p>", "<5%"),
        ("<text:p>甲</text:p><table:table><table:table-row/></table:table>", "甲"),
    ],
)
def test_what_a_cell_shows(paragraphs: str, shown: str) -> None:
    found = cells(f"<table:table-cell>{paragraphs}</table:table-cell>{cell('尾')}")
    assert found == ((Cell(shown, 0),) if shown else ()) + (Cell("尾", 1),)


@pytest.mark.parametrize(
    ("attributes", "text", "stored"),
    [
        ('office:value-type="float" office:value="29071.66"', "29,071.66", "29071.66"),
        ('office:value-type="percentage" office:value="0.9569"', "95.69%", "0.9569"),
        ('office:value-type="currency" office:value="1.5E3"', "￥1500", "1500"),
        ('office:value-type="float" office:value="x"', "7", None),
        ('office:value-type="string"', "10", None),
        ('office:value-type="date" office:date-value="2024-03-05"', "2024年3月5日", None),
    ],
)
def test_the_number_behind_a_text(attributes: str, text: str, stored: str | None) -> None:
    assert cells(cell(text, attributes)) == (Cell(text, 0, stored=stored),)


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ('office:value-type="float" office:value="10"', "10"),
        ('office:value-type="percentage" office:value="0.9569"', "95.69%"),
        ('office:value-type="string" office:string-value="甲"', "甲"),
        ('office:value-type="date" office:date-value="2024-03-05"', "2024-03-05"),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE"),
    ],
)
def test_a_value_without_a_text_shows_itself(attributes: str, shown: str) -> None:
    assert [c.text for c in cells(f"<table:table-cell {attributes}/>")] == [shown]


@pytest.mark.parametrize(
    ("written", "formula"),
    [
        ("of:=SUM([.B2:.B5])", "SUM(B2:B5)"),
        (
            "of:=IF([.A1]=&quot;a;b&quot;;[$'一 表'.C3];[$Sheet2.$D$4])",
            "IF(A1=\"a;b\",'一 表'!C3,Sheet2!$D$4)",
        ),
        ("oooc:=[.A1]*1.5", "A1*1.5"),
        ("=1.5+[.A1]", "1.5+A1"),
    ],
)
def test_formulas_are_written_as_in_a_workbook(written: str, formula: str) -> None:
    value = 'office:value-type="float" office:value="7"'
    assert cells(cell("7", f'table:formula="{written}" {value}')) == (
        Cell("7", 0, stored="7", formula=formula),
    )


def test_a_formula_without_a_value() -> None:
    formula = 'table:formula="of:=1"'
    assert cells(f"<table:table-cell {formula}/>") == (Cell("", 0, formula="1", computed=False),)
    assert cells(cell("", formula)) == ()
    assert cells(cell("", formula) + cell("甲"))[0] == Cell("", 0, formula="1", computed=True)


# ── rows, columns, spans ──


def test_spans_and_covered_cells() -> None:
    spans = 'table:number-columns-spanned="2" table:number-rows-spanned="2"'
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    hidden_text = "<table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell>"
    assert rows(
        f"<table:table-row>{cell('甲', spans)}{hidden_text}{cell('乙')}</table:table-row>"
        f"<table:table-row>{covered}{cell('丙')}</table:table-row>"
    ) == (
        Row((Cell("甲", 0, 2, 2), Cell("乙", 2)), 1, "表"),
        Row((Cell("丙", 2),), 2, "表"),
    )


def test_repeated_rows_and_columns() -> None:
    found = rows(
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2">'
        '<table:table-cell table:number-columns-repeated="4"/>'
        + cell("—", 'table:number-columns-repeated="2"')
        + f"{cell('尾')}</table:table-row>"
        f"<table:table-row>{cell('末')}</table:table-row>"
    )
    same = (Cell("—", 4), Cell("—", 5), Cell("尾", 6))
    assert found == (Row(same, 4, "表"), Row(same, 5, "表"), Row((Cell("末", 0),), 6, "表"))


def test_a_million_empty_rows_cost_nothing() -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>'
        "</table:table-row>"
    )
    assert rows(empty * 100) == ()
    last = f"<table:table-row>{cell('末')}</table:table-row>"
    assert rows(empty + "<table:table-row/>" + last)[0].number == 1_048_576
    with pytest.raises(Unreadable):
        rows(empty + empty + last)


def test_text_in_every_cell_of_a_worksheet_is_too_much() -> None:
    line = cell("满", 'table:number-columns-repeated="16384"')
    with pytest.raises(Unreadable) as caught:
        rows(f'<table:table-row table:number-rows-repeated="1048576">{line}</table:table-row>')
    assert caught.value.reason.zh == "文件内容过大，远远超过一份自评表。"


def test_spans_over_whole_columns_are_cut_to_what_is_used() -> None:
    spans = 'table:number-columns-spanned="999999999" table:number-rows-spanned="1048576"'
    found = rows(
        f"<table:table-row>{cell('甲', spans)}</table:table-row>"
        f"<table:table-row><table:table-cell/>{cell('乙')}</table:table-row>"
    )
    assert found[0].cells == (Cell("甲", 0, 2, 2),)


def test_hidden_rows_and_worksheets() -> None:
    styles = (
        '<style:style style:name="{}"><style:table-properties table:display="{}"/></style:style>'
    )
    table = (
        '<table:table table:name="{0}" table:style-name="{0}">'
        f"<table:table-row>{cell('甲')}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{cell("乙")}</table:table-row>'
        f'<table:table-row table:visibility="filter">{cell("丙")}</table:table-row></table:table>'
    )
    found = worksheets(
        table.format("一") + table.format("二"),
        styles.format("一", "true") + styles.format("二", "false"),
    )
    assert [(t.name, t.hidden) for t in found] == [("一", False), ("二", True)]
    assert [row.hidden for row in found[0].rows] == [False, True, True]


def test_groups_of_rows_are_transparent_and_other_tables_are_no_worksheets() -> None:
    line = f"<table:table-row>{cell('甲')}</table:table-row>"
    found = rows(
        f"<table:shapes><draw:frame><text:p>图</text:p></draw:frame></table:shapes>"
        f"<table:table-header-rows>{line}</table:table-header-rows>"
        f"<table:table-row-group><table:table-row-group>{line}</table:table-row-group>"
        f"</table:table-row-group><table:table-rows>{line}</table:table-rows>"
    )
    assert [row.number for row in found] == [1, 2, 3]
    table = f'<table:table table:name="表">{line}</table:table>'
    changes = f"<table:tracked-changes>{table}</table:tracked-changes>"
    links = f"<table:dde-links>{table}</table:dde-links>"
    assert len(worksheets(changes + table + links)) == 1


def test_prefixes_are_only_prefixes() -> None:
    spaces = f'xmlns:o="{SPACE}office:1.0" xmlns:t="{SPACE}table:1.0" xmlns="{SPACE}text:1.0"'
    unusual = (
        f'<o:document-content {spaces}><o:body><t:table t:name="表"><t:table-row>'
        '<t:table-cell t:number-columns-repeated="2"/><t:table-cell><p>甲</p></t:table-cell>'
        "</t:table-row></t:table></o:body></o:document-content>"
    )
    assert read(package(unusual), "a").tables[0].rows == (Row((Cell("甲", 2),), 1, "表"),)


# ── what is not read ──


def test_a_spreadsheet_under_a_password() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(Unreadable) as caught:
        read(package("x", **{"META-INF/manifest.xml": manifest}), "a.ods")
    assert caught.value.reason.zh == "文件设有打开密码，不能读取。"


@pytest.mark.parametrize(
    "part",
    [
        "",
        "<a",
        "<a/>",
        content(""),
        content("<table:table><table:table-row><table:table-cell>" * 2),
        f"<table:table-row>{cell('甲')}</table:table-row>",
        content("<table:table>" + "<table:table-cell>" * 2),
        content("<table:table>" + "<text:p>" * 5_000),
        content("<table:table>" + "<table:table-row-group>" * 5_000),
        '<!DOCTYPE a [<!ENTITY b "c">]>' + content(""),
        content("<table:table><table:table-row>" + cell('<text:s text:c="99999"/>' * 3)),
    ],
)
def test_content_that_is_no_spreadsheet(part: str) -> None:
    with pytest.raises(Unreadable):
        read(package(part), "a.ods")


def test_limits() -> None:
    line = f"<table:table-row>{cell('甲')}{cell('乙')}</table:table-row>"
    assert len(rows(line * 2, Limits(max_cells=4))) == 2
    with pytest.raises(Unreadable):
        rows(line * 2, Limits(max_cells=3))
    with pytest.raises(Unreadable):
        rows(f"<table:table-row>{cell('甲' * 11)}</table:table-row>", Limits(max_text=10))
