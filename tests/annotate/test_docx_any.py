"""Every shape of Word table has its cell found; what is hostile is shown or refused."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.annotate.docx import annotate_file
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.office.errors import Uneditable
from sheetlint.readers import read
from tests.annotate.word import CELL, W, about, at, commented, document, parts, table
from tests.random_examples import examples


@pytest.mark.parametrize(
    ("body", "where", "text"),
    [
        pytest.param("<w:p><w:r><w:t>题</w:t></w:r></w:p>", (None, None, 1, 1), "题", id="line"),
        pytest.param(
            table(
                '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r>'
                "</w:p></w:tc>" + CELL.format("乙"),
                "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + CELL.format("丙"),
            ),
            ("表1", 2, 1),
            "甲",
            id="merged down",
        ),
        pytest.param(
            table(
                '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
                '<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p>'
                "</w:tc>" + CELL.format("乙")
            ),
            ("表1", 1, 6),
            "乙",
            id="spans and a gap before",
        ),
        pytest.param(
            table(
                "<w:sdt><w:sdtPr/><w:sdtContent>" + CELL.format("甲") + "</w:sdtContent></w:sdt>"
            ),
            ("表1", 1, 1),
            "甲",
            id="content control around the cell",
        ),
        pytest.param(
            table(
                "<w:tc><w:tcPr/><w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p>"
                "</w:sdtContent></w:sdt></w:tc>"
            ),
            ("表1", 1, 1),
            "甲",
            id="content control in the cell",
        ),
        pytest.param(
            table(
                "<w:tc><w:tcPr/><w:p><w:r><w:t>甲</w:t></w:r></w:p>"
                + table(CELL.format("内"))
                + "<w:p><w:r><w:t>尾</w:t></w:r></w:p></w:tc>"
            ),
            ("表1", 1, 1),
            "甲内尾",
            id="a table in the cell",
        ),
        pytest.param(
            table(
                '<w:tc><w:tcPr/><w:p><w:ins w:id="1" w:author="a"><w:r><w:t>新</w:t></w:r></w:ins>'
                '<w:del w:id="2" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>'
                "</w:tc>"
            ),
            ("表1", 1, 1),
            "新",
            id="tracked changes",
        ),
        pytest.param(
            table(CELL.format("甲"), '<w:trPr><w:del w:id="1"/></w:trPr>' + CELL.format("乙"))
            + table(CELL.format("丙")),
            ("表2", 1, 1),
            "丙",
            id="a deleted row, a second table",
        ),
        pytest.param(
            "<w:p><w:r><w:pict><w:txbxContent>"
            + table(CELL.format("甲"))
            + "</w:txbxContent></w:pict></w:r></w:p>",
            ("表1", 1, 1),
            "甲",
            id="a table in a text box",
        ),
        pytest.param(table("<w:tc/>" + CELL.format("乙")), ("表1", 1, 1), "", id="no paragraph"),
    ],
)
def test_places(body: str, where: tuple[Any, ...], text: str) -> None:
    result = annotate_file(about(document(body), at(*where)), "zh")
    assert [text for text, _ in commented(result)] == [text]


def test_word_has_no_comments_in_text_boxes() -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
    body = box.format(table(CELL.format("甲")) + "<w:p/>")
    result = annotate_file(about(document(body), at("表1", 1, 1)), "zh")
    root = parse_xml(parts(result)["word/document.xml"])
    (reference,) = root.iter(f"{{{W}}}commentReference")
    assert list(reference.iterancestors(f"{{{W}}}txbxContent")) == []
    (shade,) = root.findall(f".//{{{W}}}txbxContent//{{{W}}}tcPr/{{{W}}}shd")
    assert shade.get(f"{{{W}}}fill") == "FFC7CE"


@examples(20)
@given(text=st.text(max_size=60))
def test_hostile_text_is_shown_and_not_obeyed(text: str) -> None:
    data = document(table(CELL.format("左")))
    found = at("表1", 1)._replace(message=Text(text, text), printed=text)
    result = annotate_file(about(data, found), "zh")
    (comment,) = docx.Document(io.BytesIO(result)).comments
    assert all(visible(line) in comment.text for line in text.split("\n"))
    assert annotate_file(about(data, found), "zh") == result
    read(result, "a.docx")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"PK", id="no archive"),
        pytest.param(document("<w:p>"), id="damaged"),
        pytest.param(document("</w:body><w:body>&e;"), id="entity"),
        pytest.param(document("", **{"_xmlsignatures/sig1.xml": "<s/>"}), id="signed"),
        pytest.param(document("", **{"word/Document.xml": "<s/>"}), id="twins"),
        pytest.param(document("<w:p>" * 300 + "</w:p>" * 300), id="deep"),
        pytest.param(
            document("").replace(b"word/document.xml", b"word/documant.xml"), id="no main part"
        ),
    ],
)
def test_what_cannot_be_edited_says_so(data: bytes) -> None:
    with pytest.raises(Uneditable) as caught:
        annotate_file(about(data, at("表1", 1)), "zh")
    assert caught.value.text.zh


def test_a_part_that_holds_no_comments_gets_none() -> None:
    data = annotate_file(about(document(table(CELL.format("左"))), at("表1", 1)), "zh")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts(data).items():
            styles = f'<w:styles xmlns:w="{W}"/>'.encode()
            archive.writestr(name, styles if name == "word/comments.xml" else content)
    with pytest.raises(Uneditable):
        annotate_file(about(stream.getvalue(), at("表1", 1)), "zh")


def test_the_other_edition_of_the_standard() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = document(table(CELL.format("左")))
    package = parts(data)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in package.items():
            archive.writestr(name, content.replace(W.encode(), strict.encode()))
    result = parts(annotate_file(about(stream.getvalue(), at("表1", 1)), "zh"))
    root = parse_xml(result["word/comments.xml"])
    assert root.tag == f"{{{strict}}}comments"
    assert len(root) == 1
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in (result["word/_rels/document.xml.rels"])
    )
