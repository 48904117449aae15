"""Whole workbooks: the values, formulas and merges that openpyxl finds."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from sheetlint.readers import read
from sheetlint.sheet.tables import Document

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"


def texts(document: Document) -> list[dict[str, str]]:
    return [
        {
            f"{openpyxl.utils.get_column_letter(cell.column + 1)}{row.number}": cell.text
            for row in table.rows
            for cell in row.cells
        }
        for table in document.tables
    ]


def test_a_workbook_of_libreoffice() -> None:
    data = (FIXTURES / "libreoffice.xlsx").read_bytes()
    document = read(data, "a.xlsx")
    first, second = document.tables
    assert (first.name, first.hidden) == ("自评表1", False)
    assert (second.name, second.hidden, len(second.rows)) == ("隐藏表", True, 1)
    shown = texts(document)[0]
    assert {place: shown[place] for place in shown if place[1:] in "4789"} == {
        "B4": "年度资金总额",
        "C4": "29,071.66",
        "D4": "29,071.66",
        "E4": "27,818.67",
        "F4": "10",
        "G4": "95.69%",
        "H4": "9.57",
        "A7": "填报日期",
        "B7": "2024年3月5日",
        "C7": "100%",
        "D7": "0.333333333",
        "E7": "TRUE",
        "F7": "#DIV/0!",
        "G7": "",
        "H7": "第一行\n第二行",
        "A8": "隐藏",
        "B8": "1234.6万",
        "A9": "'=40台",
        "B9": ".00",
        "C9": "0.15",
        "D9": "(1,234.50)",
        "E9": "1.23457E+11",
        "F9": "0.0000123",
        "G9": "14:30",
    }
    assert shown["C5"] == "-"
    assert [row.number for row in first.rows if row.hidden] == [8]
    same_as_openpyxl(data)


def test_a_workbook_of_openpyxl() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for line in range(1, 40):
        for column in range(1, 12):
            if (line * column) % 3:
                number = Decimal(line * 1000 + column) / 7
                sheet.cell(line, column, float(number) if column % 2 else f"第{line}行\n{column}")
    sheet.merge_cells("A1:C2")
    sheet.merge_cells("D4:D20")
    sheet.merge_cells("B30:K30")
    sheet["L5"] = "=SUM(A1:A4)"
    out = io.BytesIO()
    book.save(out)
    same_as_openpyxl(out.getvalue())


def same_as_openpyxl(data: bytes) -> None:
    """Values, formulas and merges of every worksheet."""
    document = read(data, "a.xlsx")
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data))
    assert [table.name for table in document.tables] == values.sheetnames
    for table in document.tables:
        ours = {(row.number, cell.column + 1): cell for row in table.rows for cell in row.cells}
        theirs = {
            (cell.row, cell.column): (cell.value, formulas[table.name][cell.coordinate].value)
            for line in values[table.name].iter_rows()
            for cell in line
            if formulas[table.name][cell.coordinate].value not in (None, "")
        }
        assert set(ours) == set(theirs)
        for place, (value, formula) in theirs.items():
            cell = ours[place]
            if isinstance(formula, str) and formula.startswith("=") and cell.formula is not None:
                assert cell.formula == formula[1:]
            if isinstance(value, str):
                assert cell.text == value
            elif isinstance(value, int | float) and not isinstance(value, bool):
                # openpyxl keeps a float: its 16th digit may tip the 15th.
                assert float(cell.stored or "") == pytest.approx(value, rel=1e-14)
        spans = {
            (place, cell.rows, cell.columns)
            for place, cell in ours.items()
            if (cell.rows, cell.columns) != (1, 1)
        }
        assert spans == {
            (
                (area.min_row, area.min_col),
                area.max_row - area.min_row + 1,
                area.max_col - area.min_col + 1,
            )
            for area in values[table.name].merged_cells.ranges
            if (area.min_row, area.min_col) in ours
        }
