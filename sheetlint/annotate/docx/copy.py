"""The annotated copy of a Word document: the original itself, with marks and comments in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.annotate.comment_text import comments as said_of
from sheetlint.annotate.docx.comments import Comments
from sheetlint.annotate.docx.earlier_copy import take_out
from sheetlint.annotate.docx.findings_list import Entry, results
from sheetlint.annotate.docx.marks import BOOKMARK, bookmark, comment_on, shade
from sheetlint.messages import office as words
from sheetlint.messages.report import SEVERITY
from sheetlint.office.docx.element_index import ElementIndex
from sheetlint.office.docx.elements import WordElements
from sheetlint.office.errors import Uneditable
from sheetlint.office.packages import (
    archive_name,
    errors_as_uneditable,
    open_package,
    parse_part,
    repack,
    serialise,
)
from sheetlint.readers.package import Package
from sheetlint.report.place_texts import place_text as place_in_words
from sheetlint.rules.decide import rank
from sheetlint.run.results import FileReport, ReportedFinding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class _Spot(NamedTuple):
    """A place in the document with all that is said of it."""

    element: Element
    findings: list[ReportedFinding]


def annotated(file: FileReport, lang: str) -> bytes:
    """The document with its findings.  Raises ``Uneditable`` where it must not be touched."""
    if file.content is None:
        raise Uneditable(words.NOT_KEPT)
    findings = [found for found in file.findings if found.waived is None]
    with errors_as_uneditable():
        package = open_package(file.content.data)
        return repack(package, _changed(package, findings, lang))


def _changed(
    package: Package, findings: Sequence[ReportedFinding], lang: str
) -> Mapping[str, bytes]:
    """The parts that become others."""
    _, main = package.main_part()
    root = parse_part(package, main)
    w = WordElements(root)
    body = root.find(w("body"))
    if body is None:
        raise Uneditable(words.NO_BODY)
    spots = _spots(ElementIndex(root, package.limits), findings)
    comments = Comments(package, main, w)
    earlier = comments.remove_earlier()
    take_out(w, body, earlier)
    links = _marked(w, body, spots, comments, lang)
    body.insert(0, _list(w, findings, links, lang))
    changed = {archive_name(package, main): serialise(root)}
    if spots or earlier:
        changed.update(comments.parts())
    return changed


def _spots(index: ElementIndex, findings: Iterable[ReportedFinding]) -> list[_Spot]:
    spots: dict[Element, _Spot] = {}
    for found in findings:
        element = index.find(found.where)
        if element is not None:
            spots.setdefault(element, _Spot(element, [])).findings.append(found)
    return list(spots.values())


def _marked(
    w: WordElements, body: Element, spots: Iterable[_Spot], comments: Comments, lang: str
) -> dict[int, str]:
    """Mark every spot; the names of the links to them, by the identity of the finding."""
    free = max((w.int_attribute(mark) for mark in body.iter(w("bookmarkStart"))), default=0) + 1
    links = {}
    for index, spot in enumerate(spots):
        comment_on(w, spot.element, comments.add(said_of(spot.findings, lang)))
        name = f"{BOOKMARK}{index + 1}"
        bookmark(w, spot.element, free + index, name)
        shade(w, spot.element, max((found.severity for found in spot.findings), key=rank))
        links.update(dict.fromkeys(map(id, spot.findings), name))
    return links


def _list(
    w: WordElements, findings: Sequence[ReportedFinding], links: Mapping[int, str], lang: str
) -> Element:
    heads = (words.NUMBER, words.SEVERITY, words.PLACE, words.PROBLEM)
    about = words.ABOUT.fill(count=len(findings)) if findings else words.NOTHING
    return results(
        w,
        words.RESULTS.in_(lang),
        about.in_(lang),
        [head.in_(lang) for head in heads],
        [_entry(found, links.get(id(found), ""), lang) for found in findings],
    )


def _entry(found: ReportedFinding, link: str, lang: str) -> Entry:
    problem = found.message.in_(lang)
    if found.hint is not None:
        problem += f"\n{words.TO_DO.fill(hint=found.hint).in_(lang)}"
    return Entry(
        found.severity,
        f"{SEVERITY[found.severity].in_(lang)}\n{found.check.code}",
        place_in_words(found.where, lang, lettered=False),
        problem,
        link,
    )
