"""The annotated copy of a PDF: the original to its last byte, with annotations behind it.

Where the cells stand is asked of the reader, and that means PDFium: everything is done in the
process for PDF files, which may be killed.
"""

from __future__ import annotations

from sheetlint.annotate.comment_text import comment
from sheetlint.annotate.pdf.markers import Said, marked
from sheetlint.messages import office as words
from sheetlint.messages.text import Text
from sheetlint.office.errors import Uneditable
from sheetlint.run.results import FileReport
from sheetlint.sandbox.bounds import DEFAULT
from sheetlint.sandbox.pdf_process import Apart
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.extras import requires_extra


def annotated(file: FileReport, lang: str) -> bytes:
    """The PDF with its findings.  Raises ``Uneditable`` where it must not be touched."""
    if file.content is None:
        raise Uneditable(words.NOT_KEPT)
    with requires_extra("pdf"):
        import pypdf  # noqa: F401  the other process has it then, too
    said = [
        Said(found.where, found.severity, comment(found, lang))
        for found in file.findings
        if found.waived is None
    ]
    try:
        with Apart(DEFAULT) as apart:
            result = apart.call(marked, file.content.data, said, lang, DEFAULT.limits)
    except Unreadable as error:
        raise Uneditable(error.reason) from error
    if isinstance(result, Text):
        raise Uneditable(result)
    return result
