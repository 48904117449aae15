"""A form drawn on a worksheet: merged, ruled, ready to be printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sheetlint.report.form.grid import FIGURE, HEADING, LABEL, TITLE, Form, FormCell
from sheetlint.report.workbook_writer import WorkbookWriter

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_YEAR = "year"
_LINE = {"border": 1}
_GREY = "#F2F2F2"
_TITLE_HEIGHT = 30.0
_MIN_HEIGHT = 18.0


def draw_form(
    book: WorkbookWriter, page: Worksheet, form: Form, styles: Mapping[FormCell, Mapping[str, Any]]
) -> None:
    """Every cell as a text; ``looks`` are additions to the formats of single cells."""
    prepare_page(book, page, form)
    for cell in form.cells:
        style = cell_style(book, cell, styles.get(cell, {}))
        book.merge(page, cell_range(cell), cell.text, style)


def prepare_page(book: WorkbookWriter, page: Worksheet, form: Form) -> None:
    """Widths of the columns, heights of the rows, A4 upright."""
    page.set_portrait()
    page.center_horizontally()
    page.hide_gridlines(2)
    for column, width in enumerate(form.columns):
        page.set_column(column, column, width)
    for row in range(form.height):
        cells = (
            (cell.text, sum(form.columns[cell.column : cell.column + cell.columns]))
            for cell in form.cells
            if cell.row == row and cell.rows == 1
        )
        title = any(cell.row == row and cell.kind == TITLE for cell in form.cells)
        page.set_row(row, _TITLE_HEIGHT if title else max(book.row_height(cells), _MIN_HEIGHT))
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def cell_range(cell: FormCell) -> tuple[int, int, int, int]:
    """First row and column, last row and column."""
    return cell.row, cell.column, cell.row + cell.rows - 1, cell.column + cell.columns - 1


def cell_style(book: WorkbookWriter, cell: FormCell, more: Mapping[str, Any]) -> Format:
    keys: dict[str, Any] = {}
    if cell.kind == TITLE:
        keys = {"bold": True, "font_size": 16, "align": "center"}
    elif cell.path == _YEAR:
        keys = {"align": "center"}
    else:
        keys = dict(_LINE)
        if cell.kind in (HEADING, LABEL) and cell.text:
            keys |= {"bg_color": _GREY}
        if cell.kind == HEADING:
            keys |= {"bold": True}
        if cell.kind in (HEADING, LABEL, FIGURE):
            keys |= {"align": "center"}
    return book.style(**{**keys, **more})
