"""Word documents (.docx, .docm, .dotx), from Word, WPS, LibreOffice or a program."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.readers import unreadable
from sheetlint.readers.docx.blocks import (
    EDGE_BLANKS,
    Block,
    GridCell,
    WordCell,
    WordTable,
    place_on_grid,
)
from sheetlint.readers.docx.known_cells import read_body
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Package
from sheetlint.sheet.tables import Cell, Document, Row, Table


def read_document(package: Package, main: str) -> Document:
    """Paragraphs and tables in their order, as one stream of rows.  Raises ``Unreadable``."""
    blocks = read_body(package.chunks(main), package.limits)
    return Document("docx", (Table("", tuple(make_rows(blocks, package.limits))),))


def make_rows(blocks: list[Block], limits: Limits) -> Iterator[Row]:
    """The stream of rows that the body of a Word document makes.  Raises ``Unreadable``."""
    return (row for row, _ in make_rows_with_sources(blocks, limits))


Source = str | list[GridCell]
"""The source of a row: a paragraph, or all cells of the table row, empty ones too."""


def make_rows_with_sources(blocks: list[Block], limits: Limits) -> Iterator[tuple[Row, Source]]:
    """The same rows, each with its source, from which its place in the document is found."""
    return _RowBuilder(limits).build(blocks)


class _RowBuilder:
    """Builds rows, numbering paragraphs and tables."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._paragraphs = 0
        self._tables = 0
        self._cells = 0

    def build(self, blocks: list[Block]) -> Iterator[tuple[Row, Source]]:
        for block in blocks:
            if isinstance(block, WordTable):
                yield from self._table(block)
            elif block.strip(EDGE_BLANKS):
                yield self._paragraph(block), block

    def _paragraph(self, text: str) -> Row:
        self._paragraphs += 1
        fields = [field.strip(EDGE_BLANKS) for field in text.split("\t")]
        cells = [self._cell(field, i) for i, field in enumerate(fields) if field]
        return Row(tuple(cells), self._paragraphs)

    def _cell(self, text: str, column: int, columns: int = 1, rows: int = 1) -> Cell:
        self._cells += 1
        if self._cells > self._limits.max_cells or len(text) > self._limits.max_text:
            raise unreadable.too_big()
        return Cell(text, column, columns, rows)

    def _table(self, table: WordTable) -> Iterator[tuple[Row, Source]]:
        name = ""
        for index, cells in enumerate(place_on_grid(table)):
            if any(_is_layout_frame(cell.source, table) for cell in cells):
                # A frame for the layout of the page: what stands in it stands on the page.
                for cell in cells:
                    yield from self.build(cell.source.blocks)
                continue
            filled = self._filled(cells)
            if not filled:
                continue
            if not name:
                self._tables += 1
                name = f"表{self._tables}"
            yield Row(filled, index + 1, name, table.rows[index].hidden), cells

    def _filled(self, cells: list[GridCell]) -> tuple[Cell, ...]:
        return tuple(
            self._cell(text, cell.column, cell.columns, cell.rows)
            for cell in cells
            if (text := cell.text)
        )


def _is_layout_frame(cell: WordCell, outer: WordTable) -> bool:
    """The cell holds a table longer than the one it stands in: the outer one is only a frame."""
    for block in cell.blocks:
        if isinstance(block, WordTable) and len(block.rows) > len(outer.rows):
            return True
    return False
