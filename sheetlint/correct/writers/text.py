"""A text, or comma-separated values, with other figures in some of its cells.

Every other byte stays: encoding, mark, ends of lines, blanks and quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sheetlint.correct.cell_change import CellChange
from sheetlint.correct.printed_text import find_only
from sheetlint.messages import fix as messages
from sheetlint.office.errors import Uneditable
from sheetlint.readers.encoding import decode
from sheetlint.readers.pipe_separated import are_pipes, piped
from sheetlint.readers.text import INSIDE, QUOTED

_MARKS = (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_ENDS = ("", "\x1a")
_HELD = "\x00"
"""Stands for a line break inside a quoted cell, as in the reader."""
_SEPARATORS = (",", ";")


class Place(NamedTuple):
    """Where a field stands in the text."""

    line: int
    """Of the beginning of its row, from 1."""
    column: int
    """From 1."""
    start: int
    end: int


def write_changes(data: bytes, changes: Sequence[CellChange], name: str) -> bytes:
    """``name`` is the file's, by which a reader tells comma-separated values.

    Raises ``Uneditable`` where one of the changes cannot be made for certain.
    """
    whole = encode_like(data, decode(data, name))
    places = _places(whole.text, [(c.where.line or 0, c.where.column or 0) for c in changes])
    edits: list[tuple[int, int, str]] = []
    for change in changes:
        found = _found(whole.text, places, change)
        edits.append((*found, change.after))
    text = whole.text
    for start, end, after in sorted(edits, reverse=True):
        text = text[:start] + after + text[end:]
    return whole.bytes_of(text)


class EncodedText(NamedTuple):
    """A text with what its bytes are besides it."""

    mark: bytes
    codec: str
    end: str
    text: str

    def bytes_of(self, text: str) -> bytes:
        return self.mark + (text + self.end).encode(self.codec)


def encode_like(data: bytes, text: str) -> EncodedText:
    """How the text that was read from the bytes becomes these bytes again."""
    for mark in _MARKS:
        if not data.startswith(mark):
            continue
        for codec in _CODECS:
            for end in _ENDS:
                whole = EncodedText(mark, codec, end, text)
                try:
                    if whole.bytes_of(text) == data:
                        return whole
                except UnicodeEncodeError:
                    continue
    raise Uneditable(messages.ENCODING)


def _found(text: str, places: Sequence[Place], change: CellChange) -> tuple[int, int]:
    """The only place where what is printed stands in the cell."""
    wanted = change.where.line, change.where.column
    spots = {
        (place.start + spot, place.start + spot + len(change.before))
        for place in places
        if (place.line, place.column) == wanted
        for spot in [find_only(text[place.start : place.end], change.before)]
        if spot is not None
    }
    if len(spots) != 1:
        raise Uneditable(
            messages.NOT_FOUND.fill(place=change.where.label_text, printed=change.before)
        )
    return spots.pop()


def _places(raw: str, wanted: Sequence[tuple[int, int]]) -> list[Place]:
    """Where the wanted cells may stand, by line and column."""
    text, pairs = _normal(raw)
    lines = [line for line, _ in wanted]
    tabs = "\t" in text
    ways = [_piped(text)] if are_pipes(text.removesuffix("\n").split("\n")) else [_tabbed(text)]
    if not tabs:
        ways += [_separated(text, separator) for separator in _SEPARATORS if separator in text]
    return [
        place._replace(start=_raw(place.start, pairs), end=_raw(place.end, pairs))
        for way in ways
        for place in way
        if place.line in lines
    ]


def _normal(raw: str) -> tuple[str, list[int]]:
    """The text as the reader has it, and where each ``\\r\\n`` of the file has become one sign."""
    plain = INSIDE.sub(" ", raw)
    pairs = [match.start() - before for before, match in enumerate(re.finditer("\r\n", plain))]
    return plain.replace("\r\n", "\n").replace("\r", "\n"), pairs


def _raw(position: int, pairs: Sequence[int]) -> int:
    return position + bisect_left(pairs, position)


def _tabbed(text: str) -> Iterator[Place]:
    masked = QUOTED.sub(lambda match: match[0].replace("\n", _HELD), text)
    number, start = 1, 0
    for line in masked.split("\n"):
        at = start
        for column, field in enumerate(line.split("\t"), 1):
            yield Place(number, column, at, at + len(field))
            at += len(field) + 1
        number += 1 + line.count(_HELD)
        start += len(line) + 1


def _piped(text: str) -> Iterator[Place]:
    lines = text.removesuffix("\n").split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for row in piped(lines):
        at = starts[row.number - 1]
        for column, (start, end) in enumerate(row.spans, 1):
            yield Place(row.number, column, at + start, at + end)


def _separated(text: str, separator: str) -> Iterator[Place]:
    """As the module ``csv`` reads them: a field that begins with a quote may hold anything."""
    field = re.compile(f'"(?:[^"]|"")*+(?:"[^{separator}\\n]*+)?|[^{separator}\\n]*+')
    number = line = column = 1
    at = 0
    while at <= len(text):
        match = field.match(text, at)
        assert match is not None
        yield Place(line, column, at, match.end())
        number += match[0].count("\n")
        at = match.end() + 1
        column += 1
        if match.end() < len(text) and text[match.end()] == "\n":
            number += 1
            line, column = number, 1
