"""The excerpt: a few cells of the table, the one concerned in brackets.

Where the cells do not fit beside each other even when folded, they stand below each other.
"""

from __future__ import annotations

from rich.box import Box
from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sheetlint.messages.visible import visible
from sheetlint.report.symbols import Symbols
from sheetlint.report.terminal_layout import WrappedText, indent_block, minimum_width
from sheetlint.run.results import Excerpt

_BAR = " │ "
_MAX_LINES = 6
"""Prose folded into more lines than this is read better below than in a column."""


def excerpt_block(excerpt: Excerpt, width: int, indent: int, symbols: Symbols) -> RenderableType:
    """The excerpt as a table, or as a list where a table would not fit."""
    rows = [
        [
            f"[{visible(value) or ' '}]" if (i, j) == excerpt.marked else visible(value)
            for j, value in enumerate(row.values)
        ]
        for i, row in enumerate(excerpt.rows)
    ]
    room = width - indent
    if _table_width(excerpt, rows) > room:
        return indent_block(_list(excerpt, rows, room // 3, symbols), indent)
    return indent_block(_table(excerpt, rows, symbols), indent)


def _table_width(excerpt: Excerpt, rows: list[list[str]]) -> int:
    """The width below which a table is no good any more, with its bars and row numbers."""
    numbers = max((len(str(row.number)) for row in excerpt.rows if row.number), default=0)
    columns = zip(excerpt.headers, *rows, strict=True)
    return numbers + sum(
        len(_BAR) + max(minimum_width(header), *(_cell_width(cell) for cell in cells))
        for header, *cells in columns
    )


def _cell_width(text: str) -> int:
    return max(minimum_width(text), -(-cell_len(text) // _MAX_LINES))


def _table_without_edges(symbols: Symbols) -> Table:
    """A table with lines between its columns and nowhere else."""
    bars = f"  {symbols.bar} "
    box = Box("\n".join(["    ", bars, "    ", bars, "    ", "    ", bars, "    "]))
    return Table(
        box=box,
        show_header=False,
        show_edge=False,
        pad_edge=False,
        border_style="dim",
    )


def _table(excerpt: Excerpt, rows: list[list[str]], symbols: Symbols) -> Table:
    table = _table_without_edges(symbols)
    table.add_column(justify="right")
    for header, *cells in zip(excerpt.headers, *rows, strict=True):
        # Figures are never folded; where that takes the room, prose beside them gives way.
        figures = all(minimum_width(cell) == cell_len(cell) for cell in cells)
        wide = cell_len(header) > max(map(cell_len, cells))
        table.add_column(no_wrap=figures and not wide)
    for line in (excerpt.letters, excerpt.headers):
        if any(line):
            table.add_row("", *(WrappedText(text, "dim") for text in line))
    for i, (row, texts) in enumerate(zip(excerpt.rows, rows, strict=True)):
        table.add_row(
            Text(str(row.number or ""), "dim"),
            *(
                WrappedText(text, "mark" if (i, j) == excerpt.marked else "")
                for j, text in enumerate(texts)
            ),
        )
    return table


def _list(excerpt: Excerpt, rows: list[list[str]], names: int, symbols: Symbols) -> Table:
    """``列: 值``, one cell a line, for the row concerned."""
    row, marked = excerpt.marked
    table = _table_without_edges(symbols)
    table.add_column(max_width=names)
    table.add_column()
    for j, (letter, header, text) in enumerate(
        zip(excerpt.letters, excerpt.headers, rows[row], strict=True)
    ):
        name = f"{letter} {header}".strip()
        table.add_row(WrappedText(name, "dim"), WrappedText(text, "mark" if j == marked else ""))
    return table
