"""The excerpt: a few cells of the table, the one concerned in brackets.

Where the cells do not fit beside each other even when folded, they stand below each other.
"""

from __future__ import annotations

from sheetlint.report.lines import Line, Signs, Span
from sheetlint.report.visible import visible
from sheetlint.report.wrap import cell_width, padded, wrap
from sheetlint.results import Excerpt

_NARROWEST = 4
_WIDEST = 44
_PROSE = 30
"""A column of prose narrower than this and folded into many lines is read better below."""
_TALLEST = 6


def grid(excerpt: Excerpt, width: int, indent: int, signs: Signs) -> list[Line]:
    """The excerpt as a table, or as a list where a table would not fit."""
    table = _Table(excerpt)
    numbers = max((len(str(row.number)) for row in excerpt.rows if row.number), default=0)
    # A bar, a blank before and a blank after each cell, one bar at the end, numbers in front.
    room = width - indent - numbers - 1 - 3 * table.columns - 1
    widths = table.widths(room)
    if widths is None or table.height(widths) > _TALLEST:
        return _listed(excerpt, table, width, indent, signs)
    lines: list[Line] = []
    blank = " " * numbers
    for cells in (table.letters, table.headers):
        if any(cells):
            lines += _row(blank, cells, widths, None, indent, signs, "dim")
    for i, row in enumerate(table.rows):
        number = excerpt.rows[i].number
        head = str(number or "").rjust(numbers)
        marked = excerpt.marked[1] if i == excerpt.marked[0] else None
        lines += _row(head, row, widths, marked, indent, signs, "")
    return lines


class _Table:
    """The texts of an excerpt, the marked one bracketed, empty columns at home in none of it."""

    def __init__(self, excerpt: Excerpt) -> None:
        self.letters = list(excerpt.letters)
        self.headers = [visible(header) for header in excerpt.headers]
        self.rows = [
            [
                f"[{visible(value) or ' '}]" if (i, j) == excerpt.marked else visible(value)
                for j, value in enumerate(row.values)
            ]
            for i, row in enumerate(excerpt.rows)
        ]
        self.columns = len(self.headers)

    def widths(self, room: int) -> list[int] | None:
        """How wide each column may be; None where there is no room for a table."""
        cells = list(zip(self.headers, self.letters, *self.rows, strict=True))
        ideal = [min(max(map(cell_width, column)), _WIDEST) for column in cells]
        least = [
            min(want, max(_least(text) for text in column))
            for want, column in zip(ideal, cells, strict=True)
        ]
        if sum(least) > room:
            return None
        widths = list(ideal)
        while sum(widths) > room:
            # The widest column that can still give way does.
            widest = max(
                (i for i in range(len(widths)) if widths[i] > least[i]), key=widths.__getitem__
            )
            widths[widest] -= 1
        return _evened(widths, ideal, cells, room)

    def height(self, widths: list[int]) -> int:
        return max(
            len(wrap(text, size))
            for row in self.rows
            for text, size in zip(row, widths, strict=True)
        )


def _evened(
    widths: list[int], ideal: list[int], cells: list[tuple[str, ...]], room: int
) -> list[int]:
    """What folded columns leave unused goes to the one that is folded most."""
    folded = [
        [wrap(text, size) for text in column] for size, column in zip(widths, cells, strict=True)
    ]
    tight = [max(cell_width(part) for parts in column for part in parts) for column in folded]
    tallest = max(range(len(folded)), key=lambda i: max(map(len, folded[i])))
    tight[tallest] = min(ideal[tallest], tight[tallest] + room - sum(tight))
    return tight


def _least(text: str) -> int:
    """The width below which folding hurts: a figure stays whole, Chinese keeps some characters."""
    if text.isascii():
        return max((len(word) for word in text.split()), default=0)
    return min(cell_width(text), max(_NARROWEST * 2, *(len(w) for w in _ascii_words(text))))


def _ascii_words(text: str) -> list[str]:
    return ["", *"".join(c if c.isascii() else " " for c in text).split()]


def _row(
    head: str,
    cells: list[str],
    widths: list[int],
    marked: int | None,
    indent: int,
    signs: Signs,
    style: str,
) -> list[Line]:
    folded = [wrap(text, size) for text, size in zip(cells, widths, strict=True)]
    lines: list[Line] = []
    for k in range(max(map(len, folded))):
        spans = [Span(" " * indent), Span((head if k == 0 else " " * len(head)) + " ", "dim")]
        for j, (parts, size) in enumerate(zip(folded, widths, strict=True)):
            text = padded(parts[k] if k < len(parts) else "", size)
            spans += [Span(f"{signs.bar} ", "dim")]
            shown = text.rstrip()
            spans += [Span(shown, "mark" if j == marked and shown else style)]
            spans += [Span(text[len(shown) :] + " ")]
        lines.append((*spans, Span(signs.bar, "dim")))
    return lines


def _listed(excerpt: Excerpt, table: _Table, width: int, indent: int, signs: Signs) -> list[Line]:
    """``列: 值``, one cell a line, for the row concerned."""
    row, marked = excerpt.marked
    names = [
        f"{letter} {header}".strip()
        for letter, header in zip(table.letters, table.headers, strict=True)
    ]
    size = min(max(map(cell_width, names)), max((width - indent) // 3, 2))
    lines: list[Line] = []
    for j, (name, text) in enumerate(zip(names, table.rows[row], strict=True)):
        heads = wrap(name, size)
        parts = wrap(text, max(width - indent - size - 3, 2))
        for k in range(max(len(heads), len(parts))):
            head = heads[k] if k < len(heads) else ""
            part = parts[k] if k < len(parts) else ""
            lines.append(
                (
                    Span(" " * indent),
                    Span(padded(head, size), "dim"),
                    Span(f" {signs.bar} ", "dim"),
                    Span(part, "mark" if j == marked else ""),
                )
            )
    return lines
