"""Word documents to rows."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from ooxml import cell, document, paragraph, row, table

from sheetlint.readers import read
from sheetlint.sheet.tables import Cell, Row

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"
CONTINUED = "<w:vMerge/>"
RESTART = '<w:vMerge w:val="restart"/>'


def rows(body: str, namespaces: str = "") -> tuple[Row, ...]:
    found = read(document(body, namespaces), "a.docx")
    assert found.format == "docx"
    assert [stream.name for stream in found.tables] == [""]
    return found.tables[0].rows


def text(content: str) -> str:
    """Of one paragraph with ``content``."""
    found = rows(f"<w:p>{content}</w:p>")
    return "\t".join(cell.text for cell in found[0].cells) if found else ""


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def spans(*lines: str) -> list[list[tuple[str, int, int, int]]]:
    return [[tuple(cell[:4]) for cell in line.cells] for line in rows(table(*lines))]


# ── paragraphs and text ──


def test_paragraphs_and_tables_in_their_order() -> None:
    body = (
        paragraph("自评表")
        + paragraph(" ")
        + table(row(cell("甲"), cell("乙")), row(cell(""), cell("")), row(cell("丙")))
        + paragraph("说明：\t无")
        + table(row(cell("丁")))
    )
    assert rows(body) == (
        Row((Cell("自评表", 0),), 1),
        Row((Cell("甲", 0), Cell("乙", 1)), 1, "表1"),
        Row((Cell("丙", 0),), 3, "表1"),
        Row((Cell("说明：", 0), Cell("无", 1)), 2),
        Row((Cell("丁", 0),), 1, "表2"),
    )


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("<w:t>甲</w:t>") + run("<w:t>乙</w:t>"), "甲乙"),
        (run("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>"), "甲\n乙\n丙"),
        (run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>"), "甲\t乙"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + run("<w:t>甲</w:t>"), "甲"),
        (run("<w:t>2021</w:t><w:noBreakHyphen/><w:t>2022</w:t>"), "2021-2022"),
        (f"<w:del>{run('<w:delText>旧</w:delText><w:t>旧</w:t>')}</w:del>", ""),
        (f"<w:moveFrom>{run('<w:t>旧</w:t>')}</w:moveFrom>" + run("<w:t>新</w:t>"), "新"),
        (f"<w:ins>{run('<w:t>新</w:t>')}</w:ins>", "新"),
        (f"<w:hyperlink>{run('<w:t>甲</w:t>')}</w:hyperlink>", "甲"),
        (f"<w:smartTag>{run('<w:t>甲</w:t>')}</w:smartTag>", "甲"),
        (f"<w:fldSimple w:instr='x'>{run('<w:t>甲</w:t>')}</w:fldSimple>", "甲"),
        (run("<w:instrText>PAGE</w:instrText>") + run("<w:t>甲</w:t>"), "甲"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('<w:t>甲</w:t>')}</w:sdtContent></w:sdt>", "甲"),
        (run("<w:t>暗</w:t>", "<w:vanish/>") + run("<w:t>明</w:t>"), "明"),
        (run("<w:t>明</w:t>", '<w:vanish w:val="0"/>'), "明"),
        ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("<w:t>明</w:t>"), "明"),
        (run("<w:t>明</w:t>", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "明"),
        (run('<w:sym w:font="Wingdings" w:char="F0FE"/>'), "☑"),
        (run('<w:sym w:font="Wingdings" w:char="F0FC"/>'), "√"),
        (run('<w:sym w:font="Wingdings 2" w:char="0052"/>'), "☑"),
        (run('<w:sym w:font="Wingdings" w:char="F0A8"/>'), "□"),
        (run('<w:sym w:font="Wingdings" w:char="zz"/>'), "□"),
        (run('<w:sym w:font="Symbol" w:char="F0B3"/>'), "≥"),
        (run("<w:t>R 是</w:t>", '<w:rFonts w:ascii="Wingdings 2"/>'), "☑ 是"),
        (run("<w:t>R 是</w:t>", '<w:rFonts w:ascii="Arial"/>'), "R 是"),
        (run("<w:t>\uf0a3 否</w:t>", '<w:rFonts w:ascii="Wingdings 2"/>'), "□ 否"),
        ("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt></w:ruby>" + run("<w:t>甲</w:t>"), "甲"),
    ],
)
def test_what_a_paragraph_shows(content: str, shown: str) -> None:
    assert text(content) == shown


def test_of_two_versions_of_a_thing_one_is_read() -> None:
    body = (
        f"<mc:AlternateContent><mc:Choice>{paragraph('新')}</mc:Choice>"
        f"<mc:Fallback>{paragraph('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    assert [line.cells[0].text for line in rows(body)] == ["新"]


def test_a_formula_of_the_equation_editor_is_text() -> None:
    body = "<w:p><m:oMath><m:r><m:t>≥98%</m:t></m:r></m:oMath></w:p>"
    namespace = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    assert rows(body, namespace)[0].cells[0].text == "≥98%"


def test_a_text_box_comes_before_the_paragraph_that_holds_it() -> None:
    box = (
        f"<w:pict><v:textbox><w:txbxContent>{paragraph('框')}</w:txbxContent></v:textbox></w:pict>"
    )
    body = f"<w:p><w:r>{box}</w:r><w:r><w:t>文</w:t></w:r></w:p>"
    assert [line.cells[0].text for line in rows(body, 'xmlns:v="v"')] == ["框", "文"]


def test_another_prefix_and_the_strict_namespace() -> None:
    body = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("甲")
    body += "</w:tc></w:tr></w:tbl>"
    data = document(body, word="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(data, "a").tables[0].rows == (Row((Cell("甲", 0, 2),), 1, "表1"),)


# ── cells ──


def test_the_text_of_a_cell() -> None:
    body = table(row(cell(paragraph("一") + paragraph("") + paragraph("二") + paragraph(" "))))
    assert rows(body)[0].cells == (Cell("一\n二", 0),)
    tabbed = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>"
    assert rows(table(row(cell(tabbed))))[0].cells == (Cell("甲 乙", 0),)


def test_spans_of_columns() -> None:
    before = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'
    assert spans(
        row(cell("甲", '<w:gridSpan w:val="3"/>'), cell("乙")),
        row(cell("丙"), cell("丁"), properties=before),
    ) == [[("甲", 0, 3, 1), ("乙", 3, 1, 1)], [("丙", 1, 1, 1), ("丁", 2, 1, 1)]]


def test_spans_of_rows() -> None:
    assert spans(
        row(cell("甲", RESTART), cell("1")),
        row(cell("", CONTINUED), cell("2")),
        row(cell("乙", RESTART), cell("3")),
        row(cell("丙", CONTINUED), cell("4")),
        row(cell("丁"), cell("5")),
        row(cell("戊", CONTINUED), cell("6")),
    ) == [
        [("甲", 0, 1, 2), ("1", 1, 1, 1)],
        [("2", 1, 1, 1)],
        [("乙\n丙", 0, 1, 2), ("3", 1, 1, 1)],
        [("4", 1, 1, 1)],
        [("丁", 0, 1, 1), ("5", 1, 1, 1)],
        [("戊", 0, 1, 1), ("6", 1, 1, 1)],
    ]


def test_a_block_of_columns_and_rows() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    assert spans(
        row(cell("0"), cell("块", wide + RESTART), cell("1")),
        row(cell("2"), cell("", wide + CONTINUED), cell("3")),
    ) == [
        [("0", 0, 1, 1), ("块", 1, 2, 2), ("1", 3, 1, 1)],
        [("2", 0, 1, 1), ("3", 3, 1, 1)],
    ]


def test_the_old_way_to_merge_columns() -> None:
    first, more = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    assert spans(row(cell("甲", first), cell("", more), cell("乙"))) == [
        [("甲", 0, 2, 1), ("乙", 2, 1, 1)]
    ]


@pytest.mark.parametrize("span", ["999999999", "99999999999999999999", "-4", "x", "0"])
def test_absurd_spans(span: str) -> None:
    (line,) = spans(row(cell("甲", f'<w:gridSpan w:val="{span}"/>'), cell("乙")))
    assert [shown for shown, *_ in line] == ["甲", "乙"]
    assert line[0][2] <= 256


def test_hidden_and_deleted_rows() -> None:
    found = rows(
        table(
            row(cell("甲"), properties="<w:hidden/>"),
            row(cell("乙"), properties="<w:del w:id='1'/>"),
            row(cell("丙"), properties="<w:ins w:id='1'/>"),
        )
    )
    assert [(line.cells[0].text, line.number, line.hidden) for line in found] == [
        ("甲", 1, True),
        ("丙", 3, False),
    ]


def test_what_a_cell_was_before_a_change_does_not_count() -> None:
    change = f"<w:tcPrChange><w:tcPr><w:gridSpan w:val='3'/>{CONTINUED}</w:tcPr></w:tcPrChange>"
    assert spans(row(cell("甲", change), cell("乙"))) == [[("甲", 0, 1, 1), ("乙", 1, 1, 1)]]


# ── tables in tables ──


def test_a_small_table_in_a_cell_is_text_of_the_cell() -> None:
    inner = table(row(cell("甲"), cell("乙")), row(cell("丙"), cell("")))
    found = rows(
        table(row(cell(paragraph("前") + inner + paragraph("")), cell("旁")), row(cell("末")))
    )
    assert [[c.text for c in line.cells] for line in found] == [["前\n甲 乙\n丙", "旁"], ["末"]]


def test_a_table_in_a_frame_keeps_its_rows() -> None:
    inner = table(*(row(cell(f"{n}"), cell("值")) for n in range(1, 4)))
    found = rows(
        table(row(cell(paragraph("自评表") + inner + paragraph("注：无")))) + table(row(cell("末")))
    )
    assert [(line.table, line.number, line.cells[0].text) for line in found] == [
        (None, 1, "自评表"),
        ("表1", 1, "1"),
        ("表1", 2, "2"),
        ("表1", 3, "3"),
        (None, 2, "注：无"),
        ("表2", 1, "末"),
    ]


# ── against python-docx ──


def test_a_document_of_libreoffice() -> None:
    data = (FIXTURES / "libreoffice.docx").read_bytes()
    found = read(data, "a.docx").tables[0].rows
    assert [
        (line.table, line.number, [tuple(c[:4]) for c in line.cells])
        for line in found
        if line.table in (None, "表1")
    ] == [
        (None, 1, [("项目支出绩效自评表", 0, 1, 1)]),
        (None, 2, [("主管部门：某局", 0, 1, 1), ("单位：元", 1, 1, 1)]),
        ("表1", 1, [("合并三列", 0, 3, 1), ("0.3", 3, 1, 1), ("0.4", 4, 1, 1)]),
        (
            "表1",
            2,
            [
                ("合并三行", 0, 1, 3),
                ("1.1", 1, 1, 1),
                ("1.2", 2, 1, 1),
                ("1.3", 3, 1, 1),
                ("一\n二", 4, 1, 1),
            ],
        ),
        ("表1", 3, [("2.1", 1, 1, 1), ("合并四格", 2, 2, 2), ("2.4", 4, 1, 1)]),
        ("表1", 4, [("3.1", 1, 1, 1), ("3.4", 4, 1, 1)]),
        (None, 3, [("说明：无", 0, 1, 1)]),
    ]
    same_as_python_docx(data, "表1")


def test_a_document_of_python_docx() -> None:
    made = docx.Document()
    grid = made.add_table(12, 9)
    for r in range(12):
        for c in range(9):
            grid.cell(r, c).text = f"{r}行{c}列\n第二段"
    for first, last in (((0, 0), (0, 8)), ((1, 0), (4, 0)), ((5, 2), (7, 4)), ((9, 7), (11, 8))):
        grid.cell(*first).merge(grid.cell(*last)).text = f"合并{first}"
    out = io.BytesIO()
    made.save(out)
    same_as_python_docx(out.getvalue(), "表1")


def same_as_python_docx(data: bytes, name: str) -> None:
    """python-docx repeats a merged cell at every place that it covers."""
    ours = {
        (line.number - 1 + down, cell.column + right): cell.text
        for line in read(data, "a.docx").tables[0].rows
        if line.table == name
        for cell in line.cells
        for down in range(cell.rows)
        for right in range(cell.columns)
    }
    grid = docx.Document(io.BytesIO(data)).tables[0]
    theirs = {
        (r, c): shown.text
        for r, line in enumerate(grid.rows)
        for c, shown in enumerate(line.cells)
        if shown.text
    }
    assert ours == theirs
