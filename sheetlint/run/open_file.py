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
    mentions: bool
    """The text speaks of self-evaluation somewhere."""
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
        return OpenedFile(data, "zip", (), 0, mentions=False)
    from sheetlint.readers.normalised import parse_document

    name = "<stdin>" if source.path == STDIN else os.path.basename(source.path)
    normalised = parse_document(data, name)
    if normalised is not None:
        from sheetlint.recognise.normalised_document import load_document
        from sheetlint.recognise.sheets import is_blank

        kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "yaml"
        sheets = load_document(normalised)
        filled = tuple(sheet for sheet in sheets if not is_blank(sheet))
        return OpenedFile(data, kind, filled, len(sheets) - len(filled), mentions=True)
    from sheetlint.recognise import recognise

    document = read_tables(data, name, bounds, pdf_process)
    recognised = recognise(document, lexicon)
    return OpenedFile(
        data,
        document.format,
        recognised.sheets,
        recognised.empty_forms,
        recognised.mentions_evaluation,
        recognised.hidden_data,
        recognised.note or document.note,
        recognised.listed_projects,
        document,
    )


def read_tables(data: bytes, name: str, bounds: Bounds, pdf_process: PdfProcess) -> Document:
    """The tables of a file, whatever is in them.  Raises Unreadable."""
    from sheetlint.readers import read
    from sheetlint.readers.detect import is_pdf

    if is_pdf(data):
        return pdf_process.read(data, name)
    return read(data, name, bounds.limits)
