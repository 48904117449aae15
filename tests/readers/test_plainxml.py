"""What is taken out of a part before it is parsed says what the parser would have said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import taken
from hostile import DAMAGED, refusal
from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml import archive as archived
from ooxml import workbook, workbook_parts, worksheet

from sheetlint.readers.xlsx import strings as string_table
from sheetlint.readers.xlsx import worksheet as sheet_part


def tables(data: bytes) -> taken.Said:
    return taken.tables(data, "a.xlsx")


def parsed(data: bytes, monkeypatch: pytest.MonkeyPatch) -> taken.Said:
    """The same with nothing taken out."""
    modules = (sheet_part, string_table)
    return taken.parsed(data, "a.xlsx", monkeypatch, "without_plain", *modules)


TEXTS = st.sampled_from(
    [
        "1",
        "0.5",
        "甲",
        "a b",
        " a ",
        "&lt;",
        "&amp;lt;",
        "&#30002;",
        "&#x7532;",
        *("&#65288;&#50000;", "&#127;", "&#128;", "&#10;", "&#60;c/&#62;", "&#128512;"),
        *("&#55296;", "&#65534;", "&#65533;", "&#030002;", "&#;"),
        "&b;",
        "\n",
        "\r\n",
        "",
    ]
)
ODD = st.sampled_from(
    [
        *("<c/>", "<c><v>1</v></c>", '<c r="B2" cm="1"><v>1</v></c>', '<c r="XFE1"><v>1</v></c>'),
        *('<c r="B2"><f t="shared" si="0" ref="B2:B9">A1</f><v>1</v></c>', '<c r="C2"><f/></c>'),
        *('<c r="C2"><f t="shared" si="0"/><v>1</v></c>', '<c r="B2" t="s"><v>9</v></c>'),
        *('<c r="D1"><!-- <c r="D1"><v>2</v></c> --><v>1</v></c>', '<c r="D1" r="D2"><v>1</v></c>'),
        *('<c r="A1"><v>1</v><v>2</v></c>', "<![CDATA[<row r='9'/>]]>", "<a><b/></a>", "</c>", "<"),
        *('<c r="E1"><is><t>a</t></is><v>1</v></c>', '<c  r="E1"><v>1</v></c>', "]]>", "\x01"),
        '<c r="B1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c>',
    ]
)
LETTERS = st.sampled_from(["A", "B", "C", "AA", "XFD"])


@st.composite
def cells(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 5)) == 0:
        return draw(ODD)
    head = f'<c r="{draw(LETTERS)}{draw(st.integers(1, 9))}"'
    head += draw(st.sampled_from(["", ' s="1"', ' s="0"']))
    head += draw(st.sampled_from(["", ' t="s"', ' t="str"', ' t="n"', ' t="b"', ' t="e"']))
    value = draw(TEXTS)
    return head + draw(
        st.sampled_from(
            [
                "/>",
                "></c>",
                f"><v>{value}</v></c>",
                f"><f>A1+B1</f><v>{value}</v></c>",
                "><f>A1+B1</f></c>",
                f' t="inlineStr"><is><t>{value}</t></is></c>',
                f'><is><t xml:space="preserve">{value}</t></is></c>',
            ]
        )
    )


ROW_STARTS = st.sampled_from(
    [
        *('<row r="1">', '<row r="2" spans="1:9" ht="0">', '<row r="3" hidden="1">', "<row>"),
        *('<row r="4" x14ac:dyDescent="0.25">', '<row r="0">', "<row r='5'>"),
        *('<row r="9"/><row r="10" ht="15"/>', '<row ht="1" r="6">', '<row r="7" a="&lt;">'),
    ]
)


@st.composite
def rows(draw: st.DrawFn) -> str:
    inside = "".join(draw(st.lists(cells(), max_size=5)))
    start = draw(ROW_STARTS)
    return (
        start
        + inside
        + "</row>" * (not start.endswith("/>"))
        + draw(st.sampled_from(["", "", "\n", "<!-- <row r='8'> -->", "<row r='8'/>"]))
    )


def test_an_attribute_that_stands_twice() -> None:
    assert refusal(workbook('<row r="1" r="2"><c r="A1"><v>1</v></c></row>')) == DAMAGED


SHARED = st.lists(
    st.one_of(
        TEXTS.map(lambda text: f"<si><t>{text}</t></si>"),
        TEXTS.map(
            lambda text: f'<si><t xml:space="preserve">{text}</t><phoneticPr fontId="1"/></si>'
        ),
        st.sampled_from(["<si/>", "<si><r><t>a</t></r><r><t>b</t></r></si>", "<si><t/></si>"]),
    ),
    max_size=6,
)


@settings(max_examples=400, deadline=None)
@given(st.lists(rows(), max_size=6), SHARED)
def test_rows_in_every_shape(found: list[str], shared: list[str]) -> None:
    data = workbook("".join(found), strings="".join(shared))
    with pytest.MonkeyPatch.context() as patch:
        assert tables(data) == parsed(data, patch)


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0" encoding="ISO-8859-1"?>',
        '<?xml version="1.0" encoding="utf-8"?>',
        "<?xml version='1.0'?>\n<!-- <sheetData> -->",
        "<?a <sheetData>?>",
        "\ufeff",
    ],
)
def test_what_stands_before_the_rows(head: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = '<row r="1"><c r="A1" t="str"><v>é甲</v></c></row>'
    parts = workbook_parts(head + worksheet(line))
    assert tables(archived(parts)) == parsed(archived(parts), monkeypatch)


def test_a_long_worksheet_is_taken_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    def lines() -> Iterator[str]:
        for n in range(1, 4_000):
            odd = ' cm="1"' if n % 97 == 0 else ""
            yield f'<row r="{n}"><c r="A{n}" t="str"{odd}><v>甲{n}</v></c><c r="B{n}"/></row>'
            if n % 500 == 0:
                yield f'<row r="{n}"/>' * 3

    data = workbook("".join(lines()))
    found = tables(data)
    assert isinstance(found, tuple)
    assert [row.cells[0].text for row in found[0].rows] == [f"甲{n}" for n in range(1, 4_000)]
    assert found == parsed(data, monkeypatch)


@pytest.mark.parametrize("cells", [4_000, 100_000])
def test_a_row_that_does_not_end(cells: int) -> None:
    content = "".join(f'<c r="A{n * 7919 % 999_983}"/>' for n in range(cells))
    assert refusal(workbook("<row r='1'>" + content)) == DAMAGED
