"""The annotated copy of a PDF: the original to its last byte, with annotations behind it.

Where the cells stand is asked of the reader, and that means PDFium: everything is done in the
process for PDF files, which may be killed.
"""

from __future__ import annotations

from sheetlint.batch.apart import Apart
from sheetlint.batch.bounds import DEFAULT
from sheetlint.extras import needed
from sheetlint.handback.comments import comment
from sheetlint.handback.pdf.marking import Said, marked
from sheetlint.handback.uneditable import Uneditable
from sheetlint.locale import editing as words
from sheetlint.model import Text
from sheetlint.results import FileReport
from sheetlint.tables import Unreadable


def annotated(file: FileReport, lang: str) -> bytes:
    """The PDF with its findings.  Raises ``Uneditable`` where it must not be touched."""
    if file.kept is None:
        raise Uneditable(words.NOT_KEPT)
    with needed("pdf"):
        import pypdf  # noqa: F401  the other process has it then, too
    said = [
        Said(found.where, found.severity, comment(found, lang))
        for found in file.findings
        if found.waived is None
    ]
    try:
        with Apart(DEFAULT) as apart:
            result = apart.call(marked, file.kept.data, said, lang, DEFAULT.limits)
    except Unreadable as error:
        raise Uneditable(error.reason) from error
    if isinstance(result, Text):
        raise Uneditable(result)
    return result
