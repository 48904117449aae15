"""The main part of a Word document to blocks: paragraphs and tables inside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sheetlint.readers import refusals
from sheetlint.readers.docxblocks import Block, CellBlock, RowBlock, TableBlock
from sheetlint.readers.docxsymbols import drawn, symbol, symbol_font
from sheetlint.readers.limits import Limits
from sheetlint.readers.xmlstream import local, parse

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_UNSEEN = ("del", "moveFrom", "rt")
"""Deleted and moved text, and the readings above a word."""
_OFF = ("0", "false", "off", "none")


class _Paragraph:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.boxes: list[Block] = []
        """What text boxes anchored in the paragraph hold."""


class _Body:
    """Elements come in document order; where they belong is kept in three stacks."""

    def __init__(self, limits: Limits) -> None:
        self.buffer: list[str] = []
        self.blocks: list[Block] = []
        self._limits = limits
        self._depth = 0
        self._containers: list[list[Block]] = [self.blocks]
        self._tables: list[TableBlock] = []
        self._paragraphs: list[_Paragraph] = []
        self._skip_from = 0
        """Depth of the element whose content is not read; 0 outside of one."""
        self._run = False
        self._vanished = False
        self._font = ""
        """The symbol font of the run, if it has one."""
        self._properties = 0
        """Depth of the properties (``pPr``, ``rPr``, ``trPr``, ``tcPr``) that are being read."""
        self._names: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}

    # ── elements ──

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._limits.max_depth:
            raise refusals.bomb()
        if self._skip_from:
            return
        known = self._names.get(name) or self._known(name, attributes)
        if known == "t" or known == "m:t":
            self.buffer.clear()
        elif known in _PROPERTIES:
            self._properties = self._properties or self._depth
        elif self._properties:
            self._property(known, attributes)
        elif known in _UNSEEN or known == "mc:Fallback":
            self._skip_from = self._depth
        elif known in _WRITTEN:
            self._write(_WRITTEN[known])
        else:
            action = _AT_START.get(known)
            if action is not None:
                action(self, attributes)

    def end(self, name: str) -> None:
        depth = self._depth
        self._depth -= 1
        if self._skip_from:
            if self._skip_from == depth:
                self._skip_from = 0
            return
        if self._properties:
            if self._properties == depth:
                self._properties = 0
            return
        action = _AT_END.get(self._names.get(name, ""))
        if action is not None:
            action(self)

    def _known(self, name: str, attributes: dict[str, str]) -> str:
        """The local name for elements of Word, with ``mc:`` or ``m:`` for two other vocabularies."""
        if not self._prefixes:
            self._read_prefixes(name, attributes)
        prefix, _, rest = name.rpartition(":")
        known = self._prefixes.get(prefix, "other:") + rest
        self._names[name] = known
        return known

    def _read_prefixes(self, root: str, attributes: dict[str, str]) -> None:
        self._prefixes = {"mc": "mc:", "m": "m:"}
        for key, value in attributes.items():
            prefix = key[6:] if key.startswith("xmlns:") else "" if key == "xmlns" else None
            if prefix is None:
                continue
            if value == _COMPATIBILITY:
                self._prefixes[prefix] = "mc:"
            elif value in _MATH:
                self._prefixes[prefix] = "m:"
            elif value in _MAIN:
                self._prefixes[prefix] = ""
        self._prefixes[root.rpartition(":")[0]] = ""

    # ── properties ──

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        if self._run:
            if name == "vanish":
                self._vanished = _value(attributes, "1") not in _OFF
            elif name == "rFonts":
                self._font = symbol_font(_attribute(attributes, "ascii") or "")
            return
        if name not in _GRID or not self._tables or not self._tables[-1].rows:
            return
        row = self._tables[-1].rows[-1]
        if name == "gridBefore":
            row.before = _count(attributes)
        elif name == "hidden":
            row.hidden = _value(attributes, "1") not in _OFF
        elif name == "del":
            # In a row's properties only: a paragraph that has one is not the row's.
            row.deleted = row.deleted or not row.cells
        elif row.cells:
            cell = row.cells[-1]
            if name == "gridSpan":
                cell.columns = _count(attributes)
            elif name == "vMerge":
                cell.vertical = _value(attributes, "continue")
            else:
                cell.horizontal = _value(attributes, "continue")

    # ── text ──

    def _end_text(self) -> None:
        if self._paragraphs and not self._vanished:
            text = "".join(self.buffer)
            self._paragraphs[-1].pieces.append(drawn(self._font, text) if self._font else text)

    def _write(self, text: str) -> None:
        if self._run and self._paragraphs and not self._vanished:
            self._paragraphs[-1].pieces.append(text)

    def _start_run(self, _: dict[str, str]) -> None:
        self._run, self._vanished, self._font = True, False, ""

    def _end_run(self) -> None:
        self._run, self._vanished, self._font = False, False, ""

    def _start_paragraph(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        text = "".join(paragraph.pieces)
        if len(text) > self._limits.max_text:
            raise refusals.too_big()
        container = self._containers[-1]
        container.extend(paragraph.boxes)
        container.append(text.replace("\t", " ") if self._tables else text)

    # ── text boxes and tables ──

    def _start_box(self, _: dict[str, str]) -> None:
        self._containers.append([])

    def _end_box(self) -> None:
        blocks = self._containers.pop()
        if self._paragraphs:
            self._paragraphs[-1].boxes.extend(blocks)
        # The run that holds the box goes on after it.
        self._run, self._vanished, self._font = True, False, ""

    def _start_table(self, _: dict[str, str]) -> None:
        self._tables.append(TableBlock())

    def _end_table(self) -> None:
        self._containers[-1].append(self._tables.pop())

    def _start_row(self, _: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].rows.append(RowBlock())

    def _start_cell(self, _: dict[str, str]) -> None:
        if not self._tables or not self._tables[-1].rows:
            raise refusals.damaged()
        cell = CellBlock()
        self._tables[-1].rows[-1].cells.append(cell)
        self._containers.append(cell.blocks)

    def _end_cell(self) -> None:
        self._containers.pop()


def _attribute(attributes: dict[str, str], name: str) -> str | None:
    return next((value for key, value in attributes.items() if local(key) == name), None)


def _value(attributes: dict[str, str], default: str) -> str:
    value = _attribute(attributes, "val")
    return default if value is None else value


def _count(attributes: dict[str, str]) -> int:
    """A number of grid columns; Word takes what is no number for nothing said."""
    digits = _value(attributes, "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0


def _symbol(body: _Body, attributes: dict[str, str]) -> None:
    font, code = _attribute(attributes, "font"), _attribute(attributes, "char")
    body._write(symbol(font or "", code or ""))


_GRID = frozenset(("gridSpan", "vMerge", "hMerge", "gridBefore", "hidden", "del"))
_PROPERTIES = frozenset(("pPr", "rPr", "trPr", "tcPr", "tblPr", "tblPrEx", "sectPr", "sdtPr"))
_AT_START: dict[str, Callable[[_Body, dict[str, str]], None]] = {
    "p": _Body._start_paragraph,
    "r": _Body._start_run,
    "tbl": _Body._start_table,
    "tr": _Body._start_row,
    "tc": _Body._start_cell,
    "txbxContent": _Body._start_box,
    "sym": _symbol,
}
_WRITTEN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_AT_END: dict[str, Callable[[_Body], None]] = {
    "t": _Body._end_text,
    "m:t": _Body._end_text,
    "p": _Body._end_paragraph,
    "r": _Body._end_run,
    "tbl": _Body._end_table,
    "tc": _Body._end_cell,
    "txbxContent": _Body._end_box,
}


def read_body(chunks: Iterable[bytes], limits: Limits) -> list[Block]:
    """Paragraphs and tables of the document in their order.  Raises ``Unreadable``."""
    handler = _Body(limits)
    parse(chunks, handler, limits)
    return handler.blocks
