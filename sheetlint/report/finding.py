"""One finding as a person reads it: what is wrong first, then what a reviewer needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import text as rich_text
from rich.cells import cell_len
from rich.console import Group, RenderableType

from sheetlint.messages import report as words
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report import excerpt
from sheetlint.report.counts import named
from sheetlint.report.layout import GAP, Folded, labelled, paragraph
from sheetlint.report.place import MOST_PLACES, across, place, spot
from sheetlint.report.signs import Signs
from sheetlint.rules.check import HIGH, INFO
from sheetlint.run.results import FileReport, ReportedFinding

_LABELS = (
    words.AT,
    words.PRINTED,
    words.EXPECTED,
    words.FORMULA,
    words.HINT,
    words.BASIS,
    words.ALONG,
)
_INDENT = 1
_BESIDE = " " * 4
"""Between what is printed and what it should be."""


def finding(
    found: ReportedFinding,
    file: FileReport | None,
    lang: str,
    width: int,
    signs: Signs,
    before: ReportedFinding | None = None,
) -> Iterator[RenderableType]:
    """The block of one finding; an excerpt that stands in the block ``before`` is not repeated.

    A finding across sheets has no file, and several places.
    """
    longest = max(cell_len(word.in_(lang)) for word in words.SEVERITY.values())
    label = Folded(words.SEVERITY[found.severity].in_(lang), found.severity)
    message = Folded(found.message.in_(lang), "strong")
    yield labelled([(label, message)], _INDENT, longest)
    margin = _INDENT + longest + GAP
    title = f"{found.check.code} {found.check.name}  {found.check.title.in_(lang)}"
    if found.check.confidence != HIGH:
        title += f"  {signs.dot}  {words.CONFIDENCE[found.check.confidence].in_(lang)}"
    lettered = file is not None and has_cell_addresses(file.format)
    where = _where(found, file, lang, signs)
    if says_all(found) and len(where) == 1:
        yield paragraph(f"{title}  {signs.dot}  {where[0]}", margin, "dim")
        return
    yield paragraph(title, margin, "dim")
    labels = max(cell_len(label.in_(lang)) for label in _LABELS)
    rows: list[_Field] = [(words.AT, Group(*map(Folded, where)))]
    rows += _figures(found, lang, width - margin - labels - GAP)
    if found.formula:
        rows.append((words.FORMULA, Folded(found.formula)))
    yield _block(rows, lang, margin, labels)
    if found.excerpt is not None and (before is None or found.excerpt != before.excerpt):
        yield excerpt.layout(found.excerpt, width, margin, signs)
    yield _block(_advice(found, lang, lettered), lang, margin, labels)


def _where(found: ReportedFinding, file: FileReport | None, lang: str, signs: Signs) -> list[str]:
    """The place of a finding, or those of a finding across sheets."""
    if file is not None:
        if found.sheet is None:
            return [named(file.path, lang)]
        return [place(found.where, lang, has_cell_addresses(file.format))]
    shown = [across(there, lang, signs.dot) for there in found.places[:MOST_PLACES]]
    left = len(found.places) - len(shown)
    return [*shown, words.MORE_PLACES.fill(count=left).in_(lang)] if left else shown


_Field = tuple[Text, RenderableType]


def _block(rows: Iterable[_Field], lang: str, margin: int, labels: int) -> RenderableType:
    said = [(Folded(label.in_(lang), "dim"), text) for label, text in rows]
    return labelled(said, margin, labels)


def says_all(found: ReportedFinding) -> bool:
    """A remark with nothing to correct: what was put right in reading, for instance."""
    return found.severity == INFO and not (found.expected or found.formula or found.hint)


def _figures(found: ReportedFinding, lang: str, room: int) -> Iterator[_Field]:
    """What is printed and what it should be, beside each other where there is room."""
    printed = found.printed
    if printed is not None and not printed:
        printed = words.EMPTY.in_(lang)
    expected = words.OR.in_(lang).join(found.expected)
    if printed is not None and expected:
        both = rich_text.Text.assemble(
            (visible(printed), "wrong"),
            _BESIDE,
            (words.EXPECTED.in_(lang), "dim"),
            " " * GAP,
            (visible(expected), "right"),
        )
        if both.cell_len <= room:
            yield words.PRINTED, both
            return
    if printed is not None:
        yield words.PRINTED, Folded(printed, "wrong")
    if expected:
        yield words.EXPECTED, Folded(expected, "right")


def _advice(found: ReportedFinding, lang: str, lettered: bool) -> Iterator[_Field]:
    if found.hint is not None:
        yield words.HINT, Folded(found.hint.in_(lang))
    yield words.BASIS, Folded(found.basis.in_(lang))
    for other in found.consequences:
        there = spot(other.where, lang, lettered) or other.where.label_text
        said = words.ALONG_ONE.fill(code=other.code, title=other.title, place=there)
        yield words.ALONG, Folded(said.in_(lang))
