"""PDFium, the library that opens PDF files: loaded when one is met, closed when it is read.

PDFium keeps one state for the whole process and is **not thread-safe**: two threads must not read
PDF files at once.  Workers are processes (``sheetlint.batch``), so nothing here takes a lock.
What PDFium itself does with a file cannot be interrupted from inside the process; ``bombs`` looks
at the bytes first, and the bounds of ``Budget`` hold for everything that is taken out of it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sheetlint.model import Text
from sheetlint.readers import refusals
from sheetlint.tables import Unreadable

_PASSWORD = 4
_SECURITY = 5


class Budget:
    """How much a file may still give; a real sheet has 3 pages, 2,000 characters, 400 paths."""

    def __init__(self) -> None:
        self.pages = 300
        self.objects = 150_000
        self.segments = 400_000
        self.characters = 400_000

    def spend(self, what: str, count: int) -> None:
        left = getattr(self, what) - count
        if left < 0:
            raise refusals.too_big()
        setattr(self, what, left)


def raw() -> Any:
    """The functions of PDFium.  Raises ``Unreadable`` where the library is not installed."""
    try:
        import pypdfium2.raw as functions
    except ImportError as error:
        raise missing() from error
    return functions


def direct(function: Any, result: Any, *arguments: Any) -> Any:
    """The function without the conversions of its wrapper, for what is called for every character.

    Handles go in and come out as plain addresses.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result, *arguments)(address)


@contextmanager
def opened(functions: Any, data: bytes) -> Iterator[Any]:
    """The document in ``data``, closed at the end.  Raises ``Unreadable``."""
    # The bytes must stay where they are as long as the document is open.
    buffer = ctypes.create_string_buffer(data, len(data))
    document = functions.FPDF_LoadMemDocument64(buffer, len(data), None)
    if not document:
        if functions.FPDF_GetLastError() in (_PASSWORD, _SECURITY):
            raise refusals.encrypted()
        raise refusals.damaged()
    try:
        yield document
    finally:
        functions.FPDF_CloseDocument(document)


@contextmanager
def page_of(functions: Any, document: Any, index: int) -> Iterator[tuple[Any, Any]]:
    """One page with its text layer, both closed at the end.  Raises ``Unreadable``."""
    page = functions.FPDF_LoadPage(document, index)
    if not page:
        raise refusals.damaged()
    try:
        text = functions.FPDFText_LoadPage(page)
        if not text:
            raise refusals.damaged()
        try:
            yield page, text
        finally:
            functions.FPDFText_ClosePage(text)
    finally:
        functions.FPDF_ClosePage(page)


def missing() -> Unreadable:
    return Unreadable(
        Text(
            "这是 PDF 文件，读取它的程序库没有安装。",
            "This is a PDF file and the library that reads it is not installed.",
        ),
        Text(
            '请安装：pip install "sheetlint[pdf]"；或向填报单位要 Excel（.xlsx）或 Word（.docx）格式的自评表。',
            'Install it with pip install "sheetlint[pdf]", or ask the unit for the sheet as an '
            "Excel (.xlsx) or Word (.docx) file.",
        ),
    )


def garbled() -> Unreadable:
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
