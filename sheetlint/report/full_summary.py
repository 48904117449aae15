"""The summary at the end of the full report: findings by check, and the checks that ran and did not."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, NewLine, RenderableType
from rich.table import Table

from sheetlint.messages import report as messages
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.place_texts import address_text
from sheetlint.report.summary_texts import passed_over_lines, severity_counts
from sheetlint.report.symbols import Symbols
from sheetlint.report.terminal_layout import (
    GAP,
    FirstFitting,
    WrappedText,
    indent_block,
    label_table,
    paragraph,
    titled_rule,
    unwrapped,
)
from sheetlint.rules.check import SEVERITIES
from sheetlint.rules.decide import rank
from sheetlint.run.results import FileReport, Report, ReportedFinding

_INDENT = 3
_PLACES = 20
"""Least width in columns of a list of places beside its check."""
_MAX_PLACES = 12
_MAX_REASONS = 4


def summary_blocks(
    report: Report, lang: str, verbose: bool, symbols: Symbols
) -> Iterator[RenderableType]:
    yield NewLine()
    yield titled_rule([(messages.SUMMARY.in_(lang), "dim")], [], symbols)
    yield from _by_code(report, lang)
    yield from _hidden_counts(report, lang)
    if report.waived:
        yield paragraph(messages.WAIVED.fill(count=len(report.waived)).in_(lang), _INDENT)
    yield from _checks_summary(report, lang, verbose)
    if report.passed_over:
        text = messages.PASSED_OVER.fill(count=len(report.passed_over)).in_(lang)
        yield paragraph(text if verbose else text + messages.MORE_WITH_V.in_(lang), _INDENT)
        if verbose:
            yield from (
                paragraph(line, _INDENT + 2, "dim") for line in passed_over_lines(report, lang)
            )


_Item = tuple[FileReport | None, ReportedFinding]
"""A finding with its file; None for a finding across sheets."""


def _by_code(report: Report, lang: str) -> Iterator[RenderableType]:
    """Findings by check, most severe first, with their places beside them."""
    groups: dict[tuple[int, str], list[_Item]] = {}
    for file in report.checked:
        for found in report.visible(file):
            groups.setdefault((-rank(found.severity), found.check.code), []).append((file, found))
    for found in report.visible_batch:
        groups.setdefault((-rank(found.severity), found.check.code), []).append((None, found))
    rows = [
        (
            items[0][1].severity,
            items[0][1].check.code,
            items[0][1].check.title.in_(lang),
            messages.TIMES.fill(count=len(items)).in_(lang),
            _places(items, len(report.checked) > 1, lang),
        )
        for _, items in sorted(groups.items(), key=lambda group: group[0])
    ]
    if rows:
        yield indent_block(
            FirstFitting(_wide_summary(rows, lang), _narrow_summary(rows, lang)), _INDENT
        )


_Row = tuple[str, str, str, str, str]


def _wide_summary(rows: list[_Row], lang: str) -> RenderableType:
    table = Table.grid(padding=(0, GAP, 0, 0))
    for _ in range(4):
        table.add_column(no_wrap=True)
    table.add_column()
    for severity, code, title, count, places in rows:
        table.add_row(
            unwrapped(messages.SEVERITY[severity].in_(lang), severity),
            *map(unwrapped, (code, title, count)),
            WrappedText(places, "dim", _PLACES),
        )
    return table


def _narrow_summary(rows: list[_Row], lang: str) -> RenderableType:
    return label_table(
        [
            (
                WrappedText(messages.SEVERITY[severity].in_(lang), severity),
                Group(WrappedText(f"{code}  {title}  {count}"), WrappedText(places, "dim")),
            )
            for severity, code, title, count, places in rows
        ]
    )


def _places(items: list[_Item], many_files: bool, lang: str) -> str:
    names: dict[str, None] = {}
    for file, found in items:
        if file is None:
            names |= dict.fromkeys(there.path for there in found.places)
        elif many_files:
            names[file.path] = None
        else:
            names[
                address_text(found.where, lang, has_cell_addresses(file.format))
                or found.where.label_text
            ] = None
    shown = list(names)[:_MAX_PLACES]
    more = f" … +{len(names) - len(shown)}" if len(names) > len(shown) else ""
    return "  ".join(shown) + more


def _hidden_counts(report: Report, lang: str) -> Iterator[RenderableType]:
    """How many findings are milder than ``--show`` and therefore not listed."""
    counts = {s: report.count(s) for s in reversed(SEVERITIES) if rank(s) < rank(report.shown)}
    hidden = severity_counts(counts, lang)
    if hidden:
        yield paragraph(messages.HIDDEN.fill(counts=hidden).in_(lang), _INDENT)


def _checks_summary(report: Report, lang: str, verbose: bool) -> Iterator[RenderableType]:
    """How many checks ran and were skipped, with the most frequent reasons; all with ``--verbose``."""
    text = messages.CHECKED.fill(run=report.checks_run, skipped=report.skipped).in_(lang)
    reasons: dict[str, int] = {}
    each = [skip for file in report.checked for skip in file.skipped]
    for skip in (*each, *report.batch_skipped):
        # Which row it was is for the list: here the column says enough.
        reason = skip.reason.in_(lang).rpartition(" › ")[2]
        reasons[reason] = reasons.get(reason, 0) + 1
    if reasons and not verbose:
        often = sorted(reasons.items(), key=lambda item: -item[1])
        often_texts = messages.AND.in_(lang).join(
            messages.SKIPPED_BECAUSE.fill(reason=reason, count=count).in_(lang)
            for reason, count in often[:_MAX_REASONS]
        )
        if len(often) > _MAX_REASONS:
            often_texts += messages.AND_OTHERS.in_(lang)
        text += f"{messages.COLON.in_(lang)}{often_texts}{messages.MORE_WITH_V.in_(lang)}"
    yield paragraph(text, _INDENT)
    if verbose and reasons:
        yield NewLine()
        yield paragraph(messages.SKIP_HEAD.in_(lang), _INDENT, "strong")
        for file in report.checked:
            for skip in file.skipped:
                who = "" if skip.sheet is None else f" #{skip.sheet + 1}"
                where = f"{file.path}{who}  " if len(report.checked) > 1 else f"{who.strip()}  "
                line = f"{where}{skip.code}  {skip.reason.in_(lang)}"
                yield paragraph(line, _INDENT + 2, "dim")
