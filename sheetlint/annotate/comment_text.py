"""A finding as the plain text of a comment at its cell, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sheetlint.messages import comments as words
from sheetlint.messages import report as report_words
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.rules.check import HIGH
from sheetlint.run.results import ReportedFinding

AUTHOR = "sheetlint"
"""Whom the programs name as the comments' author."""
_LONGEST = 500
"""Characters of one line: whoever pastes a chapter into a cell does not get it back in a comment."""


def comment(found: ReportedFinding, lang: str) -> str:
    """What is wrong first, then what is right, what to do and why, a line each.

    Everything of the sheet's own is made visible: the text has no controls but its line breaks.
    """
    return "\n".join(shortened(visible(line)) for line in _lines(found, lang) if line)


def comments(found: Iterable[ReportedFinding], lang: str) -> str:
    """Several findings at one cell."""
    return "\n\n".join(comment(one, lang) for one in found)


def printed(found: ReportedFinding, lang: str) -> str:
    """What stands there; empty where the finding is not about a text."""
    if found.printed is None:
        return ""
    return visible(found.printed) or report_words.EMPTY.in_(lang)


def expected(found: ReportedFinding, lang: str) -> str:
    """What should stand there; empty where that cannot be said."""
    return visible(report_words.OR.in_(lang).join(found.expected))


def _lines(found: ReportedFinding, lang: str) -> Iterator[str]:
    title = found.check.title.in_(lang)
    head = words.HEAD.fill(
        severity=report_words.SEVERITY[found.severity], code=found.check.code, title=title
    ).in_(lang)
    if found.check.confidence != HIGH:
        doubt = report_words.CONFIDENCE[found.check.confidence].in_(lang)
        head += words.DOUBT.fill(doubt=doubt).in_(lang)
    yield head
    message = found.message.in_(lang)
    if message != title:
        yield message
    if found.expected and not _says(message, found):
        yield words.FIGURES.fill(
            printed=printed(found, lang) or report_words.EMPTY, expected=expected(found, lang)
        ).in_(lang)
    if found.formula:
        yield _labelled(report_words.FORMULA, found.formula, lang)
    if found.hint is not None:
        yield _labelled(report_words.HINT, found.hint.in_(lang), lang)
    yield _labelled(report_words.BASIS, found.basis.in_(lang), lang)
    for other in found.consequences:
        there = other.where.cell or other.where.label_text
        said = report_words.ALONG_ONE.fill(code=other.code, title=other.title, place=there)
        yield said.in_(lang)


def _says(message: str, found: ReportedFinding) -> bool:
    """The sentence holds both figures already."""
    return bool(found.printed) and all(
        text in message for text in (found.printed or "", *found.expected)
    )


def _labelled(label: Text, text: str, lang: str) -> str:
    return words.LABELLED.fill(label=label, text=text).in_(lang)


def shortened(line: str) -> str:
    """No longer than anybody reads."""
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
