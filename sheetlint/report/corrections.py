"""Proposed corrections for a terminal: as a list, or as a diff of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import NewLine, RenderableType
from rich.rule import Rule

from sheetlint.correct.file_fixes import FileFixes, SheetFixes
from sheetlint.correct.fixes import Proposal
from sheetlint.messages import fix as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.place_texts import place_text
from sheetlint.report.summary_texts import display_path
from sheetlint.report.symbols import UNICODE, Symbols
from sheetlint.report.terminal_layout import (
    WrappedText,
    label_table,
    paragraph,
    render_text,
    unwrapped,
)
from sheetlint.sheet.tables import Cell

_MAX_WIDTH = 120
_INDENT = 2


def render_list(
    files: Sequence[FileFixes],
    closing_texts: Sequence[Text],
    lang: str,
    width: int,
    *,
    colour: bool = False,
    symbols: Symbols = UNICODE,
) -> str:
    """Every cell with its printed and its correct value, its place and the reasons."""
    layouts: list[RenderableType] = []
    for file in files:
        if not file.proposals:
            continue
        if layouts:
            layouts.append(NewLine())
        if len(files) > 1:
            layouts.append(Rule(characters=symbols.heavy, style="dim"))
        layouts += _file(file, lang)
    if layouts:
        layouts.append(NewLine())
    layouts += [paragraph(text.in_(lang)) for text in closing_texts]
    return render_text(layouts, min(width, _MAX_WIDTH), colour)


def _file(file: FileFixes, lang: str) -> Iterator[RenderableType]:
    count = messages.FIXABLE.fill(count=len(file.proposals)).in_(lang)
    colon = report_messages.COLON.in_(lang)
    yield paragraph(f"{display_path(file.report.path, lang)}{colon}{count}", 0, "strong")
    for sheet in file.sheets:
        if not sheet.result.proposals:
            continue
        if len(file.sheets) > 1:
            yield NewLine()
            yield paragraph(sheet_heading(sheet, len(file.sheets), lang), _INDENT, "strong")
        for proposal in sheet.result.proposals:
            yield NewLine()
            yield _proposal(proposal, file, sheet, lang)


def _proposal(proposal: Proposal, file: FileFixes, sheet: SheetFixes, lang: str) -> RenderableType:
    rows = [
        (unwrapped(change_text(proposal, lang), "right"), WrappedText(_where(proposal, file, lang)))
    ]
    rows += [
        (WrappedText(""), WrappedText(line, "dim"))
        for line in reason_lines(proposal, sheet.cells.get(proposal.path), lang)
    ]
    return label_table(rows, _INDENT, 18)


def sheet_heading(sheet: SheetFixes, count: int, lang: str) -> str:
    """``1/2 某项目``."""
    name = sheet.report.project or sheet.report.title or report_messages.UNNAMED.in_(lang)
    return f"{sheet.report.position + 1}/{count} {name}"


def change_text(proposal: Proposal, lang: str) -> str:
    """``97.88% → 98.88%``."""
    before = proposal.before or report_messages.EMPTY.in_(lang)
    return messages.ARROW.fill(before=before, after=proposal.after).in_(lang)


def reason_lines(proposal: Proposal, cell: Cell | None, lang: str) -> Iterator[str]:
    """The check, the arithmetic, and whether a formula of the cell is kept or replaced."""
    check = proposal.check
    sure = "" if proposal.safe else f"（{messages.LIKELY.in_(lang)}）"
    if lang == "en" and sure:
        sure = f" ({messages.LIKELY.en})"
    if proposal.stale:
        yield f"{check.code}  {messages.STALE.in_(lang)}{sure}"
    else:
        yield f"{check.code}  {check.title.in_(lang)}{sure}"
    if proposal.formula:
        yield proposal.formula
    if cell is not None and cell.formula is not None:
        text = messages.FORMULA_KEPT if proposal.stale else messages.FORMULA_REPLACED
        yield text.fill(formula=cell.formula or "…").in_(lang)


def _where(proposal: Proposal, file: FileFixes, lang: str) -> str:
    return place_text(proposal.where, lang, has_cell_addresses(file.report.format))


def render_diff(files: Iterable[FileFixes], lang: str) -> str:
    """Lines as programs print differences, a hunk a cell: ``-`` before, ``+`` after."""
    return "".join(visible(line) + "\n" for file in files for line in _diff(file, lang))


def _diff(file: FileFixes, lang: str) -> Iterator[str]:
    if not file.proposals:
        return
    path = display_path(file.report.path, lang)
    yield f"--- {path}"
    yield f"+++ {messages.AFTER.fill(path=path).in_(lang)}"
    for sheet in file.sheets:
        for proposal in sheet.result.proposals:
            name = (
                f"{sheet_heading(sheet, len(file.sheets), lang)}  " if len(file.sheets) > 1 else ""
            )
            yield f"@@ {name}{_where(proposal, file, lang)} @@"
            yield f"-{proposal.before}"
            yield f"+{proposal.after}"
            yield from (
                f" {line}" for line in reason_lines(proposal, sheet.cells.get(proposal.path), lang)
            )


def closing_texts(
    files: Sequence[FileFixes], written: Sequence[tuple[str, int]], *, asked: bool
) -> Iterator[Text]:
    """The files written, the number of corrections that remain, and the next step.

    ``asked`` is set where the command had an output to write to.
    """
    count = sum(len(file.proposals) for file in files)
    more, remaining = (
        sum(file.unsafe_count for file in files),
        sum(file.remaining for file in files),
    )
    for path, changes in written:
        yield messages.WROTE.fill(path=path, count=changes)
    if not count:
        yield messages.NOTHING
    elif not asked:
        yield messages.FIXABLE.fill(count=count)
    elif rest := count - sum(changes for _, changes in written):
        yield messages.NOT_WRITTEN.fill(count=rest)
    if more:
        yield messages.MORE.fill(count=more)
    if remaining - more > 0:
        yield messages.LEFT.fill(count=remaining - more)
    if count and not asked:
        yield messages.HOW_TO_WRITE
