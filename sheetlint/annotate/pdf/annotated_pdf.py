"""The annotated copy of a PDF: the bytes of the original, followed by the annotations.

The places of cells come from the reader, that is from PDFium: all of it runs in the separate
process for PDF files, which may be killed.
"""

from __future__ import annotations

from sheetlint.annotate.comment_text import format_finding
from sheetlint.annotate.pdf.marks import FindingText, mark_findings
from sheetlint.messages import office as messages
from sheetlint.messages.text import Text
from sheetlint.office.errors import Uneditable
from sheetlint.run.results import FileReport
from sheetlint.sandbox.bounds import DEFAULT
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.extras import requires_extra


def annotate_file(file: FileReport, lang: str) -> bytes:
    """The PDF with its findings.  Raises ``Uneditable`` where it cannot be changed."""
    if file.content is None:
        raise Uneditable(messages.NOT_KEPT)
    with requires_extra("pdf"):
        import pypdf  # noqa: F401  the other process then has it as well
    texts = [
        FindingText(finding.where, finding.severity, format_finding(finding, lang))
        for finding in file.findings
        if finding.waived is None
    ]
    try:
        with PdfProcess(DEFAULT) as pdf_process:
            result = pdf_process.call(mark_findings, file.content.data, texts, lang, DEFAULT.limits)
    except Unreadable as error:
        raise Uneditable(error.reason) from error
    if isinstance(result, Text):
        raise Uneditable(result)
    return result
