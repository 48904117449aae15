"""Workbooks for people: texts are written as texts, pages are set up for printing.

The same content gives the same bytes, and no text of a sheet becomes a formula, a link or
markup of the file.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sheetlint.messages import findings_workbook as messages
from sheetlint.messages.visible import visible
from sheetlint.report.line_breaks import break_lines
from sheetlint.system.extras import requires_extra

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "宋体"
"""What forms are printed in, and what every office program in use has."""
MAX_ROWS = 1_048_576
MAX_CELL_LENGTH = 32_767
"""Units of UTF-16 that a cell of Excel holds."""
_ALWAYS_FITS = MAX_CELL_LENGTH // 2
_CREATED = datetime(2000, 1, 1)
_A4 = 9
_LINE_HEIGHT = 13.0
_MAX_LINES = 409.0
"""Points; no row of Excel is higher."""
_PLAIN = {"font_name": FONT, "font_size": 10, "text_wrap": True, "valign": "vcenter"}
SEVERITY_FILLS = {
    "error": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    "warning": {"bg_color": "#FFEB9C", "font_color": "#7F4F00"},
    "info": {"bg_color": "#DDEBF7", "font_color": "#1F4E78"},
}
"""Fill and writing by severity: dark enough to be read where they are printed in grey."""


class WorkbookWriter:
    """A workbook in the making.

    A ``long`` one is written row by row, and a row that is done is not in memory any more.
    """

    def __init__(self, title: str, lang: str, *, long: bool = False) -> None:
        with requires_extra("office"):
            import xlsxwriter
        self._lang = lang
        self._stream = io.BytesIO()
        self._styles: dict[tuple[tuple[str, Any], ...], Format] = {}
        options = {
            "in_memory": not long,
            "constant_memory": long,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.file = xlsxwriter.Workbook(self._stream, options)
        self.file.set_properties(
            {"title": visible(title), "author": "sheetlint", "created": _CREATED}
        )

    def add_worksheet(self, name: str) -> Worksheet:
        """A worksheet for A4 across, as wide as one page."""
        page = self.file.add_worksheet(name)
        page.set_paper(_A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        page.set_footer(messages.FOOTER.in_(self._lang))
        return page

    def style(self, **keys: Any) -> Format:
        """One format for all cells that look alike."""
        key = tuple(sorted(keys.items()))
        if key not in self._styles:
            self._styles[key] = self.file.add_format({**_PLAIN, **keys})
        return self._styles[key]

    def write_text(self, page: Worksheet, row: int, column: int, text: str, style: Format) -> None:
        """Writes a text, never a number, formula or link."""
        self.write_shown_text(page, row, column, self.cell_text(text), style)

    def write_shown_text(
        self, page: Worksheet, row: int, column: int, shown: str, style: Format
    ) -> None:
        """Writes a text that ``cell_text`` has returned."""
        if not shown:
            page.write_blank(row, column, None, style)
        elif shown.startswith("<r>") and shown.endswith("</r>"):
            # The library takes this for markup of its own; in two pieces it is a text again.
            page.write_rich_string(row, column, shown[0], style, shown[1:], style)
        else:
            page.write_string(row, column, shown, style)

    def merge(
        self, page: Worksheet, place: tuple[int, int, int, int], text: str, style: Format
    ) -> None:
        """A text over the cells from the first row and column to the last."""
        row, column, last_row, last_column = place
        if (row, column) != (last_row, last_column):
            page.merge_range(row, column, last_row, last_column, "", style)
        self.write_text(page, row, column, text, style)

    def cell_text(self, text: str) -> str:
        """As it is shown: commands visible, line breaks kept, no longer than a cell can hold."""
        if len(text) <= _ALWAYS_FITS and visible(text) is text:
            return text
        shown = "\n".join(map(visible, text.replace("\r\n", "\n").split("\n")))
        over = _units(shown) - MAX_CELL_LENGTH
        if over <= 0:
            return shown
        phrase = messages.CUT.fill(count=len(shown)).in_(self._lang)
        kept = shown.encode("utf-16-le")[: 2 * (MAX_CELL_LENGTH - _units(phrase))]
        return kept.decode("utf-16-le", "ignore") + phrase

    def row_height(self, cells: Iterable[tuple[str, int]]) -> float:
        """Of a row whose texts are wrapped in columns of these widths.

        Programs find it out themselves for some rows and not for others (merged cells never).
        """
        return self.shown_row_height((self.cell_text(text), width) for text, width in cells)

    def shown_row_height(self, cells: Iterable[tuple[str, int]]) -> float:
        """The same of what ``cell_text`` has made of the texts."""
        lines = [
            sum([len(break_lines(line, max(width, 2))) for line in shown.split("\n")])
            for shown, width in cells
            # Not even the widest characters fill a line.
            if 2 * len(shown) > width or "\n" in shown
        ]
        return min(_LINE_HEIGHT * max(lines, default=1) + 3, _MAX_LINES)

    def to_bytes(self) -> bytes:
        self.file.close()
        return self._stream.getvalue()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
