"""The marks of a PDF: a highlight over each cell, and one note with a summary on page 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sheetlint.annotate.pdf.annotations import (
    AnnotationRefused,
    Highlight,
    PageNote,
    add_annotations,
)
from sheetlint.messages import office as messages
from sheetlint.messages.text import Text
from sheetlint.readers.limits import Limits
from sheetlint.readers.pdf.document import read_pdf
from sheetlint.readers.pdf.quads import Quad, find_quads
from sheetlint.rules.decide import rank
from sheetlint.sheet.where import Where


class FindingText(NamedTuple):
    """One finding as it is written into the file."""

    where: Where
    severity: str
    text: str


def mark_findings(
    data: bytes, findings: Sequence[FindingText], lang: str, limits: Limits
) -> bytes | Text:
    """The PDF with its marks, or why it cannot have any.  Raises ``Unreadable`` like the reader."""
    located = find_quads(data, [finding.where for finding in findings], limits)
    by_cell: dict[tuple[Quad, ...], list[FindingText]] = {}
    for finding, quads in zip(findings, located.quads, strict=True):
        by_cell.setdefault(quads, []).append(finding)
    unplaced = by_cell.pop((), [])
    highlights = [_highlight(quad, group) for quads, group in by_cell.items() for quad in quads]
    summary = "\n".join(_summary(findings, unplaced, lang))
    note = PageNote(located.first, _worst(findings), summary)
    try:
        result = add_annotations(data, [*highlights, note], messages.RESULTS.in_(lang))
    except AnnotationRefused as error:
        return error.text
    # pypdf repairs a damaged file by guesses: the copy must read like the original.
    return result if read_pdf(result, limits) == read_pdf(data, limits) else messages.DAMAGED_PDF


def _highlight(quad: Quad, findings: Sequence[FindingText]) -> Highlight:
    return Highlight(quad, _worst(findings), "\n\n".join(finding.text for finding in findings))


def _worst(findings: Iterable[FindingText]) -> str:
    return max((finding.severity for finding in findings), key=rank, default="info")


def _summary(
    findings: Sequence[FindingText], unplaced: Sequence[FindingText], lang: str
) -> Iterator[str]:
    """How many findings there are and are marked, then those whose cells were not found."""
    yield messages.RESULTS.in_(lang)
    if not findings:
        yield messages.NOTHING.in_(lang)
        return
    marked = len(findings) - len(unplaced)
    yield messages.MARKED.fill(count=len(findings), marked=marked).in_(lang)
    if unplaced:
        yield messages.NOT_MARKED.in_(lang)
    for finding in unplaced:
        yield ""
        yield finding.text
