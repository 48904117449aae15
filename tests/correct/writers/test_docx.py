"""Texts put into cells of Word documents, and nothing else changed."""

from __future__ import annotations

import io
import random
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.correct.cell_change import CellChange
from sheetlint.correct.writers.docx import write_changes
from sheetlint.office.errors import Uneditable
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.sheet.where import Where
from tests.annotate.word import CELL, document, parts, table
from tests.families import FAMILIES
from tests.random_examples import examples
from tests.text_forms import draw
from tests.writing.word import as_docx

RED = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>'


def change(before: str, after: str, column: int = 1, row: int = 1) -> CellChange:
    return CellChange(Where(("格",), "表1", row, column), before, after)


def run(text: str, about: str = "") -> str:
    return f"<w:r>{about}<w:t>{text}</w:t></w:r>"


def cell(*paragraphs: str) -> str:
    """A cell of paragraphs, beside another that must stay."""
    content = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    return table(f"<w:tc><w:tcPr/>{content}</w:tc>" + CELL.format("旁边"))


def content(data: bytes) -> list[str]:
    """The XML of the paragraphs in the first cell, without namespaces."""
    (form,) = docx.Document(io.BytesIO(data)).tables
    space = f' xmlns:w="{form._tbl.nsmap["w"]}"'
    return [p._p.xml.replace(space, "").replace("\n", "") for p in form.cell(0, 0).paragraphs]


def texts(data: bytes) -> dict[tuple[Any, ...], str]:
    (stream,) = read(data, "a.docx").tables
    return {
        (row.table, row.number, one.column): one.text for row in stream.rows for one in row.cells
    }


@pytest.mark.parametrize(
    ("paragraphs", "before", "after", "kept"),
    [
        pytest.param([run("97.88%", RED)], "97.88%", "98.88%", ["FF0000"], id="a run"),
        pytest.param(
            [run("97", RED) + run(".88") + run("%")], "97.88%", "98.88%", ["FF0000"], id="pieces"
        ),
        pytest.param(
            [run("道路", RED), run("养护")], "道路\n养护", "桥梁", ["FF0000"], id="two to one"
        ),
        pytest.param(
            [run("道路", RED), run("养护")], "道路\n养护", "桥梁\n巡检", ["FF0000"], id="two to two"
        ),
        pytest.param(
            [run("道路", RED)], "道路", "桥梁\n巡检\n一次", ["<w:br/>"], id="one to three"
        ),
        pytest.param(
            ["<w:pPr><w:jc w:val='center'/>" + RED + "</w:pPr>"],
            "",
            "9.89",
            ["center", "FF0000"],
            id="empty",
        ),
        pytest.param(["<w:r>" + RED + "</w:r>"], "", "9.89", ["FF0000"], id="an empty run"),
        pytest.param([run("9.98", RED)], "9.98", "", [], id="to nothing"),
        pytest.param(
            [run("R", '<w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr>') + run("是", RED)],
            "☑是",
            "否",
            ["FF0000"],
            id="a symbol before it",
        ),
        pytest.param(
            [run("密", "<w:rPr><w:vanish/></w:rPr>") + run("5", RED)],
            "5",
            "6",
            ["密", "FF0000"],
            id="hidden text stays",
        ),
        pytest.param(
            ['<w:ins w:id="1" w:author="a">' + run("5", RED) + "</w:ins>"],
            "5",
            "6",
            ["w:ins", "FF0000"],
            id="inserted",
        ),
        pytest.param(
            [run("得分：9.98分，", RED) + run("良")],
            "9.98",
            "9.89",
            ["得分：9.89分，", "良"],
            id="a part",
        ),
        pytest.param(
            [
                '<w:bookmarkStart w:id="3" w:name="b"/>'
                + run("5", RED)
                + '<w:bookmarkEnd w:id="3"/>'
            ],
            "5",
            "6",
            ['w:name="b"', "FF0000"],
            id="a bookmark",
        ),
    ],
)
def test_a_text_takes_the_place_of_another(
    paragraphs: list[str], before: str, after: str, kept: list[str]
) -> None:
    data = document(cell(*paragraphs))
    result = write_changes(data, [change(before, after)])
    old = texts(data).get(("表1", 1, 0), "")
    wanted = (
        after if "".join(old.split()) == "".join(before.split()) else old.replace(before, after)
    )
    new = texts(result)
    assert new.get(("表1", 1, 0), "") == wanted
    assert new["表1", 1, 1] == "旁边"
    written = "".join(content(result))
    assert [sign for sign in kept if sign not in written] == []


def test_fields_become_text() -> None:
    simple = '<w:fldSimple w:instr="=SUM(ABOVE)">' + run("99") + "</w:fldSimple>"
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=A1</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("99")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    for field in (simple, nested):
        data = document(cell(field))
        (written,) = content(write_changes(data, [change("99", "100")]))
        assert "fld" not in written
        assert "instr" not in written
        (kept,) = content(write_changes(data, [change("99", "100")._replace(keep_formula=True)]))
        assert "fld" in kept


def test_a_line_of_text() -> None:
    data = document("<w:p>" + run("（ 2012 年度）") + "</w:p>" + cell(run("5")))
    at = Where(("年度",), None, None, 1, 1)
    result = write_changes(data, [CellChange(at, "2012", "2021")])
    assert texts(result)[None, 1, 0] == "（ 2021 年度）"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(cell(run("5")), change("6", "7"), id="another text"),
        pytest.param(cell(run("5")), change("5", "7", row=4), id="no such row"),
        pytest.param(cell(run("15元，25元")), change("5", "7"), id="a part of a figure"),
        pytest.param(cell(run("5元，5元")), change("5", "7"), id="twice"),
        pytest.param(
            cell("<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>"), change("5", "7"), id="mathematics"
        ),
        pytest.param(
            cell(
                "<w:r><w:pict><w:txbxContent><w:p>"
                + run("5")
                + "</w:p></w:txbxContent></w:pict></w:r>"
            ),
            change("5", "7"),
            id="a text box",
        ),
        pytest.param(
            table("<w:tc><w:tcPr/>" + cell(run("5")) + "<w:p/></w:tc>" + CELL.format("右")),
            change("5\n旁边", "7"),
            id="a table in the cell",
        ),
        pytest.param(
            table(
                "<w:tc><w:tcPr/><w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent><w:p>"
                + run("5")
                + "</w:p></w:sdtContent></w:sdt></w:tc>"
            ),
            change("5", "7"),
            id="stored elsewhere",
        ),
    ],
)
def test_what_cannot_be_changed_says_so(body: str, wanted: CellChange) -> None:
    with pytest.raises(Uneditable) as caught:
        write_changes(document(body), [wanted])
    assert caught.value.text.zh


def test_every_other_part_keeps_its_bytes() -> None:
    data = as_docx(draw(None, {"funds.total.rate": "97.88%"}))
    result = write_changes(data, [change("97.88%", "98.88%", 7, 4)])
    before, after = parts(data), parts(result)
    assert list(after) == list(before)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert write_changes(data, [change("97.88%", "98.88%", 7, 4)]) == result


@pytest.mark.parametrize("family", FAMILIES)
@examples(2)
@given(seed=st.integers(0, 2**32 - 1), new=st.text("0123456789.%≥良好，", min_size=1, max_size=9))
def test_any_cell_of_any_form(family: str, seed: int, new: str) -> None:
    pick = random.Random(seed)
    data = as_docx(FAMILIES[family](pick).drawing)
    (sheet,) = recognise(read(data, "a.docx")).sheets
    known = texts(data)
    cells = [
        value
        for value in sheet.values()
        if value.where.table is not None
        and value.where.row is not None
        and value.where.column is not None
        and known.get((value.where.table, value.where.row, value.where.column - 1), "")
    ]
    value = pick.choice(cells)
    where = value.where
    key = where.table, where.row, (where.column or 0) - 1
    result = texts(write_changes(data, [CellChange(where, known[key], new)]))
    assert result.pop(key) == new
    del known[key]
    assert result == known


@examples(20)
@given(text=st.text(max_size=40))
def test_hostile_text_is_written_or_refused(text: str) -> None:
    data = document(cell(run("5")))
    try:
        result = write_changes(data, [change("5", text)])
    except Uneditable:
        return
    read_back = texts(result).get(("表1", 1, 0), "")
    assert "".join(read_back.split()) == "".join(text.split())
