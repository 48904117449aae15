"""The comparison of two submissions, for people and as JSON (``sheetlint-diff/1``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.cells import cell_len
from rich.console import NewLine, RenderableType

from sheetlint.diff.changes import REWRITTEN, ROW_ADDED, ROW_REMOVED, Change
from sheetlint.diff.comparison import Comparison, SheetPair, SubmittedSheet
from sheetlint.messages import diff as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.json import dump_json
from sheetlint.report.place_texts import place_text
from sheetlint.report.summary_texts import display_path
from sheetlint.report.symbols import UNICODE, Symbols
from sheetlint.report.terminal_layout import (
    WrappedText,
    label_table,
    paragraph,
    render_text,
    titled_rule,
)
from sheetlint.rules.check import INFO
from sheetlint.rules.decide import reaches
from sheetlint.run.results import FAIL, ReportedFinding

SCHEMA = "sheetlint-diff/1"
_MAX_LENGTH = 60
"""Characters of a text that are shown; the whole of it is in the sheets."""
_INDENT = 1


def as_json(comparison: Comparison, lang: str) -> str:
    """The same comparison gives the same bytes."""
    summary: dict[str, int | str] = {**_counts(comparison)}
    summary["verdict"] = comparison.verdict
    return dump_json(
        {
            "schema": SCHEMA,
            "summary": summary,
            "sheets": [_entry(pair, lang) for pair in comparison.pairs],
        }
    )


def as_text(
    comparison: Comparison,
    lang: str,
    width: int,
    *,
    colour: bool = False,
    show: str = INFO,
    verbose: bool = False,
    symbols: Symbols = UNICODE,
) -> str:
    """The verdict on the new submission, then sheet by sheet what became of it.

    ``show`` is the mildest severity of the findings that are listed; all of them are counted.
    """
    failed = comparison.verdict == FAIL
    word = (report_messages.FAIL if failed else report_messages.PASS).in_(lang)
    sign = WrappedText(
        f"{symbols.cross if failed else symbols.tick} {word}", "fail" if failed else "pass"
    )
    head = messages.HEAD.fill(**_counts(comparison)).in_(lang)
    summary = label_table([(sign, WrappedText(head))])
    # Of two sheets it is the first thing to know.
    alone = len(comparison.pairs) == 1
    body = [*(_other_sheet(comparison.pairs[0], 0, lang) if alone else ()), summary]
    for pair in comparison.pairs:
        body += _pair(
            pair, lang, show, verbose, symbols, () if alone else _other_sheet(pair, _INDENT, lang)
        )
    return render_text(body, width, colour)


def _counts(comparison: Comparison) -> dict[str, int]:
    pairs = comparison.pairs
    return {
        "gone": sum(len(pair.resolved) for pair in pairs),
        "left": sum(len(pair.remaining) for pair in pairs),
        "new": sum(len(pair.new) for pair in pairs),
        "changed": sum(each.kind != REWRITTEN for pair in pairs for each in pair.changed),
        "missing": sum(pair.after is None for pair in pairs),
        "added": sum(pair.before is None for pair in pairs),
    }


def _pair(
    pair: SheetPair,
    lang: str,
    show: str,
    verbose: bool,
    symbols: Symbols,
    warnings: Iterable[RenderableType],
) -> Iterator[RenderableType]:
    yield NewLine()
    side = pair.after or pair.before
    assert side is not None
    name = side.sheet.project if side.sheet else ""
    yield titled_rule(
        [(_shorten(name) or report_messages.UNNAMED.in_(lang), "strong")], [], symbols
    )
    paths = dict.fromkeys(display_path(s.file.path, lang) for s in (pair.before, pair.after) if s)
    yield paragraph(" → ".join(paths), _INDENT, "dim")
    yield from warnings
    if pair.after is None or pair.before is None:
        text = messages.MISSING if pair.after is None else messages.ADDED
        yield paragraph(text.in_(lang), _INDENT, "warning")
    rows = list(_rows(pair, lang, show, verbose))
    if rows:
        yield label_table(rows, _INDENT, max(cell_len(label.text) for label, _ in rows))
    elif pair.before and pair.after:
        yield paragraph(messages.NO_CHANGE.in_(lang), _INDENT, "dim")


def _other_sheet(pair: SheetPair, indent: int, lang: str) -> Iterator[RenderableType]:
    """That the two sheets are not of one project, and by what; nothing where they are."""
    if not pair.differences:
        return
    old, new = (side.sheet if side else None for side in (pair.before, pair.after))
    said = [
        messages.DIFFERENCE.fill(
            what=messages.NAMED[name],
            before=_shorten(str(getattr(old, name))),
            after=_shorten(str(getattr(new, name))),
        )
        for name in pair.differences
    ]
    whole = Text("，".join(text.zh for text in said), ", ".join(text.en for text in said))
    yield paragraph(messages.OTHER_SHEET.fill(differences=whole).in_(lang), indent, "warning")


def _rows(
    pair: SheetPair, lang: str, show: str, verbose: bool
) -> Iterator[tuple[WrappedText, RenderableType]]:
    yield from _change_rows((each for each in pair.changed if each.lowered), lang, verbose)
    for label, style, found, side in (
        (messages.GONE, "pass", pair.resolved, pair.before),
        (messages.LEFT, "fail", pair.remaining, pair.after),
        (messages.NEW, "fail", pair.new, pair.after),
    ):
        for each in found:
            if not reaches(each.severity, show):
                continue
            assert side is not None
            yield WrappedText(label.in_(lang), style), WrappedText(_text_of(each, side, lang))
    yield from _change_rows((each for each in pair.changed if not each.lowered), lang, verbose)


def _change_rows(
    changes: Iterable[Change], lang: str, verbose: bool
) -> Iterator[tuple[WrappedText, RenderableType]]:
    for changed in changes:
        if verbose or changed.kind != REWRITTEN:
            style = "warning" if changed.measured or changed.weight else "dim"
            label = _change_label(changed).in_(lang)
            yield WrappedText(label, style), WrappedText(_change_text(changed, lang))


def _text_of(found: ReportedFinding, side: SubmittedSheet, lang: str) -> str:
    severity = report_messages.SEVERITY[found.severity].in_(lang)
    where = place_text(found.where, lang, has_cell_addresses(side.file.format))
    phrase = messages.FOUND.fill(place=where, message=found.message).in_(lang)
    return f"{severity} {found.check.code}  {phrase}"


def _change_label(changed: Change) -> Text:
    if changed.lowered:
        return messages.LOWERED
    if changed.weight:
        return messages.WEIGHT
    return messages.REWRITTEN if changed.kind == REWRITTEN else messages.CHANGED


def _change_text(changed: Change, lang: str) -> str:
    def shown(text: str, row: Text) -> str:
        if not text and changed.kind in (ROW_ADDED, ROW_REMOVED):
            return row.in_(lang)
        return _shorten(text) or report_messages.EMPTY.in_(lang)

    phrase = messages.ARROW.fill(
        place=changed.where.label_text,
        before=shown(changed.before, messages.ROW_ADDED),
        after=shown(changed.after, messages.ROW_GONE),
    ).in_(lang)
    return f"{phrase}  {messages.MEASURED.in_(lang)}" if changed.measured else phrase


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_LENGTH else text[: _MAX_LENGTH - 1] + "…"


def _entry(pair: SheetPair, lang: str) -> dict[str, Any]:
    return {
        "before": _side(pair.before),
        "after": _side(pair.after),
        "gone": _findings(pair.resolved, lang),
        "left": _findings(pair.remaining, lang),
        "new": _findings(pair.new, lang),
        "changed": [
            {
                "kind": each.kind,
                "label": each.where.label_text,
                "cell": each.where.cell,
                "before": each.before,
                "after": each.after,
                "measured": each.measured,
            }
            for each in pair.changed
        ],
    }


def _side(side: SubmittedSheet | None) -> dict[str, Any] | None:
    if side is None:
        return None
    sheet = side.sheet
    return {
        "path": side.file.path,
        "index": None if sheet is None else sheet.position,
        "year": None if sheet is None else sheet.year,
        "project": "" if sheet is None else sheet.project,
        "unit": "" if sheet is None else sheet.unit,
        "total": None if sheet is None else sheet.total,
        "verdict": side.file.verdict if sheet is None else sheet.verdict,
    }


def _findings(found: Iterable[ReportedFinding], lang: str) -> list[dict[str, Any]]:
    return [
        {
            "code": each.check.code,
            "name": each.check.name,
            "severity": each.severity,
            "message": each.message.in_(lang),
            "label": each.where.label_text,
            "cell": each.where.cell,
            "fingerprint": each.fingerprint,
        }
        for each in found
    ]
