"""From tables of texts to the sheets in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise.hidden_data import hidden_cells, hidden_worksheet
from sheetlint.recognise.lexicon import Lexicon, lexicon
from sheetlint.recognise.lines import Line, lines_of
from sheetlint.recognise.segments import segments_of
from sheetlint.recognise.sheets import is_blank, read_sheet
from sheetlint.sheet.sheet import Extent, ReadingNote, Sheet
from sheetlint.sheet.tables import Document
from sheetlint.sheet.value import Value


class Recognised(NamedTuple):
    """What a document holds."""

    sheets: tuple[Sheet, ...]
    empty_forms: int
    """Forms in which nothing is filled in; they are not among ``sheets``."""
    hidden: tuple[ReadingNote, ...]
    """Scored data in rows, columns or worksheets that the file does not show."""
    mentions: bool
    """The text speaks of self-evaluation somewhere, sheet or not."""
    note: Text | None = None
    """Why no sheet could be read although one is there."""
    listed: tuple[Value, ...] = ()
    """Projects of a list that stands before the sheets."""


def recognise(document: Document, words: Lexicon | None = None) -> Recognised:
    """All sheets of a document in order.  Nothing is raised: what is no sheet is passed over.

    ``words`` is the vocabulary of the place; the shipped one where there is none.
    """
    words = words or lexicon()
    found = _found(document, words)
    if found.sheets or found.empty_forms or found.hidden:
        return found
    from sheetlint.recognise.mirrored_pages import REPAIRED, unmirrored

    plain = unmirrored(document)
    if plain is not None:
        again = _found(plain, words)
        repaired = (
            s._replace(repairs=(ReadingNote(REPAIRED, s.title), *s.repairs)) for s in again.sheets
        )
        found = again._replace(sheets=tuple(repaired))
    if not found.sheets and not found.empty_forms:
        from sheetlint.recognise.unreliable_text import no_cells

        found = found._replace(note=no_cells(plain or document, words))
    return found


def _found(document: Document, words: Lexicon) -> Recognised:
    sheets: list[Sheet] = []
    hidden: list[ReadingNote] = []
    empty = 0
    mentions = False
    listed: list[Value] = []
    for number, table in enumerate(document.tables):
        lines = lines_of(table, words.labels)
        mentions = mentions or any(
            word in cell.text
            for line in lines
            for cell in line.cells
            for word in words.mention_words
        )
        segments = segments_of(lines, words)
        if not sheets and not table.hidden:
            before = lines[: lines.index(segments[0][0])] if segments else lines
            listed += _listed(before, words)
        for segment in segments:
            sheet = read_sheet(segment, words)
            if is_blank(sheet):
                empty += not table.hidden
            elif table.hidden:
                hidden.append(hidden_worksheet(sheet, table))
            else:
                rows = range(segment[0].at.start, segment[-1].at.stop)
                sheets.append(sheet._replace(extent=Extent(number, rows)))
                hidden += hidden_cells(sheet, table)
    return Recognised(tuple(sheets), empty, tuple(hidden), mentions, listed=tuple(listed))


def _listed(lines: Sequence[Line], words: Lexicon) -> list[Value]:
    """The projects of a list among the lines; almost every file has none."""
    if not any(words.list_columns.get(name) == "number" for line in lines for name in line.keys):
        return []
    from sheetlint.recognise.project_lists import numbered_list

    return [row.cells["project"] for row in numbered_list(lines, words)]
