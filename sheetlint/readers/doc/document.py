"""Binary Word documents to rows, in the same terms as ``docx``."""

from __future__ import annotations

from sheetlint.readers import unreadable
from sheetlint.readers.doc.paragraphs import Paragraphs
from sheetlint.readers.doc.parts import parts
from sheetlint.readers.doc.tables import blocks
from sheetlint.readers.docx.document import rows_of
from sheetlint.readers.limits import Limits
from sheetlint.sheet.tables import Document, Table, Unreadable


def read_document(data: bytes, limits: Limits, _: str = "") -> Document:
    """Paragraphs and tables in their order, as one stream of rows.  Raises ``Unreadable``."""
    try:
        body = blocks(Paragraphs(parts(data), limits))
        return Document("doc", (Table("", tuple(rows_of(body, limits))),))
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        # Numbers lead from each part of the file to the next; a wrong one leads anywhere.
        raise unreadable.damaged() from error
