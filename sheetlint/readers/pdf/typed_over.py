"""Text that was typed over a page afterwards, or into the fields of a form: annotations hold it, and the
text layer does not."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_float
from typing import Any

from sheetlint.readers.pdf.library import Budget
from sheetlint.readers.pdf.matrix import Matrix, transform
from sheetlint.readers.pdf.unread_text import Area, area_of

_TEXT_OF = {3: b"Contents", 20: b"V"}
"""Where free text and the field of a form keep what they show, by the kind of annotation."""
_HIDDEN = 2 | 32
"""The flags of annotations that are hidden, or are not shown on a screen."""
_NOTHING = 2
"""Bytes of a text without characters: its end."""
_RECTANGLE = c_float * 4


def find_typed_over(functions: Any, page: int, turn: Matrix, budget: Budget) -> Iterator[Area]:
    """Where on the upright page such text stands."""
    count = max(functions.FPDFPage_GetAnnotCount(page), 0)
    budget.spend("objects", count)
    for index in range(count):
        annotation = functions.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if _shows_text(functions, annotation):
                rectangle = _RECTANGLE()
                functions.FPDFAnnot_GetRect(annotation, addressof(rectangle))
                left, top, right, bottom = rectangle
                yield area_of((transform(turn, left, top), transform(turn, right, bottom)))
        finally:
            functions.FPDFPage_CloseAnnot(annotation)


def _shows_text(functions: Any, annotation: int) -> bool:
    key = _TEXT_OF.get(functions.FPDFAnnot_GetSubtype(annotation))
    if key is None or functions.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
        return False
    return bool(functions.FPDFAnnot_GetStringValue(annotation, key, None, 0) > _NOTHING)
