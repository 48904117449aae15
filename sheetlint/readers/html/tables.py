"""The tables of a page while their tags come in, one inside another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sheetlint.readers import unreadable
from sheetlint.readers.html.blocks import Block, HtmlCell, HtmlRow, HtmlTable
from sheetlint.readers.html.columns import ColumnReader
from sheetlint.readers.html.hidden import is_hidden_row_or_column
from sheetlint.readers.html.whole_numbers import parse_whole
from sheetlint.readers.limits import Limits

_DEEPEST = 64
"""Tables inside each other; pages laid out with tables reach ten."""


class _OpenTable:
    def __init__(self) -> None:
        self.block = HtmlTable()
        self.row: HtmlRow | None = None
        self.cell: HtmlCell | None = None
        self.group = 0
        self.group_hidden = False
        self.columns = ColumnReader()


class OpenTables:
    """Tags of tables in any order; missing end tags are added."""

    def __init__(self, blocks: list[Block], limits: Limits) -> None:
        """``blocks`` get what stands in no table, and the tables that stand in no other."""
        self._blocks = blocks
        self._limits = limits
        self._open: list[_OpenTable] = []
        self._cells = 0
        groups = ("tbody", "thead", "tfoot")
        self.at_start: Mapping[str, Callable[[dict[str, str]], None]] = {
            "table": self._start_table,
            "colgroup": self._start_columns,
            "col": self._column,
            **dict.fromkeys(groups, self._start_group),
            "tr": self._start_row,
            **dict.fromkeys(("td", "th"), self._start_cell),
        }
        self.at_end: Mapping[str, Callable[[], None]] = {
            "table": self._end_table,
            "colgroup": self._end_columns,
            **dict.fromkeys(groups, self._end_group),
            "tr": self._end_row,
            **dict.fromkeys(("td", "th"), self.end_cell),
        }

    def __bool__(self) -> bool:
        """A table is open."""
        return bool(self._open)

    def container(self) -> list[Block]:
        """The innermost open cell; text between cells stands before their table."""
        for table in reversed(self._open):
            if table.cell is not None:
                return table.cell.blocks
        return self._blocks

    def close(self) -> None:
        """The end of the page, which ends every table."""
        while self._open:
            self._end_table()
        # Methods kept by what they are methods of would keep the page in memory.
        self.at_start, self.at_end = {}, {}

    def _start_table(self, _: dict[str, str]) -> None:
        if self._open and self._open[-1].cell is None:
            self._end_table()
        if len(self._open) >= _DEEPEST:
            raise unreadable.bomb()
        self._open.append(_OpenTable())

    def _end_table(self) -> None:
        if self._open:
            table = self._open.pop()
            table.columns.end_group()
            table.block.hidden_columns = table.columns.hidden
            self.container().append(table.block)

    def _start_columns(self, attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1].columns.start_group(attributes)

    def _end_columns(self) -> None:
        if self._open:
            self._open[-1].columns.end_group()

    def _column(self, attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1].columns.column(attributes)

    def _start_group(self, attributes: dict[str, str]) -> None:
        self._end_group()
        if self._open:
            self._open[-1].group_hidden = is_hidden_row_or_column(attributes)

    def _end_group(self) -> None:
        self._end_row()
        if self._open:
            self._open[-1].group += 1
            self._open[-1].group_hidden = False

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._end_row()
        if self._open:
            self._add_row(self._open[-1], is_hidden_row_or_column(attributes))

    def _add_row(self, table: _OpenTable, hidden: bool) -> HtmlRow:
        self._count()
        table.row = HtmlRow(table.group, hidden or table.group_hidden)
        table.block.rows.append(table.row)
        return table.row

    def _end_row(self) -> None:
        self.end_cell()
        if self._open:
            self._open[-1].row = None

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.end_cell()
        if not self._open:
            return
        self._count()
        table = self._open[-1]
        row = table.row or self._add_row(table, False)
        table.cell = HtmlCell(
            parse_whole(attributes, "colspan"), parse_whole(attributes, "rowspan")
        )
        # Excel's and WPS's word for it, and LibreOffice's.
        table.cell.number = attributes.get("x:num", attributes.get("sdval"))
        table.cell.formula = attributes.get("x:fmla")
        row.cells.append(table.cell)

    def end_cell(self) -> None:
        """A cell ends; its own end tag is often missing."""
        if self._open:
            self._open[-1].cell = None

    def _count(self) -> None:
        """Rows and cells, empty ones too: each is an object."""
        self._cells += 1
        if self._cells > self._limits.max_cells:
            raise unreadable.too_big()
