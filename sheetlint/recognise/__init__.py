"""From tables of texts to the sheets in them."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.model import Remark, Sheet
from sheetlint.recognise.concealed import hidden_cells, hidden_worksheet
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
    hidden: tuple[Remark, ...]
    """Scored data in rows, columns or worksheets that the file does not show."""
    mentions: bool
    """The text speaks of self-evaluation somewhere, sheet or not."""


def recognise(document: Document) -> Recognised:
    """All sheets of a document in order.  Nothing is raised: what is no sheet is passed over."""
    words = lexicon()
    sheets: list[Sheet] = []
    hidden: list[Remark] = []
    empty = 0
    mentions = False
    for table in document.tables:
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
                empty += not table.hidden
            elif table.hidden:
                hidden.append(hidden_worksheet(sheet, table))
            else:
                sheets.append(sheet)
                hidden += hidden_cells(sheet, table)
    return Recognised(tuple(sheets), empty, tuple(hidden), mentions)
