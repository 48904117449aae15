"""The content part of a spreadsheet: its worksheets with their rows and cells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sheetlint.readers import unreadable
from sheetlint.readers.hidden_columns import HiddenRanges
from sheetlint.readers.limits import LAST_COLUMN, LAST_ROW, Limits
from sheetlint.readers.ods.cells import make_cell
from sheetlint.readers.ods.counts import limit_spans, parse_count
from sheetlint.readers.ods.hidden import HiddenParts
from sheetlint.readers.ods.prefixes import Prefixes, is_skipped
from sheetlint.readers.xml_elements import ElementHandler, End, Start
from sheetlint.readers.xml_stream import parse_xml
from sheetlint.sheet.tables import Cell, Row, Table

_BLANKS = re.compile(r"[ \t\r\n]+")


class _Content(ElementHandler):
    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.tables: list[Table] = []
        self._limits = limits
        self._prefixes: Prefixes | None = None
        self._hidden = HiddenParts()
        self._left = limits.max_cells
        # The worksheet, the row and the cell that are being read.
        self._table: dict[str, str] | None = None
        self._rows: list[Row] = []
        self._number = 1
        self._hidden_columns = HiddenRanges()
        self._columns = 0
        self._row: dict[str, str] = {}
        self._cells: list[Cell] = []
        self._column = 0
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._pieces: list[str] | None = None
        self._length = 0
        self._at_start = {
            "style:style": self._hidden.style,
            "style:table-properties": self._hidden.properties,
            "style:table-row-properties": self._hidden.properties,
            "style:table-column-properties": self._hidden.properties,
            "table:table": self._start_table,
            "table:table-row-group": self._hidden.start_group,
            "table:table-column-group": self._hidden.start_group,
            "table:table-column": self._column_format,
            "table:table-row": self._start_row,
            "table:table-cell": self._start_cell,
            "table:covered-table-cell": self._covered,
            "text:p": self._start_paragraph,
            "text:h": self._start_paragraph,
            "text:s": self._blanks,
            "text:tab": lambda _: self._write("\t"),
            "text:line-break": lambda _: self._write("\n"),
        }
        self._at_end = {
            "table:table": self._end_table,
            "table:table-row-group": self._hidden.end_group,
            "table:table-column-group": self._hidden.end_group,
            "table:table-row": self._end_row,
            "table:table-cell": self._end_cell,
            "text:p": self._end_paragraph,
            "text:h": self._end_paragraph,
        }

    def find_actions(
        self, name: str, attributes: dict[str, str]
    ) -> tuple[Start | None, End | None]:
        if self._prefixes is None:
            self._prefixes = Prefixes(attributes)
        prefixes = self._prefixes
        known = prefixes.usual(name)
        action = self.skip if is_skipped(known) else self._at_start.get(known)
        if action is not None and prefixes:
            return self._with_usual_keys(action, prefixes), self._at_end.get(known)
        return action, self._at_end.get(known)

    @staticmethod
    def _with_usual_keys(action: Start, prefixes: Prefixes) -> Start:
        return lambda attributes: action(prefixes.usual_keys(attributes))

    def skip(self, attributes: dict[str, str]) -> None:
        self._flush()
        super().skip(attributes)

    # ── worksheets, rows, cells ──

    def _start_table(self, attributes: dict[str, str]) -> None:
        if self._table is not None:
            # A table inside a cell, or one that no program writes.
            self.skip(attributes)
            return
        self._table, self._rows, self._number = attributes, [], 1
        self._hidden_columns, self._columns = HiddenRanges(), 0

    def _end_table(self) -> None:
        if self._table is not None:
            name = self._table.get("table:name", "")
            hidden = self._hidden.hides(self._table)
            rows = tuple(limit_spans(self._rows))
            self.tables.append(Table(name, rows, hidden, self._hidden_columns.for_table(name)))
            self._table = None

    def _column_format(self, attributes: dict[str, str]) -> None:
        first = self._columns
        repeated = parse_count(attributes, "table:number-columns-repeated", LAST_COLUMN)
        self._columns = min(first + repeated, LAST_COLUMN)
        if self._hidden.hides(attributes) and self._columns > first:
            self._hidden_columns.add(first, self._columns - 1)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.buffer.clear()
        self._row, self._cells, self._column = attributes, [], 0

    def _end_row(self) -> None:
        repeated = parse_count(self._row, "table:number-rows-repeated", LAST_ROW)
        cells, first = tuple(self._cells), self._number
        self._number = min(first + repeated, LAST_ROW + 1)
        if self._table is None or not any(cell.text or not cell.computed for cell in cells):
            return
        if first + repeated - 1 > LAST_ROW:
            raise unreadable.damaged()
        self._left -= len(cells) * repeated
        if self._left < 0:
            raise unreadable.too_big()
        hidden = self._hidden.hides(self._row)
        name = self._table.get("table:name", "")
        self._rows.extend(Row(cells, first + i, name, hidden) for i in range(repeated))

    def _covered(self, attributes: dict[str, str]) -> None:
        self._column += parse_count(attributes, "table:number-columns-repeated", LAST_COLUMN)
        self.skip(attributes)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.buffer.clear()
        if self._cell is not None:
            raise unreadable.damaged()
        self._cell, self._paragraphs, self._length = attributes, [], 0

    def _end_cell(self) -> None:
        attributes, self._cell = self._cell, None
        if attributes is None or self._table is None:
            return
        column = self._column
        repeated = 1
        if "table:number-columns-repeated" in attributes:
            repeated = parse_count(attributes, "table:number-columns-repeated", LAST_COLUMN)
        self._column = min(column + repeated, LAST_COLUMN + 1)
        cell = make_cell(attributes, "\n".join(self._paragraphs) if self._paragraphs else None)
        if cell is None:
            return
        if column + repeated > LAST_COLUMN:
            raise unreadable.damaged()
        if len(cell.text) > self._limits.max_text:
            raise unreadable.too_big()
        columns = parse_count(attributes, "table:number-columns-spanned", LAST_COLUMN - column)
        rows = parse_count(attributes, "table:number-rows-spanned", LAST_ROW)
        self._cells.extend(
            cell._replace(column=column + i, columns=columns, rows=rows) for i in range(repeated)
        )

    # ── text ──

    def _start_paragraph(self, _: dict[str, str]) -> None:
        if self._cell is not None:
            self.buffer.clear()
            self._pieces, self.mixed = [], True

    def _end_paragraph(self) -> None:
        if self._pieces is not None:
            self._flush()
            self._paragraphs.append("".join(self._pieces))
            self._pieces, self.mixed = None, False

    def _flush(self) -> None:
        """Character data up to here; blanks in it count as one, as in HTML."""
        if self._pieces is not None and self.buffer:
            text = "".join(self.buffer)
            self.buffer.clear()
            self._write(_BLANKS.sub(" ", text))

    def _write(self, text: str) -> None:
        self._flush()
        if self._pieces is not None:
            self._length += len(text)
            if self._length > self._limits.max_text:
                raise unreadable.too_big()
            self._pieces.append(text)

    def _blanks(self, attributes: dict[str, str]) -> None:
        self._write(" " * parse_count(attributes, "text:c", self._limits.max_text))


def read_content(chunks: Iterable[bytes], limits: Limits) -> list[Table]:
    """The worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    handler = _Content(limits)
    parse_xml(chunks, handler, limits)
    handler.release()
    return handler.tables
