"""The content part of a spreadsheet: its worksheets with their rows and cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sheetlint.readers import refusals
from sheetlint.readers.limits import Limits
from sheetlint.readers.ods.cells import make
from sheetlint.readers.xmlstream import parse
from sheetlint.tables import Cell, Row, Table

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_FREE = 1_000
"""A cell over more rows or columns was drawn over whole columns or rows; it is cut to those used."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    _SPACE + "office:1.0": "office",
    _SPACE + "style:1.0": "style",
    _SPACE + "table:1.0": "table",
    _SPACE + "text:1.0": "text",
    _SPACE + "drawing:1.0": "draw",
}
_SKIPPED = frozenset(
    (
        # What hangs at a cell or floats above the worksheet, readings above a word.
        *("office:annotation", "office:annotation-end", "table:shapes", "text:ruby-text"),
        # Tables that are no worksheets: what was changed, what is linked, what is declared.
        *("table:tracked-changes", "table:dde-links", "table:content-validations"),
        *("table:detective", "office:forms", "office:event-listeners"),
    )
)

Start = Callable[["_Content", dict[str, str]], None]
End = Callable[["_Content"], None]


class _Content:
    def __init__(self, limits: Limits) -> None:
        self.buffer: list[str] = []
        self.tables: list[Table] = []
        self._limits = limits
        self._depth = 0
        self._deepest = limits.max_depth
        self._skip_from = 0
        """Depth of the element whose content is not read; 0 outside of one."""
        self._prefixes: dict[str, str] | None = None
        self._starts: dict[str, Start | None] = {}
        self._ends: dict[str, End] = {}
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._left = limits.max_cells
        # The worksheet, the row and the cell that are being read.
        self._table: dict[str, str] | None = None
        self._rows: list[Row] = []
        self._number = 1
        self._row: dict[str, str] = {}
        self._cells: list[Cell] = []
        self._column = 0
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._pieces: list[str] | None = None
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._deepest:
            raise refusals.bomb()
        if self._skip_from:
            return
        try:
            action = self._starts[name]
        except KeyError:
            action = self._learn(name, attributes)
        if action is not None:
            if self._prefixes:
                attributes = {self._known(key): value for key, value in attributes.items()}
            action(self, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._skip_from:
            self.buffer.clear()
            if self._skip_from > self._depth:
                self._skip_from = 0
            return
        action = self._ends.get(name)
        if action is not None:
            action(self)
        elif self._pieces is None:
            self.buffer.clear()

    def _learn(self, name: str, attributes: dict[str, str]) -> Start | None:
        if self._prefixes is None:
            self._prefixes = _unusual_prefixes(attributes)
        known = self._known(name)
        action = _AT_START.get(known)
        if known in _SKIPPED or known.startswith(("draw:", "dr3d:")):
            action = _Content._skip
        self._starts[name] = action
        if known in _AT_END:
            self._ends[name] = _AT_END[known]
        return action

    def _known(self, name: str) -> str:
        if not self._prefixes:
            return name
        prefix, _, rest = name.rpartition(":")
        return f"{self._prefixes.get(prefix, prefix)}:{rest}"

    def _skip(self, _: dict[str, str]) -> None:
        self._flush()
        self._skip_from = self._depth

    # ── styles ──

    def _start_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get("style:name", "")

    def _table_properties(self, attributes: dict[str, str]) -> None:
        if attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    # ── worksheets, rows, cells ──

    def _start_table(self, attributes: dict[str, str]) -> None:
        if self._table is not None:
            # A table inside a cell, or one that no program writes.
            self._skip(attributes)
            return
        self._table, self._rows, self._number = attributes, [], 1

    def _end_table(self) -> None:
        if self._table is not None:
            name = self._table.get("table:name", "")
            hidden = self._table.get("table:style-name") in self._hidden_styles
            self.tables.append(Table(name, tuple(_within_use(self._rows)), hidden))
            self._table = None

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.buffer.clear()
        self._row, self._cells, self._column = attributes, [], 0

    def _end_row(self) -> None:
        repeated = _count(self._row, "table:number-rows-repeated", _LAST_ROW)
        cells, first = tuple(self._cells), self._number
        self._number = min(first + repeated, _LAST_ROW + 1)
        if self._table is None or not any(cell.text or not cell.computed for cell in cells):
            return
        if first + repeated - 1 > _LAST_ROW:
            raise refusals.damaged()
        self._left -= len(cells) * repeated
        if self._left < 0:
            raise refusals.too_big()
        hidden = self._row.get("table:visibility", "visible") != "visible"
        name = self._table.get("table:name", "")
        self._rows.extend(Row(cells, first + i, name, hidden) for i in range(repeated))

    def _covered(self, attributes: dict[str, str]) -> None:
        self._column += _count(attributes, "table:number-columns-repeated", _LAST_COLUMN)
        self._skip(attributes)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.buffer.clear()
        if self._cell is not None:
            raise refusals.damaged()
        self._cell, self._paragraphs, self._length = attributes, [], 0

    def _end_cell(self) -> None:
        attributes, self._cell = self._cell, None
        if attributes is None or self._table is None:
            return
        column = self._column
        repeated = 1
        if "table:number-columns-repeated" in attributes:
            repeated = _count(attributes, "table:number-columns-repeated", _LAST_COLUMN)
        self._column = min(column + repeated, _LAST_COLUMN + 1)
        cell = make(attributes, "\n".join(self._paragraphs) if self._paragraphs else None)
        if cell is None:
            return
        if column + repeated > _LAST_COLUMN:
            raise refusals.damaged()
        if len(cell.text) > self._limits.max_text:
            raise refusals.too_big()
        columns = _count(attributes, "table:number-columns-spanned", _LAST_COLUMN - column)
        rows = _count(attributes, "table:number-rows-spanned", _LAST_ROW)
        self._cells.extend(
            cell._replace(column=column + i, columns=columns, rows=rows) for i in range(repeated)
        )

    # ── text ──

    def _start_paragraph(self, _: dict[str, str]) -> None:
        if self._cell is not None:
            self.buffer.clear()
            self._pieces = []

    def _end_paragraph(self) -> None:
        if self._pieces is not None:
            self._flush()
            self._paragraphs.append("".join(self._pieces))
            self._pieces = None

    def _flush(self) -> None:
        """Character data up to here; blanks in it count as one, as in HTML."""
        if self._pieces is not None and self.buffer:
            text = "".join(self.buffer)
            self.buffer.clear()
            self.write(_BLANKS.sub(" ", text))

    def write(self, text: str) -> None:
        self._flush()
        if self._pieces is not None:
            self._length += len(text)
            if self._length > self._limits.max_text:
                raise refusals.too_big()
            self._pieces.append(text)

    def _blanks(self, attributes: dict[str, str]) -> None:
        self.write(" " * _count(attributes, "text:c", self._limits.max_text))


def _unusual_prefixes(attributes: dict[str, str]) -> dict[str, str]:
    """Prefixes of the document that are not the usual ones: none, in every known program."""
    return {
        key[6:]: _PREFIXES[value]
        for key, value in attributes.items()
        if key.startswith("xmlns") and _PREFIXES.get(value, key[6:]) != key[6:]
    }


def _count(attributes: dict[str, str], name: str, most: int) -> int:
    """A number of columns, rows or blanks: at least 1, and never above ``most``."""
    digits = attributes.get(name, "1")
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return max(1, min(int(digits), most) if len(digits) < 10 else most)


def _within_use(rows: list[Row]) -> Iterable[Row]:
    wide = max((cell.columns for row in rows for cell in row.cells), default=0)
    high = max((cell.rows for row in rows for cell in row.cells), default=0)
    if max(wide, high) < _FREE:
        return rows
    last_row = rows[-1].number
    last_column = max(row.cells[-1].column for row in rows)
    return [
        row._replace(
            cells=tuple(
                cell._replace(
                    columns=_cut(cell.columns, last_column - cell.column + 1),
                    rows=_cut(cell.rows, last_row - row.number + 1),
                )
                for cell in row.cells
            )
        )
        for row in rows
    ]


def _cut(span: int, used: int) -> int:
    return span if span < _FREE else max(1, min(span, used))


def _writer(text: str) -> Start:
    return lambda content, _: content.write(text)


_AT_START: dict[str, Start] = {
    "style:style": _Content._start_style,
    "style:table-properties": _Content._table_properties,
    "table:table": _Content._start_table,
    "table:table-row": _Content._start_row,
    "table:table-cell": _Content._start_cell,
    "table:covered-table-cell": _Content._covered,
    "text:p": _Content._start_paragraph,
    "text:h": _Content._start_paragraph,
    "text:s": _Content._blanks,
    "text:tab": _writer("\t"),
    "text:line-break": _writer("\n"),
}
_AT_END: dict[str, End] = {
    "table:table": _Content._end_table,
    "table:table-row": _Content._end_row,
    "table:table-cell": _Content._end_cell,
    "text:p": _Content._end_paragraph,
    "text:h": _Content._end_paragraph,
}


def read_content(chunks: Iterable[bytes], limits: Limits) -> list[Table]:
    """The worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    handler = _Content(limits)
    parse(chunks, handler, limits)
    return handler.tables
