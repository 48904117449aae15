"""Plain text: a line is a row, a tab ends a cell; or else commas end them.

Made by copying a table out of Excel or Word, by ``extract``, or by pulling text out of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sheetlint.readers import unreadable
from sheetlint.readers.encoding import decode_text
from sheetlint.readers.limits import Limits
from sheetlint.readers.pipe_separated import is_pipe_separated, parse_rows
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.tables import Cell, Document, Row, Table

_ENDS = " \u00a0"
BREAKS_INSIDE_LINES = LazyPattern(
    "[\x0b\x0c\x85\u2028\u2029\ufeff]", only_if=tuple("\x0b\x0c\x85\u2028\u2029\ufeff")
)
"""Breaks that Word and PDF extraction leave inside a line; they do not end it."""
_LINE_BREAK_IN_CELL = "\x00"
"""Stands for a line break inside a quoted cell; ``decode_text`` lets no NUL through."""
QUOTED_CELLS = LazyPattern(r'(?:^|(?<=[\t\n]))"([^"\t]*+(?:""[^"\t]*+)*+)"(?=[\t\n]|\Z)')


def read_text(data: bytes, limits: Limits, name: str) -> Document:
    """The lines of a text.  Raises ``Unreadable`` for what is no text, empty or too long."""
    text = BREAKS_INSIDE_LINES.sub(" ", decode_text(data, name))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise unreadable.empty()
    if text.count("\n") + text.count("\t") + text.count("|") > limits.max_cells:
        raise unreadable.too_big()
    separated = _comma_rows(text, name, limits)
    if separated is not None:
        return Document("csv", (Table("", separated),))
    if '"' in text:
        text = QUOTED_CELLS.sub(_unquote, text)
    lines = text.removesuffix("\n").split("\n")
    rows = _pipe_rows(lines, limits) if is_pipe_separated(lines) else _tab_rows(lines, limits)
    return Document("text", (Table("", tuple(rows)),))


def _comma_rows(text: str, name: str, limits: Limits) -> tuple[Row, ...] | None:
    """The rows of comma-separated values; None for any other text."""
    named = name.lower().endswith(".csv")
    commas = max(text.count(","), text.count(";"))
    if "\t" in text or not commas or (not named and 2 * commas < text.count("\n")):
        return None
    from sheetlint.readers.comma_separated import parse_records

    found = parse_records(text, named, limits)
    if found is None:
        return None
    return tuple(Row(_cells(fields, limits), number) for number, fields in found)


def _unquote(match: re.Match[str]) -> str:
    """A cell as Excel copies it: quotes around it, quotes in it doubled, line breaks kept."""
    return match[1].replace('""', '"').replace("\n", _LINE_BREAK_IN_CELL)


def _pipe_rows(lines: list[str], limits: Limits) -> Iterator[Row]:
    for row in parse_rows(lines):
        fields = row.fields
        yield Row(_cells(fields, limits) if any(map(str.strip, fields)) else (), row.number)


def _tab_rows(lines: list[str], limits: Limits) -> Iterator[Row]:
    number = 1
    for line in lines:
        yield Row(_cells(line.split("\t"), limits) if line.strip(_ENDS) else (), number)
        number += 1 + line.count(_LINE_BREAK_IN_CELL)


def _cells(fields: list[str], limits: Limits) -> tuple[Cell, ...]:
    """The filled fields and the last one, which shows how many fields there are."""
    cells: list[Cell] = []
    last = len(fields) - 1
    for column, field in enumerate(fields):
        text = field.replace(_LINE_BREAK_IN_CELL, "\n").strip(_ENDS)
        if len(text) > limits.max_text:
            raise unreadable.too_big()
        if text or column == last:
            cells.append(Cell(text, column))
    return tuple(cells)
