"""Whole binary workbooks: the values, merges and hidden rows that xlrd finds."""

from __future__ import annotations

import pytest
import xlrd

from sheetlint.readers import read
from tests.readers.pdf_samples import FIXTURES


@pytest.mark.parametrize(("name", "count"), [("binary", 191), ("libreoffice", 34), ("hidden", 196)])
def test_the_same_as_xlrd(name: str, count: int) -> None:
    data = (FIXTURES / f"{name}.xls").read_bytes()
    document = read(data, "a.xls")
    book = xlrd.open_workbook(file_contents=data, formatting_info=True)
    assert [table.name for table in document.tables] == book.sheet_names()
    compared = 0
    for table, sheet in zip(document.tables, book.sheets(), strict=True):
        assert table.hidden == bool(sheet.visibility)
        ours = {(row.number - 1, cell.column): cell for row in table.rows for cell in row.cells}
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                value, kind = sheet.cell_value(row, column), sheet.cell_type(row, column)
                cell = ours.get((row, column))
                style = book.xf_list[sheet.cell_xf_index(row, column)]
                form = book.format_map[style.format_key].format_str
                if "@" in form and form != "@":
                    # The format adds to the text.
                    continue
                if kind == xlrd.XL_CELL_TEXT and value.strip():
                    assert cell is not None
                    assert cell.text == value.replace("\r\n", "\n").strip(" \xa0\t\n")
                elif kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                    assert cell is not None
                    # A float keeps a 16th digit, which may tip the 15th.
                    assert float(cell.stored or "") == pytest.approx(value, rel=1e-14)
                elif kind == xlrd.XL_CELL_ERROR:
                    assert cell is not None
                    assert cell.text == xlrd.error_text_from_code[value]
                elif kind == xlrd.XL_CELL_BOOLEAN:
                    assert cell is not None
                    assert cell.text == ("TRUE" if value else "FALSE")
                else:
                    continue
                compared += 1
        spans = {place: (c.rows, c.columns) for place, c in ours.items() if c[2:4] != (1, 1)}
        assert spans == {
            (top, left): (below - top, beyond - left)
            for top, below, left, beyond in sheet.merged_cells
            if (top, left) in ours
        }
        hidden = {number + 1 for number, info in sheet.rowinfo_map.items() if info.hidden}
        assert {row.number for row in table.rows if row.hidden} == hidden & {
            row.number for row in table.rows
        }
    assert compared == count
