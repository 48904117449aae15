"""Opens one file: the sheets in its bytes, whatever its format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.intake.source import STDIN, Source
from sheetlint.messages.text import Text
from sheetlint.sandbox.bounds import Bounds
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.sheet import ReadingNote, Sheet
from sheetlint.sheet.tables import Document
from sheetlint.sheet.value import Value

if TYPE_CHECKING:
    from sheetlint.recognise.lexicon import Lexicon


class OpenedFile(NamedTuple):
    """The sheets of a file, and what else its text says."""

    data: bytes
    format: str
    sheets: tuple[Sheet, ...]
    empty_forms: int
    has_form_labels: bool
    """The labels of the form stand somewhere in it."""
    hidden: tuple[ReadingNote, ...] = ()
    """Scored data that the file does not show."""
    note: Text | None = None
    """Why nothing could be read of a file that opens."""
    listed: tuple[Value, ...] = ()
    """Projects of a list that stands before the sheets."""
    document: Document | None = None
    """The tables that the sheets were found in; None for a normalised document."""


def open_file(
    source: Source,
    data: bytes,
    bounds: Bounds,
    pdf_process: PdfProcess,
    lexicon: Lexicon | None = None,
) -> OpenedFile:
    """Read the sheets in the bytes of a file.  Raises Unreadable.

    ``lexicon`` is the vocabulary with the user's own labels; None for the shipped one.
    """
    if source.expanded:
        return OpenedFile(data, "zip", (), 0, has_form_labels=False)
    from sheetlint.readers.normalised import parse_document

    name = "<stdin>" if source.path == STDIN else os.path.basename(source.path)
    normalised = parse_document(data, name)
    if normalised is not None:
        from sheetlint.recognise.normalised_document import load_document
        from sheetlint.recognise.sheets import is_blank

        kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "yaml"
        sheets = load_document(normalised)
        filled = tuple(sheet for sheet in sheets if not is_blank(sheet))
        return OpenedFile(data, kind, filled, len(sheets) - len(filled), has_form_labels=True)
    from sheetlint.recognise import recognise

    document = read_tables(data, name, bounds, pdf_process)
    recognised = recognise(document, lexicon)
    hidden, note = recognised.hidden_data, recognised.note or document.note
    if recognised.sheets:
        hidden += _embedded_form_note(data, recognised.sheets[0], bounds, lexicon)
    elif note is None and not recognised.empty_forms:
        from sheetlint.run.unseen_content import why_no_sheet

        note = why_no_sheet(data, name, document, bounds.limits, lexicon)
    return OpenedFile(
        data,
        document.format,
        recognised.sheets,
        recognised.empty_forms,
        recognised.has_form_labels,
        hidden,
        note,
        recognised.listed_projects,
        document,
    )


def _embedded_form_note(
    data: bytes, sheet: Sheet, bounds: Bounds, lexicon: Lexicon | None
) -> tuple[ReadingNote, ...]:
    """A note where a file with sheets has the form of another put into it as an object."""
    from sheetlint.readers.detect import ZIP

    if not data.startswith(ZIP):
        return ()
    from sheetlint.readers.inserted_content import has_embedded_files

    if not has_embedded_files(data):
        return ()
    from sheetlint.messages import intake as texts
    from sheetlint.run.unseen_content import has_embedded_form

    if not has_embedded_form(data, bounds.limits, lexicon):
        return ()
    return (ReadingNote(texts.EMBEDDED_TOO, sheet.title),)


def read_tables(data: bytes, name: str, bounds: Bounds, pdf_process: PdfProcess) -> Document:
    """The tables of a file, whatever is in them.  Raises Unreadable."""
    from sheetlint.readers import read
    from sheetlint.readers.detect import is_pdf

    if is_pdf(data):
        return pdf_process.read(data, name)
    return read(data, name, bounds.limits)
