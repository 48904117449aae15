"""The main part of a Word document to blocks: paragraphs and tables inside each other."""

from __future__ import annotations

from sheetlint.readers import unreadable
from sheetlint.readers.docx.attributes import find_attribute, find_value, parse_count
from sheetlint.readers.docx.blocks import Block, WordCell, WordRow, WordTable
from sheetlint.readers.docx.symbols import decode_run, decode_symbol, find_symbol_font
from sheetlint.readers.limits import Limits
from sheetlint.readers.xml_elements import ElementHandler, End, Start

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_SKIPPED = (
    # Text that was deleted or moved away, and the readings above a word.
    *("del", "moveFrom", "rt"),
    # What properties were before somebody changed them.
    *("tcPrChange", "trPrChange", "tblPrChange", "tblPrExChange", "rPrChange", "pPrChange"),
    # The same thing once more, for old programs.
    "mc:Fallback",
)
_OFF = ("0", "false", "off", "none")
OWN_TAG = "sheetlint"
"""Tag of the list of findings at the start of an annotated copy; it is no text of the sheet."""


class _Paragraph:
    def __init__(self) -> None:
        self.shown: list[str] = []
        self.vanished: list[str] = []
        self.boxes: list[Block] = []
        """What text boxes anchored in the paragraph hold."""

    def add(self, text: str, vanished: bool) -> None:
        (self.vanished if vanished else self.shown).append(text)


class BodyHandler(ElementHandler):
    """Elements come in document order; three stacks hold the open containers, tables and paragraphs."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.blocks: list[Block] = []
        self._limits = limits
        self._containers: list[list[Block]] = [self.blocks]
        self._tables: list[WordTable] = []
        self._paragraphs: list[_Paragraph] = []
        self._run = False
        self._vanished = False
        self._font = ""
        """The symbol font of the run, if it has one."""
        self._row_properties = False
        self._own = False
        """The content control that has begun is the tool's own."""
        self._prefixes: dict[str, str] = {}
        self._at_start = {
            "t": self._start_text,
            "m:t": self._start_text,
            "r": self._start_run,
            "p": self._start_paragraph,
            "tc": self._start_cell,
            "tr": self._start_row,
            "tbl": self._start_table,
            "txbxContent": self._start_box,
            "gridSpan": self._grid_span,
            "vMerge": self._vertical,
            "hMerge": self._horizontal,
            "gridBefore": self._grid_before,
            "trPr": self._start_row_properties,
            "hidden": self._hidden,
            "vanish": self._vanish,
            "rFonts": self._fonts,
            "sym": self._symbol,
            "tag": self._tag,
            "sdtContent": self._start_content,
            "tab": lambda _: self._write("\t"),
            "ptab": lambda _: self._write("\t"),
            "br": lambda _: self._write("\n"),
            "cr": lambda _: self._write("\n"),
            "noBreakHyphen": lambda _: self._write("-"),
            **dict.fromkeys(_SKIPPED, self.skip),
            "del": self._deleted,
        }
        self._at_end = {
            "t": self._end_text,
            "m:t": self._end_text,
            "r": self._end_run,
            "p": self._end_paragraph,
            "tc": self._end_cell,
            "tr": self._end_row,
            "tbl": self._end_table,
            "txbxContent": self._end_box,
            "trPr": self._end_row_properties,
        }

    def find_actions(
        self, name: str, attributes: dict[str, str]
    ) -> tuple[Start | None, End | None]:
        """By its local name: ``mc:`` and ``m:`` are two other vocabularies."""
        if not self._prefixes:
            self._prefixes = _prefixes(name, attributes)
        prefix, _, rest = name.rpartition(":")
        known = self._prefixes.get(prefix, "other:") + rest
        return self._at_start.get(known), self._at_end.get(known)

    @property
    def vocabularies(self) -> frozenset[tuple[str, str]]:
        """What the prefixes of the document stand for."""
        return frozenset(self._prefixes.items())

    def new_for_same_document(self) -> BodyHandler:
        """A handler for elements of the same document: it has the same prefixes."""
        other = BodyHandler(self._limits)
        other._prefixes = self._prefixes
        return other

    def accepts_cells(self, depth: int) -> bool:
        """Whether a cell of at most ``depth`` nested elements can be added at the current position."""
        return (
            bool(self._tables and self._tables[-1].rows)
            and not (self._skip_from or self._run or self._row_properties or self._own)
            and self._prefixes.get("w") == ""
            and self._depth + depth <= self._deepest
        )

    def add_cell(self, cell: WordCell) -> None:
        """Append a cell that was not parsed; only where ``accepts_cells``."""
        self._tables[-1].rows[-1].cells.append(cell)

    def next_row(self, before: int, hidden: bool, deleted: bool) -> None:
        """End the row and start one that was not parsed."""
        self._end_row()
        row = WordRow()
        row.before, row.hidden, row.deleted = before, hidden, deleted
        self._tables[-1].rows.append(row)

    def paragraph(self, text: str) -> str:
        """The text of the paragraph that ends here.  A subclass that needs its place overrides it."""
        return text

    def cell(self) -> WordCell:
        """A new cell for the one that begins here; overridden likewise."""
        return WordCell()

    # ── properties ──

    def _vanish(self, attributes: dict[str, str]) -> None:
        # Outside a run it is the paragraph's mark that is hidden.
        if self._run:
            self._vanished = find_value(attributes, "1") not in _OFF

    def _fonts(self, attributes: dict[str, str]) -> None:
        if self._run:
            self._font = find_symbol_font(find_attribute(attributes, "ascii") or "")

    def _start_row_properties(self, _: dict[str, str]) -> None:
        self._row_properties = True

    def _end_row_properties(self) -> None:
        self._row_properties = False

    def _deleted(self, attributes: dict[str, str]) -> None:
        if self._row_properties and self._tables:
            self._tables[-1].rows[-1].deleted = True
        self.skip(attributes)

    def _row(self) -> WordRow:
        if not self._tables or not self._tables[-1].rows:
            raise unreadable.damaged()
        return self._tables[-1].rows[-1]

    def _cell(self) -> WordCell:
        cells = self._row().cells
        if not cells:
            raise unreadable.damaged()
        return cells[-1]

    def _grid_before(self, attributes: dict[str, str]) -> None:
        self._row().before = parse_count(attributes)

    def _hidden(self, attributes: dict[str, str]) -> None:
        if self._row_properties:
            self._row().hidden = find_value(attributes, "1") not in _OFF

    def _grid_span(self, attributes: dict[str, str]) -> None:
        self._cell().columns = parse_count(attributes)

    def _vertical(self, attributes: dict[str, str]) -> None:
        self._cell().vertical = find_value(attributes, "continue")

    def _horizontal(self, attributes: dict[str, str]) -> None:
        self._cell().horizontal = find_value(attributes, "continue")

    def _tag(self, attributes: dict[str, str]) -> None:
        # Anywhere but at the start it is somebody else's, and text that a person sees.
        self._own = (
            not (self.blocks or self._tables or self._paragraphs)
            and find_value(attributes, "") == OWN_TAG
        )

    def _start_content(self, attributes: dict[str, str]) -> None:
        if self._own:
            self._own = False
            self.skip(attributes)

    # ── text ──

    def _start_text(self, _: dict[str, str]) -> None:
        self.buffer.clear()

    def _end_text(self) -> None:
        text = "".join(self.buffer)
        self._add(decode_run(self._font, text) if self._font else text)

    def _write(self, text: str) -> None:
        """Add the text that an element of a run stands for; outside a run the same names are settings."""
        if self._run:
            self._add(text)

    def _symbol(self, attributes: dict[str, str]) -> None:
        font, code = find_attribute(attributes, "font"), find_attribute(attributes, "char")
        self._write(decode_symbol(font or "", code or ""))

    def _add(self, text: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].add(text, self._vanished)

    def _start_run(self, _: dict[str, str]) -> None:
        self._run, self._vanished, self._font = True, False, ""

    def _end_run(self) -> None:
        self._run, self._vanished, self._font = False, False, ""

    def _start_paragraph(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        text, vanished = "".join(paragraph.shown), "".join(paragraph.vanished)
        if max(len(text), len(vanished)) > self._limits.max_text:
            raise unreadable.too_big()
        container = self._containers[-1]
        container.extend(paragraph.boxes)
        container.append(self.paragraph(text.replace("\t", " ") if self._tables else text))
        if vanished and self._tables:
            self._cell().add_hidden(vanished)

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
        self._tables.append(WordTable())

    def _end_table(self) -> None:
        self._containers[-1].append(self._tables.pop())

    def _start_row(self, _: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].rows.append(WordRow())

    def _end_row(self) -> None:
        if self._tables:
            self._row().close()

    def _start_cell(self, _: dict[str, str]) -> None:
        if not self._tables or not self._tables[-1].rows:
            raise unreadable.damaged()
        cell = self.cell()
        self._tables[-1].rows[-1].cells.append(cell)
        self._containers.append(cell.blocks)

    def _end_cell(self) -> None:
        self._containers.pop()


def _prefixes(root: str, attributes: dict[str, str]) -> dict[str, str]:
    """What the prefixes of the document stand for; the root's own is Word's."""
    known = {"mc": "mc:", "m": "m:"}
    for key, space in attributes.items():
        if key == "xmlns" or key.startswith("xmlns:"):
            prefix = key[6:]
            if space == _COMPATIBILITY:
                known[prefix] = "mc:"
            elif space in _MATH:
                known[prefix] = "m:"
    known[root.rpartition(":")[0]] = ""
    return known
