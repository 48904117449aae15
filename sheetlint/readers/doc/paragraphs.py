"""The text of a document, paragraph by paragraph, as it is seen."""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from sheetlint.readers import unreadable
from sheetlint.readers.doc.parts import DocumentParts
from sheetlint.readers.doc.pieces import Piece, read_pieces
from sheetlint.readers.doc.properties import (
    CharacterProperties,
    ParagraphProperties,
    PropertyReader,
)
from sheetlint.readers.doc.runs import PropertyRuns, find_character_changes, find_paragraph_changes
from sheetlint.readers.docx.symbols import decode_run, decode_symbol, find_symbol_font
from sheetlint.readers.limits import Limits

_CELL, _BREAK, _END = "\x07", "\x0c", "\r"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_MARK = re.compile("([\x07\x0c\r\x13\x14\x15])")
_SYMBOL = "("
"""What stands in the text for a character of a symbol font."""
_SHOWN: dict[int, str | None] = {
    **dict.fromkeys(range(0x20)),
    0x09: "\t",
    0x0B: "\n",  # a new line in the same paragraph
    0x0E: "\n",  # a new column
    0x1E: "-",  # a hyphen at which no line ends
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}


class ParagraphText(NamedTuple):
    """A paragraph with the mark that ends it."""

    text: str
    hidden_text: str
    """Characters that are set to hidden."""
    properties: ParagraphProperties
    ends_cell_or_row: bool
    """It ends with the mark of a cell or row."""
    deleted: bool
    """The mark, and with the mark of a row all of the row."""


class ParagraphReader:
    """Goes through the text once; ``iter`` gives its paragraphs."""

    def __init__(self, parts: DocumentParts, limits: Limits) -> None:
        self._parts = parts
        self._limits = limits
        stream = parts.text
        self._characters = PropertyRuns(
            parts.character_runs, stream, find_character_changes, limits
        )
        self._paragraphs = PropertyRuns(
            parts.paragraph_runs, stream, find_paragraph_changes, limits
        )
        self._cuts = sorted({*self._characters.starts, *self._paragraphs.starts})
        self._properties = PropertyReader(parts.further)
        self._fonts = find_symbol_fonts(parts.fonts)
        self._text: list[str] = []
        self._vanished: list[str] = []
        self._fields: list[bool] = []
        """For every open field whether its result has begun: before it stand instructions."""
        self._steps = 0

    def __iter__(self) -> Iterator[ParagraphText]:
        for piece in read_pieces(self._parts.pieces, self._parts.characters, self._parts.text):
            for start, end in self._segments(piece):
                yield from self._segment(piece, start, end)
        if self._text or self._vanished:
            yield self._end_paragraph(ParagraphProperties())

    def _segments(self, piece: Piece) -> Iterator[tuple[int, int]]:
        """The piece, cut where properties change."""
        inner = self._cuts[
            bisect_right(self._cuts, piece.start) : bisect_left(self._cuts, piece.end)
        ]
        start = piece.start
        for end in (*inner, piece.end):
            if end > start:
                yield start, end
            start = end

    def _segment(self, piece: Piece, start: int, end: int) -> Iterator[ParagraphText]:
        properties = self._properties.character(self._characters.at(start) + piece.changes)
        for index, part in enumerate(_MARK.split(piece.text(self._parts.text, start, end))):
            self._steps += 1
            if self._steps > self._limits.max_tags:
                raise unreadable.too_big()
            if index % 2 == 0:
                if part and not properties.deleted and all(self._fields):
                    (self._vanished if properties.vanished else self._text).append(
                        self._shown(part, properties)
                    )
            elif part == _FIELD:
                self._fields.append(False)
            elif part == _RESULT:
                if self._fields:
                    self._fields[-1] = True
            elif part == _FIELD_END:
                del self._fields[-1:]
            elif part == _BREAK and not self._paragraphs.ends_at(end):
                # The page ends here and the paragraph does not.
                self._text.append("\n")
            else:
                if part == _CELL:
                    # No instruction is longer than its cell; a lost end must not eat the rest.
                    self._fields.clear()
                changes = self._paragraphs.at(start) + piece.changes
                yield self._end_paragraph(
                    self._properties.paragraph(changes), part == _CELL, properties.deleted
                )

    def _end_paragraph(
        self, properties: ParagraphProperties, ends_cell_or_row: bool = False, deleted: bool = False
    ) -> ParagraphText:
        text, vanished = "".join(self._text), "".join(self._vanished)
        self._text.clear()
        self._vanished.clear()
        if max(len(text), len(vanished)) > self._limits.max_text:
            raise unreadable.too_big()
        return ParagraphText(text, vanished, properties, ends_cell_or_row, deleted)

    def _shown(self, text: str, properties: CharacterProperties) -> str:
        if properties.symbol is not None:
            font, code = properties.symbol
            return text.replace(_SYMBOL, decode_symbol(self._fonts.get(font, ""), f"{code:x}"))
        shown = text if text.isprintable() else text.translate(_SHOWN)
        font_of_run = self._fonts.get(properties.font, "") if properties.font is not None else ""
        return decode_run(font_of_run, shown) if find_symbol_font(font_of_run) else shown


_NAME_AT = 40


def find_symbol_fonts(table: bytes) -> dict[int, str]:
    """Names of fonts that are made of pictures, in small letters, by number."""
    found: dict[int, str] = {}
    if len(table) < 4:
        return found
    (count,) = struct.unpack_from("<H", table)
    at = 4
    for number in range(count):
        if at >= len(table):
            break
        beyond = at + 1 + table[at]
        name = table[at + _NAME_AT : beyond].decode("utf-16-le", "replace").split("\0")[0]
        if find_symbol_font(name):
            found[number] = name.lower()
        at = beyond
    return found
