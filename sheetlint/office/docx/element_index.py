"""The XML elements of the paragraphs and cells that the reader of Word documents reports.

The tree is serialised and parsed by the reader's own handler, so that merged cells, skipped content
and row numbers are exactly the reader's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheetlint.readers.covering_cells import find_covering_cell
from sheetlint.readers.docx.blocks import GridCell, WordCell
from sheetlint.readers.docx.body import BodyHandler
from sheetlint.readers.docx.document import make_rows_with_sources
from sheetlint.readers.limits import Limits
from sheetlint.readers.xml_stream import parse_xml
from sheetlint.sheet.where import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class ElementIndex:
    """The elements of paragraphs and cells, by place."""

    def __init__(self, root: Element, limits: Limits) -> None:
        """Raises ``Unreadable`` like the reader."""
        from lxml import etree

        handler = _IndexingBody(limits, root)
        parse_xml((etree.tostring(root),), handler, limits)
        self._cells = handler.cells
        self._blocks = handler.blocks
        """Kept alive because ``_cells`` is keyed by the identity of cell blocks."""
        self._rows: dict[tuple[str, int], list[GridCell]] = {}
        self._lines: dict[int, _ParagraphText] = {}
        for row, source in make_rows_with_sources(handler.blocks, limits):
            if isinstance(source, _ParagraphText):
                self._lines[row.number] = source
            elif isinstance(source, list):
                self._rows[row.table or "", row.number] = source

    def texts(self) -> dict[Element, str]:
        """The text that the reader reads in each element."""
        cells = (cell for row in self._rows.values() for cell in row)
        texts = {self._cells[id(cell.source)]: cell.text for cell in cells}
        texts.update((line.element, line) for line in self._lines.values())
        return texts

    def find(self, where: Where) -> Element | None:
        """The cell (``tc``) or paragraph (``p``) at a place; None where there is neither."""
        if where.table is None:
            line = None if where.line is None else self._lines.get(where.line)
            return None if line is None else line.element
        if where.row is None or where.column is None:
            return None
        cell = find_covering_cell(self._rows, where.table, where.row, where.column - 1)
        return None if cell is None else self._cells[id(cell.source)]


class _ParagraphText(str):
    """The text of a paragraph with its element."""

    element: Element


class _IndexingBody(BodyHandler):
    """Records the element of each paragraph and cell.

    The parsed text is the serialised tree: its start tags come in the order of ``root.iter()``.
    """

    def __init__(self, limits: Limits, root: Element) -> None:
        super().__init__(limits)
        self.cells: dict[int, Element] = {}
        self._elements = root.iter("*")
        self._open: list[Element] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(next(self._elements))
        super().start(name, attributes)

    def end(self, name: str) -> None:
        super().end(name)
        self._open.pop()

    def paragraph(self, text: str) -> str:
        with_element = _ParagraphText(text)
        with_element.element = self._open[-1]
        return with_element

    def cell(self) -> WordCell:
        cell = super().cell()
        self.cells[id(cell)] = self._open[-1]
        return cell
