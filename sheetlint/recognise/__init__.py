"""From the tables of a document to the sheets in them.

Stages: ``lines`` (rows made ready) → ``segments`` (the lines of one sheet) → ``blocks`` (head, funds,
goals, indicator table, foot) → ``columns`` (from the header of a block) → rows (``align``,
``row_repair``, ``level_cells``) → ``values`` (typed fields with their places) → what cannot be right
is in doubt (``implausible_figures``, ``misread_text``, ``unreliable_text``).  The labels of the form are
in ``lexicon.toml``.
"""

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
    """The sheets of a document, and what else was found in it."""

    sheets: tuple[Sheet, ...]
    empty_forms: int
    """Number of forms in which nothing is filled in; they are not among ``sheets``."""
    hidden_data: tuple[ReadingNote, ...]
    """Notes on scored data in hidden rows, columns or worksheets."""
    has_form_labels: bool
    """Whether it is the form by its labels, even where no sheet could be read."""
    note: Text | None = None
    """Why no sheet could be read although the text holds the labels of one."""
    listed_projects: tuple[Value, ...] = ()
    """Project names of a numbered list before the first sheet."""


def recognise(document: Document, lexicon: Lexicon | None = None) -> RecognisedDocument:
    """All sheets of a document in order; content that is no sheet is ignored.

    ``lexicon`` is the vocabulary of the place; None for the shipped one.
    """
    lexicon = lexicon or default_lexicon()
    found = _recognise_tables(document, lexicon)
    if found.sheets or found.empty_forms or found.hidden_data:
        return found._replace(has_form_labels=True)
    from sheetlint.recognise.mirrored_pages import REPAIRED, restore_mirrored_text

    restored = restore_mirrored_text(document)
    if restored is not None:
        second = _recognise_tables(restored, lexicon)
        repaired = (
            sheet._replace(repairs=(ReadingNote(REPAIRED, sheet.title), *sheet.repairs))
            for sheet in second.sheets
        )
        found = second._replace(sheets=tuple(repaired))
    if not found.sheets and not found.empty_forms:
        from sheetlint.recognise.form_labels import has_form_labels
        from sheetlint.recognise.garbled_text import why_garbled
        from sheetlint.recognise.unreliable_text import why_undivided

        shown = restored or document
        found = found._replace(
            note=why_undivided(shown, lexicon) or why_garbled(shown, lexicon),
            has_form_labels=has_form_labels(shown, lexicon),
        )
    return found


def _recognise_tables(document: Document, lexicon: Lexicon) -> RecognisedDocument:
    sheets: list[Sheet] = []
    hidden: list[ReadingNote] = []
    empty_forms = 0
    listed_projects: list[Value] = []
    for index, table in enumerate(document.tables):
        lines = read_lines(table, lexicon)
        segments = split_segments(lines, lexicon)
        if not sheets and not table.hidden:
            lines_before = lines[: lines.index(segments[0][0])] if segments else lines
            listed_projects += _read_listed_projects(lines_before, lexicon)
        for segment in segments:
            sheet = read_sheet(segment, lexicon)
            if is_blank(sheet):
                empty_forms += not table.hidden
            elif table.hidden:
                hidden.append(hidden_worksheet_note(sheet, table))
            else:
                if document.doubt is not None:
                    doubt = ReadingNote(document.doubt, sheet.title)
                    sheet = sheet._replace(doubts=(doubt, *sheet.doubts))
                row_range = range(segment[0].row_range.start, segment[-1].row_range.stop)
                sheets.append(sheet._replace(extent=Extent(index, row_range)))
                hidden += hidden_cell_notes(sheet, table)
    return RecognisedDocument(
        tuple(sheets),
        empty_forms,
        tuple(hidden),
        has_form_labels=bool(sheets),
        listed_projects=tuple(listed_projects),
    )


def _read_listed_projects(lines: Sequence[Line], lexicon: Lexicon) -> list[Value]:
    """The project names of a numbered list among the lines; almost every file has none."""
    if not any(lexicon.list_columns.get(name) == "number" for line in lines for name in line.keys):
        return []
    from sheetlint.recognise.project_lists import read_numbered_list

    return [row.cells["project"] for row in read_numbered_list(lines, lexicon)]
