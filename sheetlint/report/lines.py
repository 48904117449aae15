"""A page for a terminal before it is painted: lines of spans, each with the name of a style.

Whatever comes from a sheet enters through ``span`` and is harmless from there on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sheetlint.report.visible import visible
from sheetlint.report.wrap import cell_width, padded, wrap

STYLES = {
    "": "",
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
"""What a style looks like.  A colour only repeats what a word says, too."""


class Span(NamedTuple):
    text: str
    style: str = ""


Line = tuple[Span, ...]
BLANK: Line = ()


class Signs(NamedTuple):
    """The signs that are drawn, so that a console without them gets others of the same width."""

    cross: str = "✗"
    tick: str = "✓"
    rule: str = "─"
    heavy: str = "━"
    bar: str = "│"
    arrow: str = "→"
    dot: str = "·"


UNICODE = Signs()
ASCII = Signs("x", "v", "-", "=", "|", "->", "-")
"""For consoles of another encoding than UTF-8: a Chinese one draws lines two columns wide."""


def signs_for(encoding: str | None) -> Signs:
    return UNICODE if (encoding or "").lower().startswith("utf") else ASCII


def span(text: str, style: str = "") -> Span:
    return Span(visible(text), style)


def width_of(line: Line) -> int:
    return sum(cell_width(part.text) for part in line)


def paragraph(text: str, width: int, indent: int = 0, style: str = "") -> list[Line]:
    """Wrapped text, all of it indented."""
    margin = Span(" " * indent)
    return [(margin, Span(part, style)) for part in wrap(visible(text), max(width - indent, 2))]


def hanging(
    label: Span, text: str, width: int, indent: int, hang: int, style: str = ""
) -> list[Line]:
    """A label and a text beside it; further lines of the text stand below its beginning."""
    parts = wrap(visible(text), max(width - indent - hang, 2))
    margin, below = Span(" " * indent), Span(" " * (indent + hang))
    first = (margin, Span(padded(label.text, hang), label.style), Span(parts[0], style))
    return [first, *((below, Span(part, style)) for part in parts[1:])]


def plain(lines: Iterable[Line]) -> str:
    return "".join("".join(part.text for part in line).rstrip() + "\n" for line in lines)


def painted(lines: Iterable[Line]) -> str:
    """With the eight colours that every terminal has, as escape codes."""
    from rich.color import ColorSystem
    from rich.style import Style

    # Each style is rendered once, round a mark, and its codes put round every text of that style.
    codes = {
        name: tuple(Style.parse(look).render("\0", color_system=ColorSystem.STANDARD).split("\0"))
        for name, look in STYLES.items()
        if look
    }
    return "".join("".join(_stripped(line, codes)) + "\n" for line in lines)


def _stripped(line: Line, codes: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The spans with their codes, without the blanks at the end of the line."""
    length = len("".join(part.text for part in line).rstrip())
    for text, style in line:
        shown, length = text[:length], length - len(text)
        if shown and style in codes:
            before, after = codes[style]
            yield f"{before}{shown}{after}"
        else:
            yield shown
        if length <= 0:
            return
