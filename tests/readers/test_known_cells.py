"""Cells of Word documents that are not parsed one by one hold what the parser would have made."""

from __future__ import annotations

import parser_alone
import pytest
from hostile import DAMAGED, TOO_BIG, refusal
from hypothesis import given
from hypothesis import strategies as st
from ooxml import MC, cell, document, paragraph, row, table

from sheetlint.readers import Limits, read
from sheetlint.readers.docx import known_cells
from sheetlint.readers.docx.body import BodyHandler
from tests.random_examples import examples

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def tables(data: bytes) -> parser_alone.TablesOrReason:
    return parser_alone.read_tables(data, "a.docx")


def parsed(data: bytes, monkeypatch: pytest.MonkeyPatch) -> parser_alone.TablesOrReason:
    """The same with every cell parsed."""
    return parser_alone.read_by_parser(
        data, "a.docx", monkeypatch, "remove_known_elements", known_cells
    )


TEXTS = st.sampled_from(
    [
        *("甲", "12.5", " 甲 ", "a b", "", "甲\t乙", "a>b", "&lt;w:tc&gt;", "&#30002;", "&#9;"),
        *("\n", "\r\n", "R", "\uf052", "\xff0\xff", "&#255;"),
    ]
)
ABOUT_RUN = st.sampled_from(
    [
        *("", "", "", "<w:rPr/>", '<w:rPr><w:sz w:val="18"/></w:rPr>'),
        *("<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
        '<w:rPr><w:rFonts w:ascii="宋体" w:hint="eastAsia"/></w:rPr>',
        '<w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr>',
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>',
    ]
)
IDS = st.sampled_from(
    [
        *("", "", ' w:rsidR="00AB12CD"', ' w14:paraId="1B2C3D4E" w14:textId="77777777"'),
        *(' w:rsidR="00AB12CD" w:rsidP="00AB12CD"', ' w:rsidR="00AB12CE"'),
    ]
)
BESIDE = st.sampled_from(
    [
        *("<w:br/>", "<w:tab/>", "<w:t/>", "<w:noBreakHyphen/>", "<!-- 甲 -->", "<![CDATA[甲]]>"),
        *('<w:sym w:font="Wingdings 2" w:char="F052"/>', "<w:instrText>PAGE</w:instrText>"),
        "<w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict>",
    ]
)


@st.composite
def runs(draw: st.DrawFn) -> str:
    inside = f'<w:t xml:space="preserve">{draw(TEXTS)}</w:t>'
    inside += draw(st.one_of(st.just(""), st.just(""), BESIDE))
    run = f"<w:r{draw(IDS)}>{draw(ABOUT_RUN)}{inside}</w:r>"
    return draw(
        st.sampled_from(
            [
                *(run, run, run, f"<w:ins>{run}</w:ins>", f"<w:del>{run}</w:del>"),
                *(f"<mc:Fallback>{run}</mc:Fallback>", f"<w:ruby><w:rt>{run}</w:rt></w:ruby>"),
                *(f"{run}<w:proofErr/>", "<w:r/>", "<w:t>甲</w:t>", "<m:t>乙</m:t>"),
            ]
        )
    )


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    about = draw(
        st.sampled_from(
            [
                *("", "", '<w:pPr><w:jc w:val="center"/></w:pPr>'),
                '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr>',
            ]
        )
    )
    return f"<w:p{draw(IDS)}>{about}{''.join(draw(st.lists(runs(), max_size=3)))}</w:p>"


ABOUT_CELL = st.sampled_from(
    [
        *("", "", '<w:tcW w:w="9" w:type="dxa"/>', '<w:gridSpan w:val="2"/>', "<w:vMerge/>"),
        *('<w:vMerge w:val="restart"/>', "<w:hMerge/>", '<w:gridBefore w:val="1"/>'),
    ]
)
ODD = st.sampled_from(
    [
        *("<w:tc/>", "<w:tc></w:tc>", "<w:tc><w:p/></w:tc>", "<w:tc ><w:p/></w:tc>", "</w:tc>"),
        *(
            "<w:tc>",
            "<w:tc><w:p></w:tc>",
            "<w:tc><w:p a='1' a='2'/></w:tc>",
            "<w:tc><w:tr/></w:tc>",
        ),
        *("<w:tc><w:trPr><w:hidden/></w:trPr><w:p/></w:tc>", cell("&b;"), cell("]]>")),
        '<w:tc><w:p w:rsidR="00AB12CD" w:rsidR="00AB12CD"/></w:tc>',
    ]
)


@st.composite
def cells(draw: st.DrawFn, inner: bool = True) -> str:
    if draw(st.integers(0, 30)) == 0:
        return draw(ODD)
    content = "".join(draw(st.lists(paragraphs(), min_size=1, max_size=2)))
    if inner and draw(st.integers(0, 12)) == 0:
        content += table(*draw(st.lists(rows(inner=False), max_size=3))) + "<w:p/>"
    return f"<w:tc><w:tcPr>{draw(ABOUT_CELL)}</w:tcPr>{content}</w:tc>"


@st.composite
def rows(draw: st.DrawFn, inner: bool = True) -> str:
    about = draw(
        st.sampled_from(
            ["", "", "<w:hidden/>", '<w:gridBefore w:val="1"/>', "<w:del/>", "<w:trHeight/>"]
        )
    )
    own = draw(st.lists(cells(inner), max_size=4))
    again = draw(st.integers(1, 2))
    return row(*own, properties=about) * again


@examples(100)
@given(st.lists(rows(), max_size=5), st.sampled_from(["", "<w:p/>", "<w:del>", "<w:tc/>"]))
def test_cells_in_every_shape(found: list[str], before: str) -> None:
    closed = "</w:del>" if before == "<w:del>" else ""
    data = document(before + table(*found) + closed, W14)
    with pytest.MonkeyPatch.context() as patch:
        assert tables(data) == parsed(data, patch)


def test_what_a_document_means_by_a_prefix_holds_for_it_alone() -> None:
    run = "<w:r><y:Fallback><w:t>甲</w:t></y:Fallback><w:t>乙</w:t></w:r>"
    for space, text in ((MC, "乙"), ("b", "甲乙"), (MC, "乙")):
        data = document(table(row(cell(f"<w:p>{run}</w:p>"))), f'xmlns:y="{space}"')
        assert [r.cells[0].text for r in read(data, "a.docx").tables[0].rows] == [text]


def test_cells_are_not_parsed_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    start = BodyHandler.start

    def counted(self: BodyHandler, name: str, attributes: dict[str, str]) -> None:
        begun.append(name)
        start(self, name, attributes)

    monkeypatch.setattr(BodyHandler, "start", counted)
    lines = [row(*(cell(f"{line} {column}") for column in range(9))) for line in range(60)]
    found = read(document(table(*lines)), "a.docx").tables[0].rows
    assert [[c.text for c in r.cells] for r in found] == [
        [f"{line} {column}" for column in range(9)] for line in range(60)
    ]
    assert begun.count("w:t") <= 1
    assert begun.count("w:tr") <= 3


def test_a_long_document_is_taken_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        row(cell(f"甲{n}"), cell(paragraph("乙", "<w:rPr><w:vanish/></w:rPr>" * (n % 97 == 0))))
        for n in range(1_500)
    ]
    data = document(table(*lines))
    found = tables(data)
    assert isinstance(found, tuple)
    assert [r.cells[0].text for r in found[0].rows] == [f"甲{n}" for n in range(1_500)]
    assert found == parsed(data, monkeypatch)


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        (table(row(*(cell("<w:p/>") for _ in range(300)))), Limits(max_tags=1_000)),
        (table(row(cell("甲" * 101))), Limits(max_text=100)),
        (table(row(cell(paragraph("甲" * 60) + paragraph("甲" * 101)))), Limits(max_text=100)),
    ],
)
def test_bounds_hold_for_what_is_not_parsed(content: str, limits: Limits) -> None:
    assert refusal(document(content), limits) == TOO_BIG


def test_a_cell_that_does_not_end() -> None:
    assert refusal(document("<w:tbl><w:tr><w:tc><w:p/>" * 60)) == DAMAGED
