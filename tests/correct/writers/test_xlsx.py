"""A workbook with some cells changed is the workbook, with those cells changed."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sheetlint.correct.cell_change import CellChange
from sheetlint.correct.writers.number_format import find_format
from sheetlint.correct.writers.xlsx import write_changes
from sheetlint.office.errors import Uneditable
from sheetlint.readers import read
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.where import Where
from tests.annotate.workbooks import parts, rewritten, rich
from tests.office_suite import convert, needs_office_suite
from tests.random_examples import examples

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book(*values: object, formats: tuple[str, ...] = ()) -> bytes:
    """A workbook with the values in its first row."""
    work = openpyxl.Workbook()
    page = work.active
    page.title = "自评表1"
    for column, value in enumerate(values, 1):
        page.cell(1, column, value)
    for column, code in enumerate(formats, 1):
        page.cell(1, column).number_format = code
    stream = io.BytesIO()
    work.save(stream)
    return stream.getvalue()


def at(
    column: int, after: str, number: str | None = None, keep_formula: bool = False
) -> CellChange:
    where = Where(("值",), "自评表1", 1, column)
    return CellChange(where, "", after, None if number is None else Decimal(number), keep_formula)


def cells(data: bytes) -> dict[int, Cell]:
    (row,) = read(data, "a.xlsx").tables[0].rows
    return {cell.column + 1: cell for cell in row.cells}


@pytest.mark.parametrize(
    ("code", "after", "number", "becomes"),
    [
        ("0.00%", "98.88%", "0.9888", "0.00%"),
        ("General", "98.88%", "0.9888", "0.00%"),
        ("0.0%", "98.88%", "0.9888", "0.00%"),
        ("0.00", "9.89", "9.89", "0.00"),
        ("General", "9.89", "9.89", "General"),
        ("0", "9.89", "9.89", "0.00"),
        ("General", "57,607,470.00", "57607470", "#,##0.00"),
        ("General", "1530人次", "1530", '0"人次"'),
        ("yyyy-mm-dd", "20", "20", "0"),
        ("General", "-5", "-5", "General"),
    ],
)
def test_a_number_is_shown_as_wanted(code: str, after: str, number: str, becomes: str) -> None:
    data = write_changes(book(1.5, formats=(code,)), [at(1, after, number)])
    cell = cells(data)[1]
    assert (cell.text, cell.stored) == (after, str(Decimal(number)))
    assert openpyxl.load_workbook(io.BytesIO(data)).active["A1"].number_format == becomes


def test_texts_stay_texts() -> None:
    data = write_changes(book("良", 2, "=1+1"), [at(1, "优"), at(2, "=40台"), at(3, "\x07_x0041_")])
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert [cell.data_type for cell in page[1]] == ["s", "s", "s"]
    assert [cell.text for cell in cells(data).values()] == ["优", "=40台", r"\x07_x0041_"]


def test_a_number_that_no_format_shows_is_written_as_text() -> None:
    data = write_changes(book(1), [at(1, "约9成", "0.9")])
    assert (cells(data)[1].text, cells(data)[1].stored) == ("约9成", None)


def test_a_formula_keeps_calculating_or_goes_away() -> None:
    data = write_changes(
        book("=1+1", "=2+2", "=3+3"), [at(1, "98.88%", "0.9888", True), at(2, "5", "5")]
    )
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert [cell.value for cell in page[1]] == ["=1+1", 5, "=3+3"]
    assert cells(data)[1].text == "98.88%"
    assert b'fullCalcOnLoad="1"' in parts(data)["xl/workbook.xml"]


def test_without_formulas_nothing_is_calculated_anew() -> None:
    data = rewritten(
        book(1), ("xl/workbook.xml", lambda part: re.sub(rb"<calcPr[^>]*>", b"", part))
    )
    before, after = parts(data), parts(write_changes(data, [at(1, "2", "2")]))
    assert {name for name in before if before[name] != after[name]} == {SHEET}


def test_the_order_of_calculation_goes_with_the_formula() -> None:
    data = rich()
    data = rewritten(
        data,
        (
            "[Content_Types].xml",
            lambda part: part.replace(
                b"</Types>",
                b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.'
                b'openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            lambda part: part.replace(
                b"</Relationships>",
                b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/'
                b'2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
            ),
        ),
    )
    where = Where(("值",), "自评表1", 2, 12)
    kept = parts(write_changes(data, [CellChange(where, "", "3", Decimal(3), keep_formula=True)]))
    assert "xl/calcChain.xml" in kept
    gone = parts(write_changes(data, [CellChange(where, "", "3", Decimal(3))]))
    assert "xl/calcChain.xml" not in gone
    assert not any(b"calcChain" in content for content in gone.values())
    assert set(kept) - set(gone) == {"xl/calcChain.xml"}


def test_only_the_cell_changes() -> None:
    data = rich()
    after = parts(
        write_changes(
            data, [CellChange(Where((), "自评表1", 6, 7), "", "98.88%", Decimal("0.9888"))]
        )
    )
    before = parts(data)
    touched = {name for name in before if before[name] != after[name]}
    assert touched == {SHEET, "xl/workbook.xml"}
    old, new = (etree.fromstring(content[SHEET]) for content in (before, after))
    for root in (old, new):
        (cell,) = root.iterfind(f".//{MAIN}c[@r='G6']")
        for child in list(cell):
            cell.remove(child)
        cell.attrib.clear()
    assert etree.tostring(old, method="c14n") == etree.tostring(new, method="c14n")


def test_an_empty_cell_is_filled_in() -> None:
    assert cells(write_changes(book(1), [at(30, "补上")]))[30].text == "补上"


@pytest.mark.parametrize(
    "where", [Where((), "没有这张表", 1, 1), Where((), "自评表1", 1, None), Where((), None, 1, 1)]
)
def test_a_cell_that_there_is_not_is_refused(where: Where) -> None:
    with pytest.raises(Uneditable):
        write_changes(book(1), [CellChange(where, "", "1")])


def test_a_formula_of_several_cells_is_refused() -> None:
    shared = b'<f t="shared" ref="A1:B1" si="0">1+1</f>'
    data = rewritten(book("=1+1", 2), (SHEET, lambda part: part.replace(b"<f>1+1</f>", shared)))
    with pytest.raises(Uneditable):
        write_changes(data, [at(1, "2", "2")])
    assert cells(write_changes(data, [at(1, "2", "2", True)]))[1].formula == "1+1"


_NUMBERS = st.decimals(-(10**9), 10**9, places=4)
_TEMPLATES = st.sampled_from(["{:.2%}", "{:.0%}", "{:,.2f}", "{:.4f}", "{:.0f}", "{:,.0f}万元"])


@examples(20)
@given(_NUMBERS, _TEMPLATES, st.sampled_from(["General", "0.00", "0%", "@", "yyyy/m/d", "#,##0.0"]))
def test_whatever_is_printed_is_shown(number: Decimal, template: str, code: str) -> None:
    printed = template.format(number)
    places = 2 + 2 * ("%" in template)
    value = Decimal(printed.replace(",", "").rstrip("%万元")).scaleb(-2 * ("%" in template))
    value = value.quantize(Decimal(1).scaleb(-max(places, 4)))
    data = write_changes(book(1, formats=(code,)), [at(1, printed, str(value))])
    assert cells(data)[1].text == printed


@examples(30)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.text(max_size=12))
def test_a_format_shows_the_text_or_there_is_none(number: Decimal, text: str) -> None:
    from sheetlint.readers.number_format import format_number

    code = find_format(number, text)
    assert code is None or format_number(number, code) == text.strip()


@needs_office_suite
def test_libreoffice_calculates_with_the_new_value(tmp_path: Path) -> None:
    data = book(3, "=A1*2", "=B1+1")
    (tmp_path / "copy.xlsx").write_bytes(
        write_changes(data, [at(1, "5.0", "5"), at(2, "11", "11")])
    )
    convert([tmp_path / "copy.xlsx"], "xlsx:Calc MS Excel 2007 XML", tmp_path / "out")
    texts = [cell.text for cell in cells((tmp_path / "out" / "copy.xlsx").read_bytes()).values()]
    assert texts == ["5.0", "11", "12"]
