"""The list of checks, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.check import Check
from sheetlint.locale import report as words
from sheetlint.registry import Registry
from sheetlint.report.lines import BLANK, Line, Span, hanging, painted, plain
from sheetlint.report.wrap import cell_width, padded

SCHEMA = "sheetlint-rules/1"


def as_json(registry: Registry, lang: str) -> str:
    from sheetlint.report.json import written

    return written({"schema": SCHEMA, "rules": [_rule(c, lang) for c in registry.checks]})


def _rule(check: Check, lang: str) -> dict[str, object]:
    return {
        "code": check.code,
        "name": check.name,
        "title": check.title.in_(lang),
        "severity": check.severity,
        "family": check.family,
        "since": check.since,
        "basis": check.basis.in_(lang),
        "parameters": list(check.parameters),
    }


def as_table(registry: Registry, lang: str, width: int, colour: bool) -> str:
    lines = list(_table(registry, lang, width))
    return painted(lines) if colour else plain(lines)


def _table(registry: Registry, lang: str, width: int) -> Iterator[Line]:
    """Name and title; the basis stands below where there is no room for it beside."""
    names = max((cell_width(check.name) for check in registry.checks), default=0)
    titles = max((cell_width(check.title.in_(lang)) for check in registry.checks), default=0)
    severities = max(cell_width(text.in_(lang)) for text in words.SEVERITY.values())
    left = 6 + 2 + severities + 2 + names + 2
    family = ""
    for check in registry.checks:
        if family not in ("", check.family):
            yield BLANK
        family = check.family
        start = (
            Span(padded(check.code, 6) + "  ", "strong"),
            Span(padded(words.SEVERITY[check.severity].in_(lang), severities), check.severity),
            Span("  " + padded(check.name, names) + "  "),
        )
        beside = width - left - titles - 2 >= 16
        title = check.title.in_(lang)
        basis = check.basis.in_(lang)
        text = padded(title, titles) + "  " if beside else title
        hang = left + (titles + 2 if beside else 0)
        first, *rest = hanging(Span(""), basis if beside else title, width, 0, hang, "")
        if beside:
            yield (*start, Span(text), Span(first[-1].text, "dim"))
        else:
            yield (*start, first[-1])
        yield from rest
