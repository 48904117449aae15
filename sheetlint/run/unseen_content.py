"""What a file may hold besides the text that was read: pictures, objects, nothing at all."""

from __future__ import annotations

from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
from sheetlint.readers import read
from sheetlint.readers.formats import find_format, find_format_by_suffix
from sheetlint.readers.inserted_content import embedded_files, has_picture, may_embed_file
from sheetlint.readers.limits import Limits
from sheetlint.recognise import recognise
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.sheet.tables import Document, Unreadable

_LITTLE_TEXT = 100
"""Characters: a title and a signature beside a picture of the form."""
_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
"""Of a table."""


def why_no_sheet(
    data: bytes, name: str, document: Document, limits: Limits, lexicon: Lexicon | None
) -> Text | None:
    """Why a file without sheets may be a submission all the same; None where nothing speaks for it."""
    length = _text_length(document)
    if length <= _LITTLE_TEXT and has_picture(data, document.format):
        return texts.ONLY_PICTURES
    if not length:
        return texts.NO_TEXT
    if may_embed_file(data, document.format) or has_embedded_form(
        data, limits, lexicon, unreadable=True
    ):
        return texts.EMBEDDED
    return _why_other_content(name, document)


def has_embedded_form(
    data: bytes, limits: Limits, lexicon: Lexicon | None, *, unreadable: bool = False
) -> bool:
    """Whether a form is put into a document as an object.

    ``unreadable`` is the answer for an object that cannot be read.
    """
    try:
        for name, content in embedded_files(data, limits):
            found = recognise(read(content, name, limits), lexicon)
            if found.has_form_labels or found.empty_forms:
                return True
    except Unreadable:
        return unreadable
    return False


def _text_length(document: Document) -> int:
    """Characters of the text, counted as far as they are few."""
    length = 0
    for table in document.tables:
        for row in table.rows:
            length += sum(len(cell.text.strip()) for cell in row.cells)
            if length > _LITTLE_TEXT:
                return length
    return length


def _why_other_content(name: str, document: Document) -> Text | None:
    """The suffix is that of an office file, and the content is a message or a page without a table."""
    suffix, content = find_format_by_suffix(name), find_format(document.format)
    if suffix is None or content is None or content.submitted or not suffix.submitted:
        return None
    rows = [row for table in document.tables for row in table.rows]
    if sum(len(row.cells) >= _FEWEST_CELLS for row in rows) >= _FEWEST_ROWS:
        return None
    what = texts.WEB_PAGE if content.name == "html" else texts.PLAIN_TEXT
    return texts.OTHER_CONTENT.fill(extension=name[name.rfind(".") :].lower(), what=what)
