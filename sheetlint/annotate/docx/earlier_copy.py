"""What an earlier run has put into a document, taken out again: a copy may come back for checking."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from sheetlint.annotate.colours import SHADES
from sheetlint.annotate.docx.findings_list import is_results
from sheetlint.annotate.docx.marks import BOOKMARK
from sheetlint.office.docx.elements import WordElements

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def take_out(w: WordElements, body: Element, comments: Container[str]) -> None:
    """Remove the list, the links with the shades of their cells, and the ranges of ``comments``."""
    for element in list(body.iterchildren(w("sdt"))):
        if is_results(w, element):
            body.remove(element)
    numbers = set()
    for mark in list(body.iter(w("bookmarkStart"))):
        if (mark.get(w("name")) or "").startswith(BOOKMARK):
            numbers.add(mark.get(w("id")))
            _unshade(w, mark)
            _remove(mark)
    for mark in list(body.iter(w("bookmarkEnd"))):
        if mark.get(w("id")) in numbers:
            _remove(mark)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in list(body.iter(w(name))):
            if mark.get(w("id")) in comments:
                run = mark.getparent()
                _remove(mark)
                if run is not None and run.tag == w("r") and not _says_anything(w, run):
                    _remove(run)


def _says_anything(w: WordElements, run: Element) -> bool:
    return any(child.tag != w("rPr") for child in run)


def _unshade(w: WordElements, mark: Element) -> None:
    cell = next(mark.iterancestors(w("tc")), None)
    shade = None if cell is None else cell.find(f"{w('tcPr')}/{w('shd')}")
    if shade is not None and shade.get(w("fill")) in SHADES.values():
        _remove(shade)


def _remove(mark: Element) -> None:
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)
