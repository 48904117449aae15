"""The page at the start of an annotated document that lists what was found.

It is one content control, which is selected and deleted as one thing, and which our own reader
passes over: an annotated copy is checked like the original.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.annotate.colours import SHADES
from sheetlint.messages.visible import visible
from sheetlint.office.docx.elements import WordElements
from sheetlint.readers.docx.body import OWN_TAG

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WIDTHS = (500, 800, 1500, 2200)
"""Fiftieths of a percent of the page; they make 5,000."""
_HEAD = "D9D9D9"
_LINE = "808080"
_LINK = "0563C1"
_SIZE, _TITLE_SIZE = 18, 28
"""Half points."""


class Entry(NamedTuple):
    """One finding in the list."""

    severity: str
    """Its key, for the colour."""
    word: str
    place: str
    problem: str
    bookmark: str
    """Of the place in the document; empty where it has none."""


def results(
    w: WordElements, title: str, about: str, heads: Sequence[str], rows: Sequence[Entry]
) -> Element:
    """The content control with its heading, the list and the break to the next page."""
    content = [
        _paragraph(w, [_run(w, title, _TITLE_SIZE, bold=True)], after=60),
        _paragraph(w, [_run(w, about)], after=120),
    ]
    if rows:
        content.append(_table(w, heads, rows))
    content.append(_paragraph(w, [w.new("r", w.new("br", type="page"))]))
    # Word takes a cover page out with one command of its own.
    gallery = w.new(
        "docPartObj", w.new("docPartGallery", val="Cover Pages"), w.new("docPartUnique")
    )
    about_control = w.new("sdtPr", w.new("alias", val=title), w.new("tag", val=OWN_TAG), gallery)
    return w.new("sdt", about_control, w.new("sdtContent", *content))


def is_results(w: WordElements, element: Element) -> bool:
    tag = element.find(f"{w('sdtPr')}/{w('tag')}") if element.tag == w("sdt") else None
    return tag is not None and tag.get(w("val")) == OWN_TAG


def _table(w: WordElements, heads: Sequence[str], rows: Sequence[Entry]) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = [w.new(side, val="single", sz=4, space=0, color=_LINE) for side in sides]
    about = w.new(
        "tblPr",
        w.new("tblW", w=5000, type="pct"),
        w.new("tblBorders", *borders),
        w.new("tblLayout", type="fixed"),
    )
    grid = w.new("tblGrid", *(w.new("gridCol", w=width * 2) for width in _WIDTHS))
    repeated = w.new("trPr", w.new("cantSplit"), w.new("tblHeader"))
    head = [_cell(w, i, [_run(w, text, bold=True)], _HEAD) for i, text in enumerate(heads)]
    lines = [w.new("tr", repeated, *head)]
    for number, row in enumerate(rows, 1):
        cells = (
            _cell(w, 0, [_run(w, str(number))]),
            _cell(w, 1, [_run(w, row.word)], SHADES[row.severity]),
            _cell(w, 2, [_link(w, row)]),
            _cell(w, 3, [_run(w, row.problem)]),
        )
        lines.append(w.new("tr", w.new("trPr", w.new("cantSplit")), *cells))
    return w.new("tbl", about, grid, *lines)


def _cell(w: WordElements, column: int, content: Sequence[Element], fill: str = "") -> Element:
    about = w.new("tcPr", w.new("tcW", w=_WIDTHS[column], type="pct"))
    if fill:
        about.append(w.new("shd", val="clear", color="auto", fill=fill))
    return w.new("tc", about, _paragraph(w, content))


def _paragraph(w: WordElements, content: Sequence[Element], after: int = 0) -> Element:
    """Without what the document's own standard style would do to it: indents, wide lines."""
    about = w.new(
        "pPr",
        w.new("spacing", before=0, beforeLines=0, after=after, line=240, lineRule="auto"),
        w.new("ind", left=0, leftChars=0, right=0, rightChars=0, firstLine=0, firstLineChars=0),
        w.new("jc", val="left"),
    )
    return w.new("p", about, *content)


def _run(
    w: WordElements, text: str, size: int = _SIZE, *, bold: bool = False, colour: str = ""
) -> Element:
    about = w.new("rPr")
    if bold:
        about.append(w.new("b"))
    if colour:
        about.append(w.new("color", val=colour))
    about.extend((w.new("sz", val=size), w.new("szCs", val=size)))
    if colour:
        about.append(w.new("u", val="single"))
    run = w.new("r", about)
    for index, line in enumerate(text.split("\n")):
        if index:
            run.append(w.new("br"))
        run.append(w.text(visible(line)))
    return run


def _link(w: WordElements, row: Entry) -> Element:
    if not row.bookmark:
        return _run(w, row.place)
    link = w.new("hyperlink", _run(w, row.place, colour=_LINK), anchor=row.bookmark)
    link.set(w("history"), "1")
    return link
