"""The paragraphs of a cell of Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sheetlint.office.docx.names import Vocabulary

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def paragraphs_of(w: Vocabulary, place: Element) -> list[Element]:
    """The paragraph itself, or those of the cell."""
    if place.tag == w("p"):
        return [place]
    own = list(_paragraphs(w, place))
    if not own:
        # Word puts one into every cell; a program may have forgotten it.
        own = [w.new("p")]
        place.extend(own)
    return own


def _paragraphs(w: Vocabulary, place: Element) -> Iterator[Element]:
    """Those of the cell itself, in content controls too, and not those of tables in it."""
    for child in place:
        if child.tag == w("p"):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            yield from _paragraphs(w, child)
