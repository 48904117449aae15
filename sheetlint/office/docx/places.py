"""Where the rows and cells of our reader stand in the XML of a Word document.

The tree is written and parsed again by the reader's own handler: whatever it merges, passes over or
counts, a place here is the place that it reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheetlint.readers.covering_cells import covering
from sheetlint.readers.docx.blocks import CellBlock, GridCell
from sheetlint.readers.docx.body import Body
from sheetlint.readers.docx.document import rows_with_sources
from sheetlint.readers.limits import Limits
from sheetlint.readers.xml_stream import parse
from sheetlint.sheet.where import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Places:
    """The elements of paragraphs and cells."""

    def __init__(self, root: Element, limits: Limits) -> None:
        """Raises ``Unreadable`` as the reader does."""
        from lxml import etree

        handler = _Placing(limits, root)
        parse((etree.tostring(root),), handler, limits)
        self._cells = handler.cells
        self._blocks = handler.blocks
        """Cells are known by their blocks, which therefore have to stay."""
        self._rows: dict[tuple[str, int], list[GridCell]] = {}
        self._lines: dict[int, _Written] = {}
        for row, source in rows_with_sources(handler.blocks, limits):
            if isinstance(source, _Written):
                self._lines[row.number] = source
            elif isinstance(source, list):
                self._rows[row.table or "", row.number] = source

    def texts(self) -> dict[Element, str]:
        """What the reader reads at each place."""
        cells = (cell for row in self._rows.values() for cell in row)
        texts = {self._cells[id(cell.source)]: cell.text for cell in cells}
        texts.update((line.element, line) for line in self._lines.values())
        return texts

    def of(self, where: Where) -> Element | None:
        """The ``tc`` or the ``p`` that a finding is about; None where it names neither."""
        if where.table is None:
            line = None if where.line is None else self._lines.get(where.line)
            return None if line is None else line.element
        if where.row is None or where.column is None:
            return None
        cell = covering(self._rows, where.table, where.row, where.column - 1)
        return None if cell is None else self._cells[id(cell.source)]


class _Written(str):
    """The text of a paragraph with its element."""

    element: Element


class _Placing(Body):
    """Notes the element of each paragraph and cell.

    What is parsed is the text of the tree, so that its elements begin in the order of the tree.
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
        written = _Written(text)
        written.element = self._open[-1]
        return written

    def cell(self) -> CellBlock:
        cell = super().cell()
        self.cells[id(cell)] = self._open[-1]
        return cell
