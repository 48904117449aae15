"""The paragraphs of a table cell in Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sheetlint.office.docx.elements import WordElements

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def ensure_paragraphs(w: WordElements, element: Element) -> list[Element]:
    """Those of a cell (``tc``), one created where it has none; a paragraph (``p``) itself."""
    if element.tag == w("p"):
        return [element]
    paragraphs = list(_own_paragraphs(w, element))
    if not paragraphs:
        # The standard demands one in every cell; some programs write none.
        paragraphs = [w.new("p")]
        element.extend(paragraphs)
    return paragraphs


def _own_paragraphs(w: WordElements, element: Element) -> Iterator[Element]:
    """Those of the cell itself, also in content controls, without those of nested tables."""
    for child in element:
        if child.tag == w("p"):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            yield from _own_paragraphs(w, child)
