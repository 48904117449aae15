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
    for box in form.boxes:
        style = cell_style(book, box, styles.get(box, {}))
        book.merge(page, cell_range(box), box.text, style)


def prepare_page(book: WorkbookWriter, page: Worksheet, form: Form) -> None:
    """Widths of the columns, heights of the rows, A4 upright."""
    page.set_portrait()
    page.center_horizontally()
    page.hide_gridlines(2)
    for column, width in enumerate(form.columns):
        page.set_column(column, column, width)
    for row in range(form.height):
        cells = (
            (box.text, sum(form.columns[box.column : box.column + box.columns]))
            for box in form.boxes
            if box.row == row and box.rows == 1
        )
        title = any(box.row == row and box.kind == TITLE for box in form.boxes)
        page.set_row(row, _TITLE_HEIGHT if title else max(book.row_height(cells), _MIN_HEIGHT))
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def cell_range(box: FormCell) -> tuple[int, int, int, int]:
    """First row and column, last row and column."""
    return box.row, box.column, box.row + box.rows - 1, box.column + box.columns - 1


def cell_style(book: WorkbookWriter, box: FormCell, more: Mapping[str, Any]) -> Format:
    keys: dict[str, Any] = {}
    if box.kind == TITLE:
        keys = {"bold": True, "font_size": 16, "align": "center"}
    elif box.path == _YEAR:
        keys = {"align": "center"}
    else:
        keys = dict(_LINE)
        if box.kind in (HEADING, LABEL) and box.text:
            keys |= {"bg_color": _GREY}
        if box.kind == HEADING:
            keys |= {"bold": True}
        if box.kind in (HEADING, LABEL, FIGURE):
            keys |= {"align": "center"}
    return book.style(**{**keys, **more})
