"""From tables of texts to the sheets in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise.hidden_data import hidden_cell_notes, hidden_worksheet_note
from sheetlint.recognise.lexicon import Lexicon, default_lexicon
from sheetlint.recognise.lines import Line, read_lines
from sheetlint.recognise.segments import split_segments
from sheetlint.recognise.sheets import is_blank, read_sheet
from sheetlint.sheet.sheet import Extent, ReadingNote, Sheet
from sheetlint.sheet.tables import Document
from sheetlint.sheet.value import Value


class RecognisedDocument(NamedTuple):
    """What a document holds."""

    sheets: tuple[Sheet, ...]
    empty_forms: int
    """Forms in which nothing is filled in; they are not among ``sheets``."""
    hidden_data: tuple[ReadingNote, ...]
    """Scored data in rows, columns or worksheets that the file does not show."""
    mentions_evaluation: bool
    """The text speaks of self-evaluation somewhere, sheet or not."""
    note: Text | None = None
    """Why no sheet could be read although one is there."""
    listed_projects: tuple[Value, ...] = ()
    """Projects of a list that stands before the sheets."""


def recognise(document: Document, words: Lexicon | None = None) -> RecognisedDocument:
    """All sheets of a document in order.  Nothing is raised: what is no sheet is passed over.

    ``words`` is the vocabulary of the place; the shipped one where there is none.
    """
    words = words or default_lexicon()
    found = _recognise_tables(document, words)
    if found.sheets or found.empty_forms or found.hidden_data:
        return found
    from sheetlint.recognise.mirrored_pages import REPAIRED, restore_mirrored_text

    plain = restore_mirrored_text(document)
    if plain is not None:
        again = _recognise_tables(plain, words)
        repaired = (
            s._replace(repairs=(ReadingNote(REPAIRED, s.title), *s.repairs)) for s in again.sheets
        )
        found = again._replace(sheets=tuple(repaired))
    if not found.sheets and not found.empty_forms:
        from sheetlint.recognise.unreliable_text import why_undivided

        found = found._replace(note=why_undivided(plain or document, words))
    return found


def _recognise_tables(document: Document, words: Lexicon) -> RecognisedDocument:
    sheets: list[Sheet] = []
    hidden: list[ReadingNote] = []
    empty = 0
    mentions = False
    listed: list[Value] = []
    for number, table in enumerate(document.tables):
        lines = read_lines(table, words.labels)
        mentions = mentions or any(
            word in cell.text
            for line in lines
            for cell in line.cells
            for word in words.mention_words
        )
        segments = split_segments(lines, words)
        if not sheets and not table.hidden:
            before = lines[: lines.index(segments[0][0])] if segments else lines
            listed += _read_listed_projects(before, words)
        for segment in segments:
            sheet = read_sheet(segment, words)
            if is_blank(sheet):
                empty += not table.hidden
            elif table.hidden:
                hidden.append(hidden_worksheet_note(sheet, table))
            else:
                rows = range(segment[0].row_range.start, segment[-1].row_range.stop)
                sheets.append(sheet._replace(extent=Extent(number, rows)))
                hidden += hidden_cell_notes(sheet, table)
    return RecognisedDocument(
        tuple(sheets), empty, tuple(hidden), mentions, listed_projects=tuple(listed)
    )


def _read_listed_projects(lines: Sequence[Line], words: Lexicon) -> list[Value]:
    """The projects of a list among the lines; almost every file has none."""
    if not any(words.list_columns.get(name) == "number" for line in lines for name in line.keys):
        return []
    from sheetlint.recognise.project_lists import read_numbered_list

    return [row.cells["project"] for row in read_numbered_list(lines, words)]
