"""The end of the report: what occurred how often, and what was and was not checked."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.check import SEVERITIES
from sheetlint.decide import rank
from sheetlint.locale import report as words
from sheetlint.report.counting import counted
from sheetlint.report.finding import spot
from sheetlint.report.lines import BLANK, Line, Signs, Span, hanging, paragraph
from sheetlint.report.visible import visible
from sheetlint.report.wrap import cell_width, padded
from sheetlint.results import LETTERED, FileReport, Report, Reported

_INDENT = 3
_MOST_PLACES = 12
_MOST_REASONS = 4


def ending(report: Report, lang: str, width: int, verbose: bool, signs: Signs) -> Iterator[Line]:
    head = f"{signs.rule * 2} {words.SUMMARY.in_(lang)} "
    yield BLANK
    yield (Span(head + signs.rule * (width - cell_width(head)), "dim"),)
    yield from _by_code(report, lang, width)
    yield from _hidden(report, lang, width)
    yield from _checked(report, lang, width, verbose)
    if report.passed_over:
        text = words.PASSED_OVER.fill(count=len(report.passed_over)).in_(lang)
        yield from paragraph(text, width, _INDENT)
        if verbose:
            for file in report.passed_over:
                yield from paragraph(file.path, width, _INDENT + 2, "dim")


def _by_code(report: Report, lang: str, width: int) -> Iterator[Line]:
    """Most severe first; where it is written stands beside it, to be ticked off."""
    groups: dict[tuple[int, str], list[tuple[FileReport, Reported]]] = {}
    for file in report.checked:
        for found in report.visible(file):
            groups.setdefault((-rank(found.severity), found.check.code), []).append((file, found))
    rows = [
        (
            items[0][1].severity,
            items[0][1].check.code,
            items[0][1].check.title.in_(lang),
            words.TIMES.fill(count=len(items)).in_(lang),
            _places(items, len(report.checked) > 1, lang),
        )
        for _, items in sorted(groups.items(), key=lambda group: group[0])
    ]
    if not rows:
        return
    word = max(cell_width(words.SEVERITY[row[0]].in_(lang)) for row in rows)
    codes, titles, counts = (max(cell_width(row[i]) for row in rows) for i in (1, 2, 3))
    for severity, code, title, count, places in rows:
        label = padded(words.SEVERITY[severity].in_(lang), word)
        start = f"{padded(code, codes)}  {padded(visible(title), titles)}  {padded(count, counts)}"
        hang = word + cell_width(start) + 4
        if width - _INDENT - hang >= 20:
            first, *rest = hanging(Span(""), places, width, 0, _INDENT + hang, "dim")
            yield (Span(" " * _INDENT), Span(label, severity), Span(f"  {start}  "), first[-1])
            yield from rest
        else:
            text = f"{code}  {title}  {count}"
            yield from hanging(Span(label, severity), text, width, _INDENT, word + 2)
            yield from paragraph(places, width, _INDENT + word + 2, "dim")


def _places(items: list[tuple[FileReport, Reported]], many_files: bool, lang: str) -> str:
    if many_files:
        names = dict.fromkeys(file.path for file, _ in items)
    else:
        names = dict.fromkeys(
            spot(found.where, lang, file.format in LETTERED) or found.where.words
            for file, found in items
        )
    shown = list(names)[:_MOST_PLACES]
    more = f" … +{len(names) - len(shown)}" if len(names) > len(shown) else ""
    return "  ".join(shown) + more


def _hidden(report: Report, lang: str, width: int) -> Iterator[Line]:
    """Findings milder than ``--show``: not listed, and not kept secret."""
    counts = {s: report.count(s) for s in reversed(SEVERITIES) if rank(s) < rank(report.shown)}
    said = counted(counts, lang)
    if said:
        yield from paragraph(words.HIDDEN.fill(counts=said).in_(lang), width, _INDENT)


def _checked(report: Report, lang: str, width: int, verbose: bool) -> Iterator[Line]:
    """How many checks ran and how many did not, and why: no finding is not yet all verified."""
    text = words.CHECKED.fill(run=report.checks_run, skipped=report.skipped).in_(lang)
    reasons: dict[str, int] = {}
    for file in report.checked:
        for skip in file.skipped:
            # Which row it was is for the list: here the column says enough.
            reason = skip.reason.in_(lang).rpartition(" › ")[2]
            reasons[reason] = reasons.get(reason, 0) + 1
    if reasons and not verbose:
        often = sorted(reasons.items(), key=lambda item: -item[1])
        said = words.AND.in_(lang).join(
            words.SKIPPED_BECAUSE.fill(reason=reason, count=count).in_(lang)
            for reason, count in often[:_MOST_REASONS]
        )
        if len(often) > _MOST_REASONS:
            said += words.AND_OTHERS.in_(lang)
        text += f"{words.COLON.in_(lang)}{said}{words.MORE_WITH_V.in_(lang)}"
    yield from paragraph(text, width, _INDENT)
    if verbose and reasons:
        yield BLANK
        yield (Span(" " * _INDENT), Span(words.SKIP_HEAD.in_(lang), "strong"))
        for file in report.checked:
            for skip in file.skipped:
                who = "" if skip.sheet is None else f" #{skip.sheet + 1}"
                where = f"{file.path}{who}  " if len(report.checked) > 1 else f"{who.strip()}  "
                line = f"{where}{skip.code}  {skip.reason.in_(lang)}"
                yield from paragraph(line, width, _INDENT + 2, "dim")
