"""Writing changed figures into a text or comma-separated values.

All other bytes stay: encoding, byte order mark, line ends, blanks and quotes.
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
from sheetlint.readers.encoding import decode_text
from sheetlint.readers.pipe_separated import is_pipe_separated, parse_rows
from sheetlint.readers.text import BREAKS_INSIDE_LINES, QUOTED_CELLS

_MARKS = (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_ENDS = ("", "\x1a")
_LINE_BREAK = "\x00"
"""Replaces a line break inside a quoted cell, as in the reader."""
_SEPARATORS = (",", ";")


class FieldSpan(NamedTuple):
    """The position of a field in the text."""

    line: int
    """The line in which its row begins, from 1."""
    column: int
    """From 1."""
    start: int
    end: int


def write_changes(data: bytes, changes: Sequence[CellChange], name: str) -> bytes:
    """The text with the changes in it; the file's ``name`` tells comma-separated values.

    Raises ``Uneditable`` where a printed figure is not found exactly once in its field.
    """
    encoded = encode_like(data, decode_text(data, name))
    fields = _find_fields(encoded.text, [(c.where.line or 0, c.where.column or 0) for c in changes])
    edits: list[tuple[int, int, str]] = []
    for change in changes:
        found = _find_figure(encoded.text, fields, change)
        edits.append((*found, change.after))
    text = encoded.text
    for start, end, after in sorted(edits, reverse=True):
        text = text[:start] + after + text[end:]
    return encoded.bytes_of(text)


class EncodedText(NamedTuple):
    """A text with byte order mark, codec and end of its file."""

    mark: bytes
    codec: str
    end: str
    text: str

    def bytes_of(self, text: str) -> bytes:
        return self.mark + (text + self.end).encode(self.codec)


def encode_like(data: bytes, text: str) -> EncodedText:
    """The mark, codec and end by which ``text``, which was read from ``data``, encodes to it."""
    for mark in _MARKS:
        if not data.startswith(mark):
            continue
        for codec in _CODECS:
            for end in _ENDS:
                encoded = EncodedText(mark, codec, end, text)
                try:
                    if encoded.bytes_of(text) == data:
                        return encoded
                except UnicodeEncodeError:
                    continue
    raise Uneditable(messages.ENCODING)


def _find_figure(text: str, fields: Sequence[FieldSpan], change: CellChange) -> tuple[int, int]:
    """Start and end of the printed figure in the field of the change."""
    wanted = change.where.line, change.where.column
    positions = {
        (field.start + offset, field.start + offset + len(change.before))
        for field in fields
        if (field.line, field.column) == wanted
        for offset in [find_only(text[field.start : field.end], change.before)]
        if offset is not None
    }
    if len(positions) != 1:
        raise Uneditable(
            messages.NOT_FOUND.fill(place=change.where.label_text, printed=change.before)
        )
    return positions.pop()


def _find_fields(raw: str, wanted: Sequence[tuple[int, int]]) -> list[FieldSpan]:
    """The fields in the wanted lines, in every way in which the reader may split the text."""
    text, crlf_positions = _normalise(raw)
    lines = [line for line, _ in wanted]
    tabs = "\t" in text
    readings = (
        [_pipe_fields(text)]
        if is_pipe_separated(text.removesuffix("\n").split("\n"))
        else [_tab_fields(text)]
    )
    if not tabs:
        readings += [
            _separated_fields(text, separator) for separator in _SEPARATORS if separator in text
        ]
    return [
        field._replace(
            start=_original_position(field.start, crlf_positions),
            end=_original_position(field.end, crlf_positions),
        )
        for reading in readings
        for field in reading
        if field.line in lines
    ]


def _normalise(raw: str) -> tuple[str, list[int]]:
    """The text with line ends as in the reader, and the positions in it of each former ``\\r\\n``."""
    plain = BREAKS_INSIDE_LINES.sub(" ", raw)
    crlf_positions = [
        match.start() - before for before, match in enumerate(re.finditer("\r\n", plain))
    ]
    return plain.replace("\r\n", "\n").replace("\r", "\n"), crlf_positions


def _original_position(position: int, crlf_positions: Sequence[int]) -> int:
    return position + bisect_left(crlf_positions, position)


def _tab_fields(text: str) -> Iterator[FieldSpan]:
    masked = QUOTED_CELLS.sub(lambda match: match[0].replace("\n", _LINE_BREAK), text)
    number, start = 1, 0
    for line in masked.split("\n"):
        at = start
        for column, field in enumerate(line.split("\t"), 1):
            yield FieldSpan(number, column, at, at + len(field))
            at += len(field) + 1
        number += 1 + line.count(_LINE_BREAK)
        start += len(line) + 1


def _pipe_fields(text: str) -> Iterator[FieldSpan]:
    lines = text.removesuffix("\n").split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for row in parse_rows(lines):
        at = starts[row.number - 1]
        for column, (start, end) in enumerate(row.spans, 1):
            yield FieldSpan(row.number, column, at + start, at + end)


def _separated_fields(text: str, separator: str) -> Iterator[FieldSpan]:
    """Fields as the module ``csv`` reads them: a quoted field may hold separators and line breaks."""
    field = re.compile(f'"(?:[^"]|"")*+(?:"[^{separator}\\n]*+)?|[^{separator}\\n]*+')
    number = line = column = 1
    at = 0
    while at <= len(text):
        match = field.match(text, at)
        assert match is not None
        yield FieldSpan(line, column, at, match.end())
        number += match[0].count("\n")
        at = match.end() + 1
        column += 1
        if match.end() < len(text) and text[match.end()] == "\n":
            number += 1
            line, column = number, 1
