"""Fonts that a PDF names and does not contain: what is read does not depend on the machine."""

from __future__ import annotations

import pdfs
import pytest
from pdfs import pdf, text

from sheetlint.readers.pdf.document import read_drawings

WORDS = ("偏差原因", "无", "优", "7")
"""Characters that stand alone are objects of their own, which PDFium drops without a glyph."""
SIGNS = "".join(WORDS)
TO_UNICODE = (
    b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n%d beginbfchar\n%s\nendbfchar"
    % (len(SIGNS), b"\n".join(b"<%04x> <%04x>" % (ord(sign), ord(sign)) for sign in SIGNS))
)
NUMBERED = b"Identity-H/ToUnicode 100 0 R"
GLYPHS_BY_NUMBER = pdfs.FONT.replace(b"UniGB-UCS2-H", NUMBERED)
OF_NO_COLLECTION = GLYPHS_BY_NUMBER.replace(b"(GB1)", b"(Identity)")
TRUE_TYPE = OF_NO_COLLECTION.replace(b"CIDFontType0", b"CIDFontType2")


@pytest.mark.parametrize("font", [pdfs.FONT, GLYPHS_BY_NUMBER, OF_NO_COLLECTION, TRUE_TYPE])
def test_every_character_is_read_without_its_font(font: bytes) -> None:
    drawn = "".join(text(50 + 100 * n, 700, words) for n, words in enumerate(WORDS))
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(TO_UNICODE), TO_UNICODE)
    (page,) = read_drawings(pdf(drawn, extra=[stream], font=font))
    assert tuple(run.text for run in page.runs) == WORDS
    assert [run.left for run in page.runs] == [50, 150, 250, 350]


@pytest.mark.parametrize(
    ("name", "width"), [("Helvetica", 57.4), ("SimSun", 64), ("Courier", 86.4)]
)
def test_western_text_has_the_widths_of_a_standard_font(name: str, width: float) -> None:
    font = f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
    (page,) = read_drawings(pdf("BT /F 12 Tf 50 700 Td (abc 12.5 iii) Tj ET", font=font.encode()))
    assert [run.text for run in page.runs] == ["abc 12.5 iii"]
    assert page.runs[0].right - page.runs[0].left == pytest.approx(width, abs=0.1)
