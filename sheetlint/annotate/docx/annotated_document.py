"""The annotated copy of a Word document: the original with marks and comments in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.annotate.comment_text import format_findings
from sheetlint.annotate.docx.comments_part import CommentsPart
from sheetlint.annotate.docx.earlier_copy import remove_earlier_marks
from sheetlint.annotate.docx.findings_list import Entry, build_findings_list
from sheetlint.annotate.docx.marks import (
    BOOKMARK_PREFIX,
    add_bookmark,
    add_comment_range,
    shade_cell,
)
from sheetlint.messages import office as messages
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
from sheetlint.report.place_texts import place_text
from sheetlint.rules.decide import rank
from sheetlint.run.results import FileReport, ReportedFinding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class _MarkedElement(NamedTuple):
    """A cell or paragraph with its findings."""

    element: Element
    findings: list[ReportedFinding]


def annotate_file(file: FileReport, lang: str) -> bytes:
    """The document with its findings.  Raises ``Uneditable`` where it cannot be changed."""
    if file.content is None:
        raise Uneditable(messages.NOT_KEPT)
    findings = [finding for finding in file.findings if finding.waived is None]
    with errors_as_uneditable():
        package = open_package(file.content.data)
        return repack(package, _changed_parts(package, findings, lang))


def _changed_parts(
    package: Package, findings: Sequence[ReportedFinding], lang: str
) -> Mapping[str, bytes]:
    """New contents by name of part."""
    _, main = package.find_main_part()
    root = parse_part(package, main)
    w = WordElements(root)
    body = root.find(w("body"))
    if body is None:
        raise Uneditable(messages.NO_BODY)
    elements = _find_elements(ElementIndex(root, package.limits), findings)
    comments = CommentsPart(package, main, w)
    earlier = comments.remove_earlier()
    remove_earlier_marks(w, body, earlier)
    links = _mark(w, body, elements, comments, lang)
    body.insert(0, _findings_list(w, findings, links, lang))
    changed = {archive_name(package, main): serialise(root)}
    if elements or earlier:
        changed.update(comments.changed_parts())
    return changed


def _find_elements(
    index: ElementIndex, findings: Iterable[ReportedFinding]
) -> list[_MarkedElement]:
    found: dict[Element, _MarkedElement] = {}
    for finding in findings:
        element = index.find(finding.where)
        if element is not None:
            found.setdefault(element, _MarkedElement(element, [])).findings.append(finding)
    return list(found.values())


def _mark(
    w: WordElements,
    body: Element,
    elements: Iterable[_MarkedElement],
    comments: CommentsPart,
    lang: str,
) -> dict[int, str]:
    """Mark every element; names of bookmarks by the identity of the finding."""
    used = (w.int_attribute(start) for start in body.iter(w("bookmarkStart")))
    first_id = max(used, default=0) + 1
    links = {}
    for index, (element, findings) in enumerate(elements):
        add_comment_range(w, element, comments.add(format_findings(findings, lang)))
        name = f"{BOOKMARK_PREFIX}{index + 1}"
        add_bookmark(w, element, first_id + index, name)
        shade_cell(w, element, max((finding.severity for finding in findings), key=rank))
        links.update(dict.fromkeys(map(id, findings), name))
    return links


def _findings_list(
    w: WordElements, findings: Sequence[ReportedFinding], links: Mapping[int, str], lang: str
) -> Element:
    headings = (messages.NUMBER, messages.SEVERITY, messages.PLACE, messages.PROBLEM)
    subtitle = messages.ABOUT.fill(count=len(findings)) if findings else messages.NOTHING
    return build_findings_list(
        w,
        messages.RESULTS.in_(lang),
        subtitle.in_(lang),
        [heading.in_(lang) for heading in headings],
        [_entry(finding, links.get(id(finding), ""), lang) for finding in findings],
    )


def _entry(finding: ReportedFinding, bookmark: str, lang: str) -> Entry:
    problem = finding.message.in_(lang)
    if finding.hint is not None:
        problem += f"\n{messages.TO_DO.fill(hint=finding.hint).in_(lang)}"
    return Entry(
        finding.severity,
        f"{SEVERITY[finding.severity].in_(lang)}\n{finding.check.code}",
        place_text(finding.where, lang, has_addresses=False),
        problem,
        bookmark,
    )
