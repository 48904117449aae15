"""The block of one finding in the full report: message first, then check, place, figures, advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import text as rich_text
from rich.cells import cell_len
from rich.console import Group, RenderableType

from sheetlint.messages import report as messages
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
    messages.AT,
    messages.PRINTED,
    messages.EXPECTED,
    messages.FORMULA,
    messages.HINT,
    messages.BASIS,
    messages.CONSEQUENCES,
)
_INDENT = 1
_BESIDE = " " * 4
"""Between the printed and the expected value."""


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
    longest = max(cell_len(word.in_(lang)) for word in messages.SEVERITY.values())
    label = WrappedText(messages.SEVERITY[found.severity].in_(lang), found.severity)
    message = WrappedText(found.message.in_(lang), "strong")
    yield label_table([(label, message)], _INDENT, longest)
    margin = _INDENT + longest + GAP
    title = f"{found.check.code} {found.check.name}  {found.check.title.in_(lang)}"
    if found.check.confidence != HIGH:
        title += f"  {symbols.dot}  {messages.CONFIDENCE[found.check.confidence].in_(lang)}"
    has_addresses = file is not None and has_cell_addresses(file.format)
    where = _where(found, file, lang, symbols)
    if fits_one_line(found) and len(where) == 1:
        yield paragraph(f"{title}  {symbols.dot}  {where[0]}", margin, "dim")
        return
    yield paragraph(title, margin, "dim")
    labels = max(cell_len(label.in_(lang)) for label in _LABELS)
    rows: list[_Field] = [(messages.AT, Group(*map(WrappedText, where)))]
    rows += _figures(found, lang, width - margin - labels - GAP)
    if found.formula:
        rows.append((messages.FORMULA, WrappedText(found.formula)))
    yield _block(rows, lang, margin, labels)
    if found.excerpt is not None and (before is None or found.excerpt != before.excerpt):
        yield excerpt.excerpt_block(found.excerpt, width, margin, symbols)
    yield _block(_advice(found, lang, has_addresses), lang, margin, labels)


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
    return [*shown, messages.MORE_PLACES.fill(count=left).in_(lang)] if left else shown


_Field = tuple[Text, RenderableType]


def _block(rows: Iterable[_Field], lang: str, margin: int, labels: int) -> RenderableType:
    labelled_rows = [(WrappedText(label.in_(lang), "dim"), text) for label, text in rows]
    return label_table(labelled_rows, margin, labels)


def fits_one_line(found: ReportedFinding) -> bool:
    """An info without expected value, formula and hint, such as a repair made in reading."""
    return found.severity == INFO and not (found.expected or found.formula or found.hint)


def _figures(found: ReportedFinding, lang: str, room: int) -> Iterator[_Field]:
    """The printed and the expected value, on one line where the width allows."""
    printed = found.printed
    if printed is not None and not printed:
        printed = messages.EMPTY.in_(lang)
    expected = messages.OR.in_(lang).join(found.expected)
    if printed is not None and expected:
        both = rich_text.Text.assemble(
            (visible(printed), "wrong"),
            _BESIDE,
            (messages.EXPECTED.in_(lang), "dim"),
            " " * GAP,
            (visible(expected), "right"),
        )
        if both.cell_len <= room:
            yield messages.PRINTED, both
            return
    if printed is not None:
        yield messages.PRINTED, WrappedText(printed, "wrong")
    if expected:
        yield messages.EXPECTED, WrappedText(expected, "right")


def _advice(found: ReportedFinding, lang: str, has_addresses: bool) -> Iterator[_Field]:
    if found.hint is not None:
        yield messages.HINT, WrappedText(found.hint.in_(lang))
    yield messages.BASIS, WrappedText(found.basis.in_(lang))
    for other in found.consequences:
        there = address_text(other.where, lang, has_addresses) or other.where.label_text
        consequence = messages.CONSEQUENCE.fill(code=other.code, title=other.title, place=there)
        yield messages.CONSEQUENCES, WrappedText(consequence.in_(lang))
