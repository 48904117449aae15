"""Marks at one cell or paragraph: the range of a comment, a bookmark, a shading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.office.docx.elements import WordElements
from sheetlint.office.docx.paragraphs import ensure_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BOOKMARK_PREFIX = "_sheetlint_"
"""Word does not list bookmarks whose names begin with an underscore."""
_NO_FILL = ("auto", "FFFFFF", "ffffff")
_BEFORE_SHADING = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")
"""Properties of a cell that the schema orders before its shading."""


def add_comment_range(w: WordElements, element: Element, number: int) -> None:
    """Put all text of a cell or paragraph into the range of comment ``number``.

    Word has no comments in text boxes: there the range is the paragraph that holds the box.
    """
    commented = element
    for parent in element.iterancestors(w("txbxContent")):
        commented = next(parent.iterancestors(w("p")), commented)
    first, last = _first_and_last_paragraph(w, commented)
    _insert_at_start(w, first, w.new("commentRangeStart", id=number))
    last.append(w.new("commentRangeEnd", id=number))
    last.append(w.new("r", w.new("commentReference", id=number)))


def add_bookmark(w: WordElements, element: Element, number: int, name: str) -> None:
    """Add a bookmark at the start of a cell or paragraph, for links to it."""
    first, _ = _first_and_last_paragraph(w, element)
    _insert_at_start(w, first, w.new("bookmarkEnd", id=number))
    _insert_at_start(w, first, w.new("bookmarkStart", id=number, name=name))


def shade_cell(w: WordElements, element: Element, severity: str) -> None:
    """Colour a cell by severity; a colour of its own stays, as it could not be restored."""
    if element.tag != w("tc"):
        return
    properties = element.find(w("tcPr"))
    if properties is None:
        properties = w.new("tcPr")
        element.insert(0, properties)
    own = properties.find(w("shd"))
    if own is not None:
        if own.get(w("fill"), "auto") not in _NO_FILL or own.get(w("val"), "clear") != "clear":
            return
        properties.remove(own)
    before = {w(name) for name in _BEFORE_SHADING}
    position = sum(child.tag in before for child in properties)
    properties.insert(
        position, w.new("shd", val="clear", color="auto", fill=SEVERITY_COLOURS[severity])
    )


def _first_and_last_paragraph(w: WordElements, element: Element) -> tuple[Element, Element]:
    paragraphs = ensure_paragraphs(w, element)
    return paragraphs[0], paragraphs[-1]


def _insert_at_start(w: WordElements, paragraph: Element, mark: Element) -> None:
    """Insert a mark after the properties of the paragraph and before everything else."""
    properties = paragraph.find(w("pPr"))
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, mark)
