"""Where the rows and cells of our reader stand in the XML of a Word document.

The tree is played to the reader's own handler as if it were parsed: whatever it merges, passes over
or counts, a place here is the place that it reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheetlint.model import Where
from sheetlint.readers.covering import covering
from sheetlint.readers.docx.blocks import CellBlock, GridCell
from sheetlint.readers.docx.body import Body
from sheetlint.readers.docx.document import rows_with_sources
from sheetlint.readers.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Places:
    """The elements of paragraphs and cells."""

    def __init__(self, root: Element, limits: Limits) -> None:
        """Raises ``Unreadable`` as the reader does."""
        handler = _Placing(limits)
        _play(root, handler)
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
    """Notes the element of each paragraph and cell."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.element: Element | None = None
        """The one that begins or ends at this moment."""
        self.cells: dict[int, Element] = {}

    def paragraph(self, text: str) -> str:
        written = _Written(text)
        if self.element is not None:
            written.element = self.element
        return written

    def cell(self) -> CellBlock:
        cell = super().cell()
        if self.element is not None:
            self.cells[id(cell)] = self.element
        return cell


def _play(root: Element, handler: _Placing) -> None:
    """Call the handler as the parser does for the text of which the tree was made."""
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            handler.element = element
            handler.start(_name(element), _attributes(element))
            text = element.text
        else:
            if event == "end":
                handler.element = element
                handler.end(_name(element))
            text = element.tail if element is not root else None
        if text:
            handler.buffer.append(text)


def _name(element: Element) -> str:
    from lxml.etree import QName

    local = QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def _attributes(element: Element) -> dict[str, str]:
    """By local names behind any prefix, as nothing else of them is looked at; the root's
    declarations as well, which tell the vocabularies."""
    about = {
        f"{number}:{key.rpartition('}')[2]}": value
        for number, (key, value) in enumerate(element.attrib.items())
    }
    if element.getparent() is None:
        for prefix, uri in element.nsmap.items():
            about[f"xmlns:{prefix}" if prefix else "xmlns"] = uri
    return about
