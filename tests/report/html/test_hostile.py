"""Texts of a sheet are texts: no element, no attribute and no command comes from them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sheetlint.messages.text import Text
from sheetlint.report.html import render
from sheetlint.run.results import FileContent, Report
from sheetlint.sheet.sheet import Extent
from sheetlint.sheet.tables import Cell, Document, Row, Table
from sheetlint.sheet.value import PRESENT
from sheetlint.testing import build_sheet
from tests.random_examples import examples
from tests.report.html.pages import parsed, structure
from tests.report.samples import BAD, OTHER, RATE_FOUND, report

NASTY = st.sampled_from(
    [
        "</style><script>alert(1)</script>",
        "</script><img src=x onerror=alert(1)>",
        '" onmouseover="alert(1)',
        "' autofocus onfocus='alert(1)",
        "{{ 7 * 7 }}{% raw %}",
        "<!-- -->]]>&amp;&#x41;",
        "javascript:alert(1)",
        "\x00\x1b[31m\x9b2J\u202e\u200b\ud800",
        "{zh}{0}",
    ]
)
TEXTS = st.one_of(NASTY, st.text(max_size=40), st.tuples(NASTY, NASTY).map("".join))


def page_of(texts: list[str]) -> Report:
    """A report in which each text stands wherever a text can."""
    a, b, c, d = texts
    rows = (
        Row((Cell(a, 0, columns=2),), 1, b),
        Row((Cell(b, 0), Cell(c, 1), Cell(d, 2)), 2, b),
    )
    document = Document("xlsx", (Table(b, rows),))
    sheet = build_sheet({})._replace(extent=Extent(0, range(2)))
    found = RATE_FOUND._replace(
        message=Text(a, a),
        printed=b,
        expected=(c,),
        formula=d,
        hint=Text(a, a),
        where=RATE_FOUND.where._replace(table=b, row=2, column=2, label=(c, d)),
    )
    who = BAD.sheets[0]._replace(
        sheet=sheet, project=c or "x", unit=d or "x", title=a, profile_reason=Text(b, b)
    )
    file = BAD._replace(
        path=a or "x",
        sheets=(who,),
        findings=(found, found._replace(sheet=None)),
        content=FileContent(b"", document),
        skipped=(BAD.skipped[0]._replace(reason=Text(f"x › {d}", d)),),
    )
    laid_out = build_sheet({})
    for path, said in (("project", a), ("actual", b), ("indicators.0.note", c)):
        value = laid_out.get(path)
        assert value is not None
        laid_out = laid_out.replace(path, value._replace(raw=said, state=PRESENT))
    again = who._replace(sheet=laid_out)
    document_file = file._replace(sheets=(again,), content=FileContent(b"", None))
    return report(file, document_file, OTHER._replace(path=b, reason=Text(c, c)))


PLAIN = structure(parsed(page_of(["甲", "乙", "丙", "丁"])))


@examples(20)
@given(st.lists(TEXTS, min_size=4, max_size=4))
def test_the_page_has_the_same_elements_whatever_is_printed(texts: list[str]) -> None:
    # An empty text is said in other words.
    assert structure(parsed(page_of([f"字{text}" for text in texts]))) == PLAIN


@examples(15)
@given(st.lists(TEXTS, min_size=4, max_size=4))
def test_no_command_gets_through(texts: list[str]) -> None:
    written = render(page_of(texts), "zh")
    assert written.encode().decode() == written
    assert not set(written) & set("\x00\x1b\x9b\u202e\u200b\ufeff")
