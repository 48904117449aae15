"""The page at the start of an annotated document that lists the findings.

It is one content control, which users select and delete as a whole and which our reader skips: an
annotated copy is checked like the original.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.messages.visible import visible
from sheetlint.office.docx.elements import WordElements
from sheetlint.readers.docx.body import OWN_TAG

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WIDTHS = (500, 800, 1500, 2200)
"""Fiftieths of a percent of the page; their sum is 5,000."""
_HEADING_FILL = "D9D9D9"
_BORDER_COLOUR = "808080"
_LINK_COLOUR = "0563C1"
_SIZE, _TITLE_SIZE = 18, 28
"""Half points."""


class Entry(NamedTuple):
    """One finding in the list."""

    severity: str
    """``error``, ``warning`` or ``info``, for the colour."""
    label: str
    """Severity and code as they are shown."""
    place: str
    problem: str
    bookmark: str
    """Name of the bookmark at the place; empty where there is none."""


def build_findings_list(
    w: WordElements, title: str, subtitle: str, headings: Sequence[str], entries: Sequence[Entry]
) -> Element:
    """A content control with title, list and page break."""
    content = [
        _paragraph(w, [_run(w, title, _TITLE_SIZE, bold=True)], after=60),
        _paragraph(w, [_run(w, subtitle)], after=120),
    ]
    if entries:
        content.append(_table(w, headings, entries))
    content.append(_paragraph(w, [w.new("r", w.new("br", type="page"))]))
    # Word has a command that removes a cover page.
    gallery = w.new(
        "docPartObj", w.new("docPartGallery", val="Cover Pages"), w.new("docPartUnique")
    )
    properties = w.new("sdtPr", w.new("alias", val=title), w.new("tag", val=OWN_TAG), gallery)
    return w.new("sdt", properties, w.new("sdtContent", *content))


def is_findings_list(w: WordElements, element: Element) -> bool:
    """Whether an element of the body is the list of an earlier run."""
    tag = element.find(f"{w('sdtPr')}/{w('tag')}") if element.tag == w("sdt") else None
    return tag is not None and tag.get(w("val")) == OWN_TAG


def _table(w: WordElements, headings: Sequence[str], entries: Sequence[Entry]) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = [w.new(side, val="single", sz=4, space=0, color=_BORDER_COLOUR) for side in sides]
    properties = w.new(
        "tblPr",
        w.new("tblW", w=5000, type="pct"),
        w.new("tblBorders", *borders),
        w.new("tblLayout", type="fixed"),
    )
    grid = w.new("tblGrid", *(w.new("gridCol", w=width * 2) for width in _WIDTHS))
    row_properties = w.new("trPr", w.new("cantSplit"), w.new("tblHeader"))
    heading_cells = [
        _cell(w, column, [_run(w, heading, bold=True)], _HEADING_FILL)
        for column, heading in enumerate(headings)
    ]
    rows = [w.new("tr", row_properties, *heading_cells)]
    for number, entry in enumerate(entries, 1):
        cells = (
            _cell(w, 0, [_run(w, str(number))]),
            _cell(w, 1, [_run(w, entry.label)], SEVERITY_COLOURS[entry.severity]),
            _cell(w, 2, [_link(w, entry)]),
            _cell(w, 3, [_run(w, entry.problem)]),
        )
        rows.append(w.new("tr", w.new("trPr", w.new("cantSplit")), *cells))
    return w.new("tbl", properties, grid, *rows)


def _cell(w: WordElements, column: int, content: Sequence[Element], fill: str = "") -> Element:
    properties = w.new("tcPr", w.new("tcW", w=_WIDTHS[column], type="pct"))
    if fill:
        properties.append(w.new("shd", val="clear", color="auto", fill=fill))
    return w.new("tc", properties, _paragraph(w, content))


def _paragraph(w: WordElements, content: Sequence[Element], after: int = 0) -> Element:
    """A paragraph that overrides indents and line spacing of the document's standard style."""
    properties = w.new(
        "pPr",
        w.new("spacing", before=0, beforeLines=0, after=after, line=240, lineRule="auto"),
        w.new("ind", left=0, leftChars=0, right=0, rightChars=0, firstLine=0, firstLineChars=0),
        w.new("jc", val="left"),
    )
    return w.new("p", properties, *content)


def _run(
    w: WordElements, text: str, size: int = _SIZE, *, bold: bool = False, colour: str = ""
) -> Element:
    properties = w.new("rPr")
    if bold:
        properties.append(w.new("b"))
    if colour:
        properties.append(w.new("color", val=colour))
    properties.extend((w.new("sz", val=size), w.new("szCs", val=size)))
    if colour:
        properties.append(w.new("u", val="single"))
    run = w.new("r", properties)
    for index, line in enumerate(text.split("\n")):
        if index:
            run.append(w.new("br"))
        run.append(w.text(visible(line)))
    return run


def _link(w: WordElements, entry: Entry) -> Element:
    if not entry.bookmark:
        return _run(w, entry.place)
    link = w.new("hyperlink", _run(w, entry.place, colour=_LINK_COLOUR), anchor=entry.bookmark)
    link.set(w("history"), "1")
    return link
