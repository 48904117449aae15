"""A finding as the plain text of a comment at its cell, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sheetlint.messages import comments as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.rules.check import HIGH
from sheetlint.run.results import ReportedFinding

AUTHOR = "sheetlint"
"""The author of the comments."""
_MAX_LINE_LENGTH = 500
"""Characters; a chapter pasted into a cell is not repeated in the comment."""


def format_finding(finding: ReportedFinding, lang: str) -> str:
    """Severity and title, message, expected value, formula, hint, basis and consequences, by line.

    Control characters of the sheet are made visible: the text has none but its line breaks.
    """
    return "\n".join(shorten(visible(line)) for line in _lines(finding, lang) if line)


def format_findings(findings: Iterable[ReportedFinding], lang: str) -> str:
    """The comment of several findings at one cell."""
    return "\n\n".join(format_finding(finding, lang) for finding in findings)


def format_printed(finding: ReportedFinding, lang: str) -> str:
    """The printed text of a finding; empty where it is not about a text."""
    if finding.printed is None:
        return ""
    return visible(finding.printed) or report_messages.EMPTY.in_(lang)


def format_expected(finding: ReportedFinding, lang: str) -> str:
    """The expected texts of a finding; empty where there are none."""
    return visible(report_messages.OR.in_(lang).join(finding.expected))


def _lines(finding: ReportedFinding, lang: str) -> Iterator[str]:
    title = finding.check.title.in_(lang)
    head = messages.HEAD.fill(
        severity=report_messages.SEVERITY[finding.severity], code=finding.check.code, title=title
    ).in_(lang)
    if finding.check.confidence != HIGH:
        doubt = report_messages.CONFIDENCE[finding.check.confidence].in_(lang)
        head += messages.DOUBT.fill(doubt=doubt).in_(lang)
    yield head
    message = finding.message.in_(lang)
    if message != title:
        yield message
    if finding.expected and not _has_figures(message, finding):
        yield messages.FIGURES.fill(
            printed=format_printed(finding, lang) or report_messages.EMPTY,
            expected=format_expected(finding, lang),
        ).in_(lang)
    if finding.formula:
        yield _labelled(report_messages.FORMULA, finding.formula, lang)
    if finding.hint is not None:
        yield _labelled(report_messages.HINT, finding.hint.in_(lang), lang)
    yield _labelled(report_messages.BASIS, finding.basis.in_(lang), lang)
    for consequence in finding.consequences:
        place = consequence.where.cell or consequence.where.label_text
        yield report_messages.CONSEQUENCE.fill(
            code=consequence.code, title=consequence.title, place=place
        ).in_(lang)


def _has_figures(message: str, finding: ReportedFinding) -> bool:
    """Whether the message already holds the printed and the expected figures."""
    return bool(finding.printed) and all(
        text in message for text in (finding.printed or "", *finding.expected)
    )


def _labelled(label: Text, text: str, lang: str) -> str:
    return messages.LABELLED.fill(label=label, text=text).in_(lang)


def shorten(line: str) -> str:
    """A line of at most 500 characters, the last one ``…`` where it was longer."""
    return line if len(line) <= _MAX_LINE_LENGTH else line[: _MAX_LINE_LENGTH - 1] + "…"
