"""Word documents handed back with comments, read by python-docx, LibreOffice and our own reader."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sheetlint.annotate.docx import annotate_file
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.rules.registry import Registry, load
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport
from tests.annotate.word import CELL, CODE, W, about, at, commented, document, parts, table
from tests.families import FAMILIES
from tests.office_suite import convert, needs_office_suite
from tests.random_examples import examples
from tests.text_forms import draw
from tests.writing.word import as_docx

EDITS = {"funds.total.rate": "97.88%", "project": "", "year": "（ 年度）", "total.score": "100.99"}
TOUCHED = {
    "word/document.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
}


@pytest.fixture(scope="module")
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles, keep_content=True)


def checked(data: bytes, plan: Plan) -> FileReport:
    return check_source(Source("自评表.docx", data=data), plan)


def test_comments_stand_at_their_cells(plan: Plan) -> None:
    result = annotate_file(checked(as_docx(draw(None, EDITS)), plan), "zh")
    codes = [(text, CODE.findall(comment)) for text, comment in commented(result)]
    assert codes == [
        ("（ 年度）", ["ST001"]),
        ("", ["ST002"]),
        ("97.88%", ["FD002"]),
        ("100.99", ["AR020"]),
    ]


def test_author_and_no_date(plan: Plan) -> None:
    result = annotate_file(checked(as_docx(draw(None, EDITS)), plan), "zh")
    for comment in docx.Document(io.BytesIO(result)).comments:
        assert (comment.author, comment.initials) == ("sheetlint 自评表检查", "SL")
        assert comment.timestamp is None


def test_list_in_front_with_links(plan: Plan) -> None:
    result = annotate_file(checked(as_docx(draw(None, EDITS)), plan), "zh")
    body = docx.Document(io.BytesIO(result)).element.body
    control = body[0]
    assert control.tag == f"{{{W}}}sdt"
    rows = [
        ["".join(t.text or "" for t in cell.iter(f"{{{W}}}t")) for cell in row.iter(f"{{{W}}}tc")]
        for row in control.iter(f"{{{W}}}tr")
    ]
    assert rows[0] == ["序号", "级别", "位置", "问题"]
    assert [row[1] for row in rows[1:]] == ["错误ST001", "错误ST002", "错误FD002", "错误AR020"]
    assert rows[3][2].startswith("表1 第 4 行第 7 列")
    names = {mark.get(f"{{{W}}}name") for mark in body.iter(f"{{{W}}}bookmarkStart")}
    anchors = [link.get(f"{{{W}}}anchor") for link in control.iter(f"{{{W}}}hyperlink")]
    assert len(anchors) == 4
    assert set(anchors) <= names


def test_shades_by_severity(plan: Plan) -> None:
    result = annotate_file(checked(as_docx(draw(None, EDITS)), plan), "zh")
    (form,) = docx.Document(io.BytesIO(result)).tables
    assert form.cell(3, 6)._tc.tcPr.find(f"{{{W}}}shd").get(f"{{{W}}}fill") == "FFC7CE"
    assert form.cell(3, 5)._tc.tcPr.find(f"{{{W}}}shd") is None


def test_a_cell_keeps_its_own_colour() -> None:
    own = '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tcPr><w:p/></w:tc>'
    data = document(table(own + CELL.format("右")))
    result = annotate_file(about(data, at("表1", 1)), "zh")
    assert b'w:fill="D9D9D9"' in parts(result)["word/document.xml"]


def test_all_else_is_as_it_was(plan: Plan) -> None:
    data = as_docx(draw(None, EDITS))
    result = annotate_file(checked(data, plan), "zh")
    before, after = parts(data), parts(result)
    assert {part for part in after if after[part] != before.get(part)} == TOUCHED
    section = docx.Document(io.BytesIO(data)).element.body[-1]
    assert docx.Document(io.BytesIO(result)).element.body[-1].xml == section.xml


def test_what_was_put_in_is_taken_out(plan: Plan) -> None:
    data = as_docx(draw(None, EDITS))
    copy = annotate_file(checked(data, plan), "zh")
    clean = annotate_file(about(copy), "zh")
    opened = docx.Document(io.BytesIO(clean))
    assert list(opened.comments) == []
    body = opened.element.body
    assert "没有发现问题" in etree.tostring(body[0], encoding="unicode")
    body.remove(body[0])
    original = docx.Document(io.BytesIO(data)).element.body
    assert etree.tostring(body, method="c14n") == etree.tostring(original, method="c14n")


def found_in(report: FileReport) -> list[tuple[Any, ...]]:
    return [(f.check.code, f.severity, f.where, f.message, f.fingerprint) for f in report.findings]


@pytest.mark.parametrize("family", FAMILIES)
@examples(1)
@given(seed=st.integers(0, 2**32 - 1))
def test_the_copy_is_checked_like_the_original(family: str, seed: int) -> None:
    plan = Plan(RunConfiguration(), load(), Profiles(), keep_content=True)
    drawing = FAMILIES[family](random.Random(seed)).drawing
    spoiled = drawing._replace(
        boxes=tuple(b._replace(text="12") if b.text == "10" else b for b in drawing.boxes)
    )
    report = checked(as_docx(spoiled), plan)
    copy = annotate_file(report, "zh")
    again = checked(copy, plan)
    assert found_in(again) == found_in(report)
    assert [sheet.sheet for sheet in again.sheets] == [sheet.sheet for sheet in report.sheets]
    # What is annotated already is annotated anew, and not twice.
    assert annotate_file(again, "zh") == copy


def test_existing_comments_stay() -> None:
    opened = docx.Document(io.BytesIO(document(table(CELL.format("左") + CELL.format("右")))))
    paragraph = opened.tables[0].cell(0, 0).paragraphs[0]
    opened.add_comment(paragraph.runs, "已核", author="张三", initials="张")
    stream = io.BytesIO()
    opened.save(stream)
    result = annotate_file(about(stream.getvalue(), at("表1", 1), at("表1", 1, 2)), "zh")
    comments = list(docx.Document(io.BytesIO(result)).comments)
    assert [one.author for one in comments] == ["张三"] + ["sheetlint 自评表检查"] * 2
    assert len({one.comment_id for one in comments}) == 3
    assert [text for text, _ in commented(result)] == ["左", "左", "右"]


def test_findings_at_one_cell_share_a_comment() -> None:
    data = document(table(CELL.format("左")))
    found = at("表1", 1)._replace(message=Text("又一处", "one more"))
    result = annotate_file(about(data, at("表1", 1), found), "zh")
    (comment,) = docx.Document(io.BytesIO(result)).comments
    assert "执行率 97.88% 计算有误" in comment.text
    assert "又一处" in comment.text


def test_what_has_no_cell_is_in_the_list() -> None:
    data = document(table(CELL.format("左")))
    result = annotate_file(about(data, at(None, None), at("表7", 3)), "zh")
    assert "word/comments.xml" not in parts(result)
    opened = docx.Document(io.BytesIO(result))
    assert (
        etree.tostring(opened.element.body[0], encoding="unicode").count("执行率 97.88% 计算有误")
        == 2
    )


@needs_office_suite
def test_libreoffice_opens_it(plan: Plan, tmp_path: Path) -> None:
    report = checked(as_docx(draw(None, EDITS)), plan)
    (tmp_path / "in").mkdir()
    source = tmp_path / "in" / "a.docx"
    source.write_bytes(annotate_file(report, "zh"))
    convert([source], "docx", tmp_path)
    data = (tmp_path / "a.docx").read_bytes()
    assert [CODE.findall(comment) for _, comment in commented(data)] == [
        ["ST001"],
        ["ST002"],
        ["FD002"],
        ["AR020"],
    ]
    # LibreOffice forgets whose the list is; it is still not taken for a sheet.
    again = checked(data, plan)
    assert [f.message for f in again.findings] == [f.message for f in report.findings]
    assert len(again.sheets) == 1


def test_only_the_first_block_of_a_document_is_the_tools_own() -> None:
    block = (
        '<w:sdt><w:sdtPr><w:tag w:val="sheetlint"/></w:sdtPr><w:sdtContent>'
        "<w:p><w:r><w:t>结果</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    line = "<w:p><w:r><w:t>题</w:t></w:r></w:p>"
    texts = [
        [row.cells[0].text for row in read(document(body), "a.docx").tables[0].rows]
        for body in (block + line, line + block)
    ]
    assert texts == [["题"], ["题", "结果"]]
