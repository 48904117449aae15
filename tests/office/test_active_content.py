"""What a copy may do when it is opened is named, where it is a workbook or a document."""

from __future__ import annotations

import pytest

from sheetlint.messages import copies as texts
from sheetlint.messages.text import Text
from sheetlint.office.active_content import find_active_content
from tests.annotate.workbooks import packed, plain

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("parts", "kinds"),
    [
        ({"xl/vbaProject.bin": b""}, [texts.MACROS]),
        ({"word/vbaProject.bin": b"", "xl/macrosheets/sheet1.xml": b"<m/>"}, [texts.MACROS]),
        ({"xl/externalLinks/externalLink1.xml": b"<externalBook/>"}, [texts.LINKS]),
        ({"xl/externalLinks/externalLink1.xml": b"<x:ddeLink/>"}, [texts.LINKS, texts.DDE]),
        ({"xl/connections.xml": b"<connections/>"}, [texts.LINKS]),
        ({"word/document.xml": b"<w:instrText> DDEAUTO c:\\a</w:instrText>"}, [texts.DDE]),
        ({"word/header1.xml": b'<w:fldSimple w:instr=" DDE excel"/>'}, [texts.DDE]),
        ({SHEET: b'<c><f>_xlfn.WEBSERVICE("http://a")</f></c>'}, [texts.FETCHING_FORMULAS]),
        ({SHEET: b'<x:f t="shared">IF(1,hyperlink ("a"))</x:f>'}, [texts.FETCHING_FORMULAS]),
        ({SHEET: b"<f>SUM(A1:A9)</f><v>HYPERLINK(</v>"}, []),
        ({"word/document.xml": b"<w:t>DDE</w:t>"}, []),
    ],
)
def test_each_kind(parts: dict[str, bytes], kinds: list[Text]) -> None:
    assert find_active_content(packed(parts)) == kinds


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04 damaged", plain()])
def test_nothing_of_the_kind(data: bytes) -> None:
    assert find_active_content(data) == []
