"""The tags of a web page to blocks, as a browser lays them out."""

from __future__ import annotations

import re
from collections.abc import Callable

from sheetlint.readers import refusals
from sheetlint.readers.html.blocks import Block, CellBlock, RowBlock, TableBlock
from sheetlint.readers.html.elements import LINES, NOT_SHOWN, READ_WHEN_HIDDEN, VOID
from sheetlint.readers.html.fields import Choice, shown_value
from sheetlint.readers.html.hidden import Passing, is_hidden
from sheetlint.readers.html.tokens import unescaped
from sheetlint.readers.limits import Limits

_DEEPEST = 64
"""Tables inside each other; pages laid out with tables reach ten."""
_BLANKS_AND_ALL = 8
"""Characters of the source for one that is shown, at most."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WRAP = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*+[\r\n]++[ \t]*+(?=[\u2e80-\uffef])")
"""A line end between two Chinese characters is where the source was wrapped, and shows as nothing."""
_ENDS = " \t\u00a0"
Start = Callable[["Page", dict[str, str]], None]
End = Callable[["Page"], None]


class _OpenTable:
    def __init__(self) -> None:
        self.block = TableBlock()
        self.row: RowBlock | None = None
        self.cell: CellBlock | None = None
        self.group = 0
        self.group_hidden = False


class Page:
    """A handler of ``walk``; ``blocks`` are the page when all of it was given."""

    def __init__(self, limits: Limits) -> None:
        self.blocks: list[Block] = []
        self._limits = limits
        self._tables: list[_OpenTable] = []
        self._pieces: list[str] = []
        self._length = 0
        self._choice: Choice | None = None
        self._passed: Passing | None = None
        self._cells = 0
        self._written = 0
        """Depth of elements whose blanks and line ends count."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._passed is not None:
            if self._passed.start(name):
                return
            self._passed = None
        if name in NOT_SHOWN or (
            attributes and name not in READ_WHEN_HIDDEN and is_hidden(attributes)
        ):
            if name in ("td", "th"):
                self._end_cell()
            if name not in VOID:
                self._passed = Passing(name, bool(self._tables))
            return
        if name in LINES:
            self._end_line()
        else:
            action = _AT_START.get(name)
            if action is not None:
                action(self, attributes)

    def end(self, name: str) -> None:
        if self._passed is not None:
            own = self._passed.end(name)
            if not own or self._passed.over:
                self._passed = None
            if own:
                return
        if name in LINES:
            self._end_line()
        else:
            action = _AT_END.get(name)
            if action is not None:
                action(self)

    def text(self, raw: str) -> None:
        if self._passed is not None or not raw:
            return
        if len(raw) > _BLANKS_AND_ALL * self._limits.max_text:
            raise refusals.too_big()
        text = unescaped(raw)
        if self._written:
            self._write(_as_written(text))
            return
        if "\n" in text:
            text = _WRAP.sub("", text)
        self._write(_BLANKS.sub(" ", text))

    def raw(self, name: str, content: str) -> None:
        if name == "textarea" and self._passed is None:
            self._write(_as_written(unescaped(content)))

    def close(self) -> None:
        """The end of the page, which ends everything."""
        self._end_line()
        while self._tables:
            self._end_table()

    # ── lines of text ──

    def _write(self, text: str) -> None:
        self._length += len(text)
        if self._length > self._limits.max_text:
            raise refusals.too_big()
        self._pieces.append(text)

    def _end_line(self) -> None:
        if self._choice is not None:
            self._end_select()
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        while "  " in text:
            text = text.replace("  ", " ")
        text = text.replace("\u00a0", " ")
        if self._tables:
            text = text.replace("\t", " ")
        lines = (line.strip(_ENDS) for line in text.split("\n"))
        self._container().extend(filter(None, lines))

    def _container(self) -> list[Block]:
        """The innermost open cell; text between cells stands before their table."""
        for table in reversed(self._tables):
            if table.cell is not None:
                return table.cell.blocks
        return self.blocks

    def _start_written(self, _: dict[str, str]) -> None:
        self._end_line()
        self._written += 1

    def _end_written(self) -> None:
        self._end_line()
        self._written = max(0, self._written - 1)

    # ── tables ──

    def _start_table(self, _: dict[str, str]) -> None:
        self._end_line()
        if self._tables and self._tables[-1].cell is None:
            self._end_table()
        if len(self._tables) >= _DEEPEST:
            raise refusals.bomb()
        self._tables.append(_OpenTable())

    def _end_table(self) -> None:
        self._end_line()
        if self._tables:
            block = self._tables.pop().block
            self._container().append(block)

    def _start_group(self, attributes: dict[str, str]) -> None:
        self._end_group()
        if self._tables:
            self._tables[-1].group_hidden = is_hidden(attributes)

    def _end_group(self) -> None:
        self._end_row()
        if self._tables:
            self._tables[-1].group += 1
            self._tables[-1].group_hidden = False

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._end_row()
        if self._tables:
            self._add_row(self._tables[-1], is_hidden(attributes))

    def _add_row(self, table: _OpenTable, hidden: bool) -> RowBlock:
        self._count()
        table.row = RowBlock(table.group, hidden or table.group_hidden)
        table.block.rows.append(table.row)
        return table.row

    def _count(self) -> None:
        """Rows and cells, empty ones too: each is an object."""
        self._cells += 1
        if self._cells > self._limits.max_cells:
            raise refusals.too_big()

    def _end_row(self) -> None:
        self._end_cell()
        if self._tables:
            self._tables[-1].row = None

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        if not self._tables:
            return
        self._count()
        table = self._tables[-1]
        row = table.row or self._add_row(table, False)
        table.cell = CellBlock(_span(attributes, "colspan"), _span(attributes, "rowspan"))
        # Excel's and WPS's word for it, and LibreOffice's.
        table.cell.number = attributes.get("x:num", attributes.get("sdval"))
        table.cell.formula = attributes.get("x:fmla")
        row.cells.append(table.cell)

    def _end_cell(self) -> None:
        self._end_line()
        if self._tables:
            self._tables[-1].cell = None

    # ── fields of a form ──

    def _input(self, attributes: dict[str, str]) -> None:
        self._write(_as_written(shown_value(attributes)))

    def _start_select(self, attributes: dict[str, str]) -> None:
        if self._choice is None:
            self._choice = Choice(self._pieces, "multiple" in attributes)
            self._pieces = []

    def _start_option(self, attributes: dict[str, str]) -> None:
        if self._choice is not None:
            self._choice.option("".join(self._pieces), "selected" in attributes)
            self._pieces = []

    def _end_select(self) -> None:
        choice, self._choice = self._choice, None
        if choice is not None:
            shown = choice.shown("".join(self._pieces))
            self._pieces = [*choice.before, shown]


def _span(attributes: dict[str, str], name: str) -> int:
    """As browsers read it: digits at the start, 1 without any."""
    match = _DIGITS.match(attributes.get(name, "1"))
    return int(match[1][:9]) if match else 1


_DIGITS = re.compile(r"\s*\+?([0-9]+)")


def _as_written(text: str) -> str:
    """Blanks that will not be taken together."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "\u00a0")


_AT_START: dict[str, Start] = {
    "table": Page._start_table,
    **dict.fromkeys(("tbody", "thead", "tfoot"), Page._start_group),
    "tr": Page._start_row,
    "td": Page._start_cell,
    "th": Page._start_cell,
    "pre": Page._start_written,
    "input": Page._input,
    "select": Page._start_select,
    "option": Page._start_option,
}
_AT_END: dict[str, End] = {
    "table": Page._end_table,
    **dict.fromkeys(("tbody", "thead", "tfoot"), Page._end_group),
    "tr": Page._end_row,
    "td": Page._end_cell,
    "th": Page._end_cell,
    "pre": Page._end_written,
    "select": Page._end_select,
}
