"""The font that PDFium takes in place of every font of the machine.

Forms are often saved without their Chinese fonts.  PDFium then looks for one on the machine, and
what it reads depends on what it finds; with the box font registered it reads the same everywhere.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

from sheetlint.readers.pdf.box_font import box_font

_ANSI, _GB2312 = 0, 134
"""Character sets as Windows numbers them."""
_NONE, _BOX = 0, 1
"""Handles of fonts."""
_WHOLE_FILE = 0


@cache
def register_substitute(pdfium: Any) -> Any:
    """Make PDFium ask for fonts here and nowhere else; ``pdfium`` is ``pypdfium2.raw``.

    Fonts in the document are used as before.  In place of a Western font PDFium takes one of
    those it brings along, which have the widths of the fourteen standard fonts.

    Returns the structure that PDFium goes on using.  It is made once a process and kept for good:
    PDFium calls it even at its end.
    """
    font = box_font()

    def find_font(_: Any, weight: int, italic: int, charset: int, *more: Any) -> int:
        return _NONE if charset == _ANSI else _BOX

    def font_data(_: Any, handle: int, table: int, buffer: Any, size: int) -> int:
        if table != _WHOLE_FILE:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    callbacks = {
        "Release": lambda *_: None,
        "EnumFonts": lambda *_: None,
        "MapFont": find_font,
        "GetFont": lambda *_: _NONE,
        "GetFontData": font_data,
        "GetFaceName": lambda *_: 0,
        "GetFontCharset": lambda *_: _GB2312,
        "DeleteFont": lambda *_: None,
    }
    types: dict[str, Any] = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    fonts = pdfium.FPDF_SYSFONTINFO(1, *(types[name](call) for name, call in callbacks.items()))
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(fonts))
    return fonts
