"""Help texts in which Chinese lines up: click counts characters where a terminal counts columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click
from rich.cells import cell_len, set_cell_size

from sheetlint.messages import cli as texts
from sheetlint.report.line_breaks import break_lines

_WIDEST_NAME = 30


class HelpFormatter(click.HelpFormatter):
    """Click's formatter with widths as a terminal has them."""

    def __init__(self, lang: str, width: int) -> None:
        super().__init__(width=width)
        self.lang = lang

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        self.write(f"{texts.USAGE.in_(self.lang)}{prog} {args}\n")

    def write_heading(self, heading: str) -> None:
        colon = ":" if heading.isascii() else "："
        self.write(f"{' ' * self.current_indent}{heading}{colon}\n")

    def write_text(self, text: str) -> None:
        margin = " " * self.current_indent
        for i, block in enumerate(text.split("\n\n")):
            if i:
                self.write("\n")
            # Click's mark for a paragraph whose line breaks are kept.
            kept = block.startswith("\b\n")
            lines = block.removeprefix("\b\n").split("\n") if kept else [_join_lines(block)]
            for line in lines:
                for part in [line] if kept else break_lines(line, self.width - self.current_indent):
                    self.write(f"{margin}{part}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST_NAME, col_spacing: int = 2
    ) -> None:
        rows = list(rows)
        names = [cell_len(name) for name, _ in rows]
        hang = min(max(names, default=0), col_max) + col_spacing
        margin = " " * self.current_indent
        room = max(self.width - self.current_indent - hang, 20)
        for (name, text), size in zip(rows, names, strict=True):
            parts = list(break_lines(text, room))
            if size > hang - col_spacing:
                for line in _choices(name, self.width - self.current_indent):
                    self.write(f"{margin}{line}\n")
            else:
                self.write(f"{margin}{set_cell_size(name, hang)}{parts.pop(0)}".rstrip() + "\n")
            for part in parts:
                self.write(f"{margin}{' ' * hang}{part}\n")


def _choices(name: str, width: int) -> Iterator[str]:
    """A name on lines that fit: what may be chosen goes on below the first choice."""
    start, choice, rest = name.partition("[")
    while cell_len(start + choice + rest) > width and "|" in rest:
        at = rest.rfind("|", 0, width - len(start)) + 1
        if not at:
            break
        yield f"{start}{choice}{rest[:at]}"
        start, choice, rest = " " * (len(start) + len(choice)), "", rest[at:]
    yield f"{start}{choice}{rest}"


def _join_lines(block: str) -> str:
    """The lines of a paragraph as one; Chinese takes no blank where a line was broken."""
    lines = block.strip().split("\n")
    text = lines[0]
    for line in lines[1:]:
        blank = " " if text[-1:].isascii() or line[:1].isascii() else ""
        text += blank + line.strip()
    return text
