"""PDFium, the library that opens PDF files: loaded for the first of them, closed after each.

PDFium keeps one state for the whole process and is **not thread-safe**: two threads must not read
PDF files at once.  Workers are processes (``sheetlint.run``), so nothing here takes a lock.
What PDFium itself does with a file cannot be interrupted from inside the process; ``bombs`` looks
at the bytes first, and the bounds of ``Budget`` hold for everything that is read from it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, PYFUNCTYPE, c_char_p, c_int, c_size_t, c_uint, c_ulong, c_void_p
from functools import cache
from types import SimpleNamespace
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.readers import unreadable
from sheetlint.readers.pdf.substitute_font import register_substitute
from sheetlint.sheet.tables import Unreadable

_PASSWORD = 4
_SECURITY = 5

_LONG = {
    "FPDF_LoadMemDocument64": (c_void_p, c_void_p, c_size_t, c_char_p),
    "FPDF_LoadPage": (c_void_p, c_void_p, c_int),
    "FPDFText_LoadPage": (c_void_p, c_void_p),
}
"""What may take its time, and lets other threads of the process run meanwhile."""
_SHORT = {
    "FPDF_ClosePage": (None, c_void_p),
    "FPDF_CloseDocument": (None, c_void_p),
    "FPDF_GetLastError": (c_ulong,),
    "FPDF_GetPageCount": (c_int, c_void_p),
    "FPDF_GetPageBoundingBox": (c_int, c_void_p, c_void_p),
    "FPDFPage_GetRotation": (c_int, c_void_p),
    "FPDFPage_CountObjects": (c_int, c_void_p),
    "FPDFPage_GetObject": (c_void_p, c_void_p, c_int),
    "FPDFPageObj_GetType": (c_int, c_void_p),
    "FPDFPageObj_GetMatrix": (c_int, c_void_p, c_void_p),
    "FPDFPageObj_GetBounds": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPageObj_GetFillColor": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPage_GetAnnotCount": (c_int, c_void_p),
    "FPDFPage_GetAnnot": (c_void_p, c_void_p, c_int),
    "FPDFPage_CloseAnnot": (None, c_void_p),
    "FPDFAnnot_GetSubtype": (c_int, c_void_p),
    "FPDFAnnot_GetFlags": (c_int, c_void_p),
    "FPDFAnnot_GetRect": (c_int, c_void_p, c_void_p),
    "FPDFAnnot_GetStringValue": (c_ulong, c_void_p, c_char_p, c_void_p, c_ulong),
    "FPDFFormObj_CountObjects": (c_int, c_void_p),
    "FPDFFormObj_GetObject": (c_void_p, c_void_p, c_ulong),
    "FPDFPath_CountSegments": (c_int, c_void_p),
    "FPDFPath_GetDrawMode": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPath_GetPathSegment": (c_void_p, c_void_p, c_int),
    "FPDFPathSegment_GetPoint": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPathSegment_GetType": (c_int, c_void_p),
    "FPDFPathSegment_GetClose": (c_int, c_void_p),
    "FPDFTextObj_GetTextRenderMode": (c_int, c_void_p),
    "FPDFText_ClosePage": (None, c_void_p),
    "FPDFText_CountChars": (c_int, c_void_p),
    "FPDFText_GetUnicode": (c_uint, c_void_p, c_int),
    "FPDFText_GetLooseCharBox": (c_int, c_void_p, c_int, c_void_p),
    "FPDFText_GetTextObject": (c_void_p, c_void_p, c_int),
    "FPDFText_HasUnicodeMapError": (c_int, c_void_p, c_int),
}
"""What is called for every character and every line of a page."""


class Budget:
    """The remaining bounds for one file; a real sheet has 3 pages, 2,000 characters, 400 paths."""

    def __init__(self) -> None:
        self.pages = 300
        self.objects = 150_000
        self.segments = 400_000
        self.characters = 400_000

    def spend(self, what: str, count: int) -> None:
        left = getattr(self, what) - count
        if left < 0:
            raise unreadable.too_big()
        setattr(self, what, left)


@cache
def load_pdfium() -> SimpleNamespace:
    """The functions of PDFium.  Raises ``Unreadable`` where the library is not installed.

    Handles and places for results go in and come out as plain addresses: what the wrappers of
    pypdfium2 convert for each call takes longer than most of the calls.
    """
    try:
        import pypdfium2.raw as wrapped
    except ImportError as error:
        raise pdfium_missing() from error
    register_substitute(wrapped)
    functions = SimpleNamespace()
    for kind, signatures in ((CFUNCTYPE, _LONG), (PYFUNCTYPE, _SHORT)):
        for name, signature in signatures.items():
            address = ctypes.cast(getattr(wrapped, name), c_void_p).value or 0
            setattr(functions, name, kind(*signature)(address))
    return functions


@contextmanager
def open_document(functions: Any, data: bytes) -> Iterator[int]:
    """The document in ``data``, closed at the end.  Raises ``Unreadable``."""
    # The bytes are not copied: they stay where they are as long as this frame holds them.
    document = functions.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if functions.FPDF_GetLastError() in (_PASSWORD, _SECURITY):
            raise unreadable.encrypted()
        raise unreadable.damaged()
    try:
        yield document
    finally:
        functions.FPDF_CloseDocument(document)


@contextmanager
def open_page(functions: Any, document: int, index: int) -> Iterator[tuple[int, int]]:
    """One page with its text layer, both closed at the end.  Raises ``Unreadable``."""
    page = functions.FPDF_LoadPage(document, index)
    if not page:
        raise unreadable.damaged()
    try:
        text = functions.FPDFText_LoadPage(page)
        if not text:
            raise unreadable.damaged()
        try:
            yield page, text
        finally:
            functions.FPDFText_ClosePage(text)
    finally:
        functions.FPDF_ClosePage(page)


def pdfium_missing() -> Unreadable:
    return unreadable.not_installed(
        "pdf",
        Text(" PDF 文件", "a PDF file"),
        Text(
            "向填报单位要 Excel（.xlsx）或 Word（.docx）格式的自评表。",
            "ask the unit for the sheet as an Excel (.xlsx) or Word (.docx) file.",
        ),
    )


def garbled_text() -> Unreadable:
    """Glyphs without a word of what characters they are."""
    return Unreadable(
        Text(
            "PDF 里的字没有对应的文字编码，读出来是乱码。",
            "The fonts of the PDF do not say which characters they draw; its text is garbled.",
        ),
        Text(
            "请向填报单位要 Excel（.xlsx）或 Word（.docx）格式的自评表，或请其重新导出 PDF。",
            "Ask the unit for the sheet as an Excel (.xlsx) or Word (.docx) file, or for another "
            "export of the PDF.",
        ),
    )
