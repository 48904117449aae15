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
from sheetlint.report.place_texts import MAX_PLACES, address_text, batch_place_text, place_text
from sheetlint.report.summary_texts import display_path
from sheetlint.report.symbols import Symbols
from sheetlint.report.terminal_layout import GAP, WrappedText, label_table, paragraph
from sheetlint.rules.check import HIGH, INFO
from sheetlint.run.results import FileReport, ReportedFinding

_LABELS = (
    words.AT,
    words.PRINTED,
    words.EXPECTED,
    words.FORMULA,
    words.HINT,
    words.BASIS,
    words.CONSEQUENCES,
)
_INDENT = 1
_BESIDE = " " * 4
"""Between what is printed and what it should be."""


def finding_block(
    found: ReportedFinding,
    file: FileReport | None,
    lang: str,
    width: int,
    symbols: Symbols,
    before: ReportedFinding | None = None,
) -> Iterator[RenderableType]:
    """The block of one finding; an excerpt that stands in the block ``before`` is not repeated.

    A finding across sheets has no file, and several places.
    """
    longest = max(cell_len(word.in_(lang)) for word in words.SEVERITY.values())
    label = WrappedText(words.SEVERITY[found.severity].in_(lang), found.severity)
    message = WrappedText(found.message.in_(lang), "strong")
    yield label_table([(label, message)], _INDENT, longest)
    margin = _INDENT + longest + GAP
    title = f"{found.check.code} {found.check.name}  {found.check.title.in_(lang)}"
    if found.check.confidence != HIGH:
        title += f"  {symbols.dot}  {words.CONFIDENCE[found.check.confidence].in_(lang)}"
    lettered = file is not None and has_cell_addresses(file.format)
    where = _where(found, file, lang, symbols)
    if fits_one_line(found) and len(where) == 1:
        yield paragraph(f"{title}  {symbols.dot}  {where[0]}", margin, "dim")
        return
    yield paragraph(title, margin, "dim")
    labels = max(cell_len(label.in_(lang)) for label in _LABELS)
    rows: list[_Field] = [(words.AT, Group(*map(WrappedText, where)))]
    rows += _figures(found, lang, width - margin - labels - GAP)
    if found.formula:
        rows.append((words.FORMULA, WrappedText(found.formula)))
    yield _block(rows, lang, margin, labels)
    if found.excerpt is not None and (before is None or found.excerpt != before.excerpt):
        yield excerpt.excerpt_block(found.excerpt, width, margin, symbols)
    yield _block(_advice(found, lang, lettered), lang, margin, labels)


def _where(
    found: ReportedFinding, file: FileReport | None, lang: str, symbols: Symbols
) -> list[str]:
    """The place of a finding, or those of a finding across sheets."""
    if file is not None:
        if found.sheet is None:
            return [display_path(file.path, lang)]
        return [place_text(found.where, lang, has_cell_addresses(file.format))]
    shown = [batch_place_text(there, lang, symbols.dot) for there in found.places[:MAX_PLACES]]
    left = len(found.places) - len(shown)
    return [*shown, words.MORE_PLACES.fill(count=left).in_(lang)] if left else shown


_Field = tuple[Text, RenderableType]


def _block(rows: Iterable[_Field], lang: str, margin: int, labels: int) -> RenderableType:
    said = [(WrappedText(label.in_(lang), "dim"), text) for label, text in rows]
    return label_table(said, margin, labels)


def fits_one_line(found: ReportedFinding) -> bool:
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
        yield words.PRINTED, WrappedText(printed, "wrong")
    if expected:
        yield words.EXPECTED, WrappedText(expected, "right")


def _advice(found: ReportedFinding, lang: str, lettered: bool) -> Iterator[_Field]:
    if found.hint is not None:
        yield words.HINT, WrappedText(found.hint.in_(lang))
    yield words.BASIS, WrappedText(found.basis.in_(lang))
    for other in found.consequences:
        there = address_text(other.where, lang, lettered) or other.where.label_text
        said = words.CONSEQUENCE.fill(code=other.code, title=other.title, place=there)
        yield words.CONSEQUENCES, WrappedText(said.in_(lang))
