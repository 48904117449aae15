"""From tables of texts to the sheets in them."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.model import Sheet
from sheetlint.recognise.lexicon import lexicon
from sheetlint.recognise.lines import lines_of
from sheetlint.recognise.segments import segments_of
from sheetlint.recognise.sheets import is_blank, read_sheet
from sheetlint.tables import Document


class Recognised(NamedTuple):
    """What a document holds."""

    sheets: tuple[Sheet, ...]
    empty_forms: int
    """Forms in which nothing is filled in; they are not among ``sheets``."""
    mentions: bool
    """The text speaks of self-evaluation somewhere, sheet or not."""


def recognise(document: Document) -> Recognised:
    """All sheets of a document in order.  Nothing is raised: what is no sheet is passed over."""
    words = lexicon()
    sheets: list[Sheet] = []
    empty = 0
    mentions = False
    for table in document.tables:
        if table.hidden:
            continue
        lines = lines_of(table, words.labels)
        mentions = mentions or any(
            word in cell.text
            for line in lines
            for cell in line.cells
            for word in words.mention_words
        )
        for segment in segments_of(lines, words):
            sheet = read_sheet(segment, words)
            if is_blank(sheet):
                empty += 1
            else:
                sheets.append(sheet)
    return Recognised(tuple(sheets), empty, mentions)
