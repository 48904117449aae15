"""Building blocks of the reports for a terminal, laid out by rich.

Whatever comes from a sheet enters through ``Folded`` or ``visible`` and is harmless from there on.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from sheetlint.messages.visible import visible
from sheetlint.report.line_breaks import break_lines, longest_word
from sheetlint.report.symbols import Symbols

GAP = 2
"""Columns between a label and what it labels."""
_MIN_CHARACTERS = 8
"""Chinese is broken anywhere, but a column narrower than this is no pleasure to read."""
_STYLES = Theme(
    {
        "error": "bold red",
        "warning": "bold yellow",
        "info": "bold cyan",
        "pass": "bold green",
        "fail": "bold red",
        "strong": "bold",
        "dim": "dim",
        "mark": "bold reverse",
        "right": "bold green",
        "wrong": "bold red",
    }
)
"""What a style looks like.  A colour only repeats what a word says, too."""
_BLANKS_AT_THE_END = re.compile(" +$", re.MULTILINE)


class WrappedText:
    """A text wrapped by the rules of Chinese typography to the width available."""

    def __init__(self, text: str, style: str = "", least: int | None = None) -> None:
        self.text = visible(text)
        self.style = style
        self.least = least
        """The width below which folding hurts; found from the text where none is given."""

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        least = minimum_width(self.text) if self.least is None else self.least
        return Measurement(least, max(map(cell_len, break_lines(self.text, options.max_width))))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        style = console.get_style(self.style) if self.style else None
        for line in break_lines(self.text, options.max_width):
            yield Segment(line.rstrip(" "), style)
            yield Segment.line()


class FirstFitting:
    """The first of two layouts whose least width fits, else the second."""

    def __init__(self, layout: RenderableType, otherwise: RenderableType) -> None:
        self.layout, self.otherwise = layout, otherwise

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        # Asked of a wide page: on a narrow one nothing admits to needing more than there is.
        wide = options.update_width(options.max_width * 4)
        least = Measurement.get(console, wide, self.layout).minimum
        yield self.layout if least <= options.max_width else self.otherwise


def minimum_width(text: str) -> int:
    """Least width in columns: the longest word, for Chinese text also some characters."""
    word = longest_word(text)
    return word if text.isascii() else min(cell_len(text), max(_MIN_CHARACTERS, word))


def unwrapped(text: str, style: str = "") -> WrappedText:
    """A text that is not wrapped."""
    return WrappedText(text, style, cell_len(text))


def paragraph(text: str, indent: int = 0, style: str = "") -> RenderableType:
    """Folded text, all of it indented."""
    return indent_block(WrappedText(text, style), indent)


def indent_block(layout: RenderableType, indent: int) -> RenderableType:
    return Padding(layout, (0, 0, 0, indent)) if indent else layout


def label_table(
    rows: Sequence[tuple[WrappedText, RenderableType]], indent: int = 0, least: int = 0
) -> RenderableType:
    """Labels and what they label; its further lines stand below its beginning."""
    table = Table.grid()
    table.add_column(width=GAP + max(least, *(cell_len(label.text) for label, _ in rows)))
    table.add_column()
    for label, labels in rows:
        table.add_row(label, labels)
    return indent_block(table, indent)


StyledTexts = Sequence[tuple[str, str]]
"""Texts with their styles."""


def titled_rule(start: StyledTexts, end: StyledTexts, symbols: Symbols) -> RenderableType:
    """A rule across the page with texts at its beginning and its end."""
    short = (symbols.rule * 2, "dim")
    cells: list[RenderableType] = [Rule(characters=symbols.rule, style="dim")]
    if start:
        cells.insert(0, Text.assemble(short, " ", *start, " "))
    if end:
        cells.append(Text.assemble(" ", *end, " ", short))
    table = Table.grid(expand=True)
    for cell in cells:
        table.add_column(no_wrap=True, ratio=1 if isinstance(cell, Rule) else None)
    table.add_row(*cells)
    return table


def render_text(layouts: Iterable[RenderableType], width: int, colour: bool) -> str:
    """The page as text; its colours are the eight that every terminal has, as escape codes."""
    console = Console(
        file=io.StringIO(),
        width=width,
        color_system="standard" if colour else None,
        no_color=not colour,
        force_terminal=colour,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        theme=_STYLES,
    )
    with console.capture() as capture:
        console.print(Group(*layouts), crop=False)
    return _BLANKS_AT_THE_END.sub("", capture.get())
