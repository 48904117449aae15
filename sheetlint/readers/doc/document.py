"""Binary Word documents to rows, in the same terms as ``docx``."""

from __future__ import annotations

from sheetlint.readers import unreadable
from sheetlint.readers.doc.paragraphs import ParagraphReader
from sheetlint.readers.doc.parts import read_parts
from sheetlint.readers.doc.tables import build_blocks
from sheetlint.readers.docx.document import make_rows
from sheetlint.readers.limits import Limits
from sheetlint.sheet.tables import Document, Table, Unreadable


def read_document(data: bytes, limits: Limits, _: str = "") -> Document:
    """Paragraphs and tables in their order, as one stream of rows.  Raises ``Unreadable``."""
    try:
        body = build_blocks(ParagraphReader(read_parts(data), limits))
        return Document("doc", (Table("", tuple(make_rows(body, limits))),))
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        # Numbers lead from each part of the file to the next; a wrong one leads anywhere.
        raise unreadable.damaged() from error
