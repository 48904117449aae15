"""Web pages (.html, .htm, and .xls files that are pages), saved by Office or by a web system."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.readers import unreadable
from sheetlint.readers.html.blocks import Block, HtmlCell, HtmlTable
from sheetlint.readers.html.charset import decode_page
from sheetlint.readers.html.grid import GridCell, place_on_grid
from sheetlint.readers.html.page import PageHandler
from sheetlint.readers.html.tokens import parse_page
from sheetlint.readers.limits import Limits
from sheetlint.sheet.tables import Cell, Document, HiddenColumns, Row, Table

_ENDS = " \t"


def read_page(data: bytes, limits: Limits, name: str) -> Document:
    """Lines and tables in their order, as one stream of rows.  Raises ``Unreadable``."""
    page = PageHandler(limits)
    parse_page(decode_page(data, name), page, limits)
    page.close()
    rows = _RowBuilder(limits)
    found = tuple(rows.build(page.blocks))
    return Document("html", (Table("", found, hidden_columns=tuple(rows.hidden_columns)),))


class _RowBuilder:
    """Builds rows, numbering lines and tables."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lines = 0
        self._tables = 0
        self._cells = 0
        self.hidden_columns: list[HiddenColumns] = []

    def build(self, blocks: list[Block]) -> Iterator[Row]:
        for block in blocks:
            if isinstance(block, HtmlTable):
                yield from self._table(block)
            else:
                yield self._line(block)

    def _line(self, text: str) -> Row:
        self._lines += 1
        fields = [field.strip(_ENDS) for field in text.split("\t")]
        cells = [self._check_cell(Cell(field, i)) for i, field in enumerate(fields) if field]
        return Row(tuple(cells), self._lines)

    def _table(self, table: HtmlTable) -> Iterator[Row]:
        name = ""
        for index, cells in enumerate(place_on_grid(table.rows, self._limits)):
            if _is_frame(cells, table):
                # For the layout of the page: what stands in it stands on the page.
                for cell in cells:
                    yield from self.build(cell.source.blocks)
                continue
            filled = tuple(
                self._check_cell(_cell(cell, text))
                for cell in cells
                if (text := cell.source.text())
            )
            if not filled:
                continue
            if not name:
                self._tables += 1
                name = f"表{self._tables}"
                self.hidden_columns += table.hidden_columns.for_table(name)
            yield Row(filled, index + 1, name, table.rows[index].hidden)

    def _check_cell(self, cell: Cell) -> Cell:
        self._cells += 1
        if self._cells > self._limits.max_cells or len(cell.text) > self._limits.max_text:
            raise unreadable.too_big()
        return cell


def _cell(cell: GridCell, text: str) -> Cell:
    source = cell.source
    stored = None
    # LibreOffice gives an error the number 0.
    if source.number is not None and not text.startswith("#"):
        stored = _number(source.number or text.replace(",", ""))
    formula = source.formula.strip().removeprefix("=") if source.formula else None
    return Cell(text, cell.column, cell.columns, cell.rows, stored, formula)


def _number(written: str) -> str | None:
    from sheetlint.readers.number_format import NotANumber, format_plain, parse_stored

    try:
        return format_plain(parse_stored(written))
    except NotANumber:
        return None


def _is_frame(cells: list[GridCell], outer: HtmlTable) -> bool:
    """A row holds a table that is longer than its own, or one that has the row for itself."""
    filled = [cell.source for cell in cells if cell.source.blocks]
    longest = max((_longest(source) for source in filled), default=0)
    return longest > len(outer.rows) or (longest > 1 and len(filled) == 1)


def _longest(cell: HtmlCell) -> int:
    tables = (block for block in cell.blocks if isinstance(block, HtmlTable))
    return max((len(table.rows) for table in tables), default=0)
