"""Removing the marks of an earlier run: annotated copies are checked and annotated again."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.annotate.docx.findings_list import is_findings_list
from sheetlint.annotate.docx.marks import BOOKMARK_PREFIX
from sheetlint.office.docx.elements import WordElements

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def remove_earlier_marks(w: WordElements, body: Element, comments: Container[str]) -> None:
    """Remove the list, the bookmarks with the shading of their cells, and the comment ranges.

    ``comments`` are the ids of comments that an earlier run has added.
    """
    for element in list(body.iterchildren(w("sdt"))):
        if is_findings_list(w, element):
            body.remove(element)
    bookmark_ids = set()
    for mark in list(body.iter(w("bookmarkStart"))):
        if (mark.get(w("name")) or "").startswith(BOOKMARK_PREFIX):
            bookmark_ids.add(mark.get(w("id")))
            _remove_shading(w, mark)
            _remove(mark)
    for mark in list(body.iter(w("bookmarkEnd"))):
        if mark.get(w("id")) in bookmark_ids:
            _remove(mark)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in list(body.iter(w(name))):
            if mark.get(w("id")) in comments:
                run = mark.getparent()
                _remove(mark)
                if run is not None and run.tag == w("r") and not _has_content(w, run):
                    _remove(run)


def _has_content(w: WordElements, run: Element) -> bool:
    return any(child.tag != w("rPr") for child in run)


def _remove_shading(w: WordElements, mark: Element) -> None:
    """Of the cell around a bookmark."""
    cell = next(mark.iterancestors(w("tc")), None)
    shading = None if cell is None else cell.find(f"{w('tcPr')}/{w('shd')}")
    if shading is not None and shading.get(w("fill")) in SEVERITY_COLOURS.values():
        _remove(shading)


def _remove(mark: Element) -> None:
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)
