"""Web pages to rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.readers import read
from sheetlint.sheet.tables import Cell, Row

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"


def rows(page: str | bytes) -> tuple[Row, ...]:
    data = page if isinstance(page, bytes) else f"<html><body>{page}".encode()
    found = read(data, "a.xls")
    assert found.format == "html"
    assert [stream.name for stream in found.tables] == [""]
    return found.tables[0].rows


def grid(table: str) -> list[list[tuple[str, int, int, int]]]:
    """Text, column, columns and rows of the cells of each row."""
    return [[tuple(cell[:4]) for cell in row.cells] for row in rows(f"<table>{table}</table>")]


def shown(content: str) -> str:
    """In a cell with ``content``, which must not spill over."""
    found = rows(f"<table><tr><td>{content}</td><td>尾</td></tr></table>")
    assert found[0].cells[-1][:2] == ("尾", 1)
    assert len(found) == 1
    return found[0].cells[0].text if len(found[0].cells) == 2 else ""


# ── whole files ──


def test_a_workbook_that_libreoffice_saved_as_a_page() -> None:
    found = rows((FIXTURES / "libreoffice-calc.html").read_bytes())
    workbook = read((FIXTURES / "libreoffice.xlsx").read_bytes(), "a.xlsx").tables[0]
    # Hidden rows and worksheets are not on the page.
    wanted = [row for row in workbook.rows if not row.hidden]
    # LibreOffice shows more digits, and TRUE() as a number.
    other = {"0.333333333": "0.333333333333333", "1.23457E+11": "123456789012", "TRUE": "1"}
    assert [_plain(row) for row in found] == [
        [(other.get(text, text), *place) for text, *place in _plain(row)] for row in wanted
    ]
    (rate,) = (cell for row in found for cell in row.cells if cell.text == "95.69%")
    assert round(float(rate.stored or ""), 4) == 0.9569


def _plain(row: Row) -> list[tuple[str, int, int, int]]:
    return [(cell.text, cell.column, cell.columns, cell.rows) for cell in row.cells if cell.text]


def test_a_document_that_libreoffice_saved_as_a_page() -> None:
    found = rows((FIXTURES / "libreoffice-writer.html").read_bytes())
    (stream,) = read((FIXTURES / "libreoffice.docx").read_bytes(), "a.docx").tables
    # A tab between two fields of a line is only a blank on a page.
    assert found[1] == Row((Cell("主管部门：某局 单位：元", 0),), 2)
    assert found[:1] + found[2:] == stream.rows[:1] + stream.rows[2:]


def test_lines_and_tables_in_their_order() -> None:
    page = (
        "<title>无关</title><h2>自评表</h2>（2022年度）<br>单位：元<div><p> &nbsp; </p></div>"
        "<table><caption>附表</caption><tr><th>甲<td>乙<tr><td><tr><td>丙</table>说明"
        "<table><tr><td>丁</table>"
    )
    assert rows(page) == (
        Row((Cell("自评表", 0),), 1),
        Row((Cell("（2022年度）", 0),), 2),
        Row((Cell("单位：元", 0),), 3),
        Row((Cell("附表", 0),), 4),
        Row((Cell("甲", 0), Cell("乙", 1)), 1, "表1"),
        Row((Cell("丙", 0),), 3, "表1"),
        Row((Cell("说明", 0),), 5),
        Row((Cell("丁", 0),), 1, "表2"),
    )


def test_a_page_without_anything() -> None:
    assert rows("<script>var a = '<td>甲</td>'</script>") == ()


# ── encodings ──


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("gb2312", "utf-8"),
        ("utf-8", "utf-8"),
        ("utf-8", "gb18030"),
        ("", "utf-8-sig"),
        ("", "gb18030"),
        ("unicode", "utf-16"),
        ("big5", "big5hkscs"),
        ("windows-1252", "gb18030"),
        ("no-such-thing", "utf-8"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    page = (
        f'<html><meta http-equiv=content-type content="text/html; charset={declared}">聯通支出績效'
    )
    assert rows(page.encode(encoding))[0].cells[0].text == "聯通支出績效"


def test_two_characters_of_gb18030_that_are_good_utf_8() -> None:
    assert rows("<html><meta charset=GBK><p>联通".encode("gb18030"))[0].cells[0].text == "联通"


def test_a_western_page_with_chinese_as_numbers() -> None:
    page = b"<html><meta charset=windows-1252><p>&#33258;&#35780;\xa0\x97\xa0<b>10</b>"
    assert rows(page)[0].cells[0].text == "自评 — 10"


def test_an_xml_declaration_names_the_encoding() -> None:
    page = '<?xml version="1.0" encoding="gb2312"?><html><p>联通'
    assert rows(page.encode("gb18030"))[0].cells[0].text == "联通"


# ── text ──


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("甲<br>乙<br/>丙", "甲\n乙\n丙"),
        ("<p>甲</p><p>乙<p>丙", "甲\n乙\n丙"),
        ("<div>甲<div>乙</div></div>丙", "甲\n乙\n丙"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
        ("  甲\n  乙 <b> 丙</b>丁", "甲乙 丙丁"),
        ("a\r\n\tb", "a b"),
        ("甲&nbsp;&nbsp;乙&nbsp;", "甲  乙"),
        ("&ge;98&#37;&#x3000;&lt;b&gt;&amp;amp;", "≥98%　<b>&amp;"),
        ("&unknown; & &#0;", "&unknown; & \ufffd"),
        ("<5%<6 < 7", "<5%<6 < 7"),
        ("甲<!-- <td>乙</td> -->丙<!---->丁<!-->戊", "甲丙丁戊"),
        ("<![if !supportEmptyParas]>甲<![endif]><?xml:namespace prefix=o?>", "甲"),
        ("<!--[if gte mso 9]><xml><w:x>乙</w:x></xml><![endif]-->甲", "甲"),
        ("<xml><td>乙</td></xml>甲", "甲"),
        ("<script>if (a<b) '</td>';</script>甲<style>td{}</style>", "甲"),
        ("<o:p>甲</o:p><font color=red>乙</font>", "甲乙"),
        ("<ruby>甲<rp>(</rp><rt>jia</rt></ruby>", "甲"),
        ("<del>旧</del><ins>新</ins>", "新"),
        ("<pre>甲\n乙  丙</pre>", "甲\n乙  丙"),
        ("<b title='>'>甲</b><i title=\"a'>\">乙</i>", "甲乙"),
        ("<B/>甲</B >", "甲"),
        ("</>甲</ 无>", "甲"),
    ],
)
def test_what_a_cell_shows(content: str, text: str) -> None:
    assert shown(content) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<span style='display:none'>暗</span>明", "明"),
        ('<div style="color:red; DISPLAY : none">暗<div>暗</div><br>暗</div>明', "明"),
        ("<p hidden>暗", ""),
        ("明<div style='display:none'>暗<table><tr><td>暗</td></tr></table>", "明"),
        ("<input style='display:none' value=暗>明", "明"),
        ("<table style='display:none'><tr><td><table><tr><td>暗</table></table>明", "明"),
        ("<noscript>暗</noscript><button>保存</button><template><td>暗</template>明", "明"),
    ],
)
def test_what_is_hidden(content: str, text: str) -> None:
    assert shown(content) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<input value='98.88%'>", "98.88%"),
        ("<input type=TEXT value=&ge;9><input type=hidden value=暗>", "≥9"),
        ("<input type=radio checked>优<input type=radio>良", "☑优□良"),
        ("<input type=button value=保存><input>", ""),
        ("<textarea rows=3>\n第一行\n<第二行> &lt;</textarea>", "第一行\n<第二行> <"),
        ("<select><option>甲<option selected>乙</select>丙", "乙丙"),
        ("共<select><option value=1>甲</option><option>乙</option></select>个", "共甲个"),
        ("<select multiple><option selected>甲<option>乙<option selected>丙</select>", "甲、丙"),
        ("<select></select>甲", "甲"),
        ("<select><option>甲", "甲"),
    ],
)
def test_fields_of_a_form_show_what_is_filled_in(content: str, text: str) -> None:
    assert shown(content) == text


@pytest.mark.parametrize(
    ("attributes", "stored", "formula"),
    [
        ("x:num=0.9888", "0.9888", None),
        ("x:num", "9888", None),
        ('x:num="1E3" x:fmla="=SUM(A1:A2)"', "1000", "SUM(A1:A2)"),
        ("sdval='29071.66' sdnum='1033;'", "29071.66", None),
        ("x:str", None, None),
        ("x:num=x", None, None),
    ],
)
def test_the_number_behind_a_text(attributes: str, stored: str | None, formula: str | None) -> None:
    found = rows(f"<table><tr><td {attributes}>9,888</table>")
    assert found[0].cells == (Cell("9,888", 0, stored=stored, formula=formula),)


# ── tables ──


def test_cells_take_the_first_free_column() -> None:
    assert grid(
        "<tr><td rowspan=3>甲<td colspan=2>乙<td rowspan=2>丙"
        "<tr><td>丁<td>戊<td>己"
        "<tr><td><td>庚<td>辛"
    ) == [
        [("甲", 0, 1, 3), ("乙", 1, 2, 1), ("丙", 3, 1, 2)],
        [("丁", 1, 1, 1), ("戊", 2, 1, 1), ("己", 4, 1, 1)],
        [("庚", 2, 1, 1), ("辛", 3, 1, 1)],
    ]


def test_spans_end_with_their_group_of_rows() -> None:
    assert grid(
        "<thead><tr><td rowspan=9>甲<td>乙</thead><tbody><tr><td>丙"
        "<tbody><tr><td rowspan=0>丁<td>戊<tr><td>己</tbody><tr><td>庚"
    ) == [
        [("甲", 0, 1, 1), ("乙", 1, 1, 1)],
        [("丙", 0, 1, 1)],
        [("丁", 0, 1, 2), ("戊", 1, 1, 1)],
        [("己", 1, 1, 1)],
        [("庚", 0, 1, 1)],
    ]


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "1.9"])
def test_a_span_that_is_none(span: str) -> None:
    assert grid(f"<tr><td colspan='{span}'>甲<td>乙") == [[("甲", 0, 1, 1), ("乙", 1, 1, 1)]]


def test_unclosed_and_misplaced_tags_are_read_as_browsers_read_them() -> None:
    plain = grid("<tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr>")
    assert plain == grid("<td>甲<td>乙<tr><td>丙")
    assert plain == grid("<TR><TD>甲</TH><TD><P>乙</TR></TBODY><TR><TD><DIV>丙</TD></DIV>")
    assert plain == grid("</tr></td><tbody><td>甲</td></td><td>乙<tr><td>丙</p></b></i>")
    assert rows("<tr><td>甲</td></tr>") == (Row((Cell("甲", 0),), 1),)
    twice = rows("<table><tr><table><tr><td>甲</table><table><tr><td>乙")
    assert [row.table for row in twice] == ["表1", "表2"]


def test_text_between_cells_stands_before_the_table() -> None:
    assert rows("<table>前<tr>中<td>甲</td>后<td>乙</tr></table>") == (
        Row((Cell("前", 0),), 1),
        Row((Cell("中", 0),), 2),
        Row((Cell("后", 0),), 3),
        Row((Cell("甲", 0), Cell("乙", 1)), 1, "表1"),
    )


def test_hidden_rows_are_marked_and_hidden_cells_have_no_place() -> None:
    found = rows(
        "<table><tr><td>甲<td style='display:none'>暗<td>乙<tr style='display:none'><td>丙"
        "<tbody style=display:none><tr><td>丁<tbody><tr><td>戊"
    )
    assert [(row.number, row.hidden) for row in found] == [
        (1, False),
        (2, True),
        (3, True),
        (4, False),
    ]
    assert found[0].cells == (Cell("甲", 0), Cell("乙", 1))


def test_a_table_for_the_layout_holds_the_real_one() -> None:
    real = "<table><tr><td>甲<td>乙<tr><td>丙<tr><td>丁</table>"
    wanted = [("表1", 1, "甲"), ("表1", 2, "丙"), ("表1", 3, "丁")]
    for frame in ("<table><tr><td>{}", "<table><tr><td><table><tr><td>{}<tr></table><tr><td>"):
        found = rows(frame.format(real))
        assert [(row.table, row.number, row.cells[0].text) for row in found] == wanted
    found = rows(f"<table><tr><td>头<tr><td>标<td><tr><td>{real}<tr><td>尾</table>")
    assert [(row.table, row.number, row.cells[0].text) for row in found] == [
        ("表1", 1, "头"),
        ("表1", 2, "标"),
        ("表2", 1, "甲"),
        ("表2", 2, "丙"),
        ("表2", 3, "丁"),
        ("表1", 4, "尾"),
    ]


def test_a_small_table_in_a_cell_of_a_form_is_text() -> None:
    small = "一<table><tr><td>甲<td>乙<tr><td>丙</table>二"
    found = rows(f"<table><tr><td>{small}<td>尾<tr><td>中<tr><td>末</table>")
    assert found[0].cells == (Cell("一\n甲 乙\n丙\n二", 0), Cell("尾", 1))
