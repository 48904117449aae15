"""Marks at one cell or paragraph: the range of a comment, a bookmark, a shade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheetlint.annotate.colours import SHADES
from sheetlint.office.docx.elements import WordElements
from sheetlint.office.docx.paragraphs import ensure_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BOOKMARK = "_sheetlint_"
"""Begins with a line, as names do that Word does not list."""
_PAPER = ("auto", "FFFFFF", "ffffff")
_BEFORE_SHADE = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")
"""The schema knows one order only of what a cell is said to be."""


def comment_on(w: WordElements, place: Element, number: int) -> None:
    """The comment's range is all the text of the cell or of the paragraph; Word has no comments in
    text boxes, so that there it is the paragraph which holds the box."""
    box = place
    for parent in place.iterancestors(w("txbxContent")):
        box = next(parent.iterancestors(w("p")), box)
    first, last = _ends(w, box)
    _begin(w, first, w.new("commentRangeStart", id=number))
    last.append(w.new("commentRangeEnd", id=number))
    last.append(w.new("r", w.new("commentReference", id=number)))


def bookmark(w: WordElements, place: Element, number: int, name: str) -> None:
    """At the start of the place, for links to it."""
    first, _ = _ends(w, place)
    _begin(w, first, w.new("bookmarkEnd", id=number))
    _begin(w, first, w.new("bookmarkStart", id=number, name=name))


def shade(w: WordElements, place: Element, severity: str) -> None:
    """A cell that has a colour of its own keeps it: it could not be given back."""
    if place.tag != w("tc"):
        return
    about = place.find(w("tcPr"))
    if about is None:
        about = w.new("tcPr")
        place.insert(0, about)
    own = about.find(w("shd"))
    if own is not None:
        if own.get(w("fill"), "auto") not in _PAPER or own.get(w("val"), "clear") != "clear":
            return
        about.remove(own)
    before = {w(name) for name in _BEFORE_SHADE}
    at = sum(child.tag in before for child in about)
    about.insert(at, w.new("shd", val="clear", color="auto", fill=SHADES[severity]))


def _ends(w: WordElements, place: Element) -> tuple[Element, Element]:
    """The first and the last paragraph; the same where the place is one."""
    own = ensure_paragraphs(w, place)
    return own[0], own[-1]


def _begin(w: WordElements, paragraph: Element, mark: Element) -> None:
    """Put a mark behind the properties of the paragraph and before everything else."""
    about = paragraph.find(w("pPr"))
    paragraph.insert(0 if about is None else paragraph.index(about) + 1, mark)
