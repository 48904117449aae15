"""The manual of a check in one language: severity, basis, its docstring, parameters by profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import NewLine, RenderableType

from sheetlint.messages import manual as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.profiles import DEFAULT
from sheetlint.profiles.profile import UNKNOWN, Profile, UnknownParameter
from sheetlint.report.manual_sections import split_manual
from sheetlint.report.parameter_texts import parameter_meaning, value_text
from sheetlint.report.terminal_layout import WrappedText, label_table, paragraph, render_text
from sheetlint.rules.check import Check

_MAX_WIDTH = 100


def render(
    checks: Sequence[Check], profiles: Sequence[Profile], lang: str, width: int, colour: bool
) -> str:
    pages: list[RenderableType] = []
    for check in checks:
        if pages:
            pages.append(NewLine(2))
        pages += _manual(check, profiles, lang)
    return render_text(pages, min(width, _MAX_WIDTH), colour)


def _manual(check: Check, profiles: Sequence[Profile], lang: str) -> Iterator[RenderableType]:
    yield paragraph(f"{check.code} {check.name}  {check.title.in_(lang)}", 0, "strong")
    yield NewLine()
    severity = WrappedText(report_messages.SEVERITY[check.severity].in_(lang), check.severity)
    facts: list[tuple[Text, RenderableType]] = [
        (messages.SEVERITY, severity),
        (messages.CONFIDENCE, WrappedText(report_messages.CONFIDENCE[check.confidence].in_(lang))),
        (messages.BASIS, WrappedText(check.basis.in_(lang))),
        (messages.SINCE, WrappedText(check.since)),
    ]
    if check.fix:
        facts.append((messages.FIX, WrappedText(messages.FIXES[check.fix].in_(lang))))
    if not check.enabled:
        facts.append((messages.DEFAULT_STATE, WrappedText(messages.OFF.in_(lang))))
    yield label_table([(WrappedText(label.in_(lang), "dim"), text) for label, text in facts])
    yield NewLine()
    for heading, paragraphs in split_manual(check.manual, lang):
        if heading:
            yield paragraph(heading, 0, "strong")
        yield from (paragraph(text, 2) for text in paragraphs)
    if check.parameters:
        yield paragraph(messages.PARAMETERS.in_(lang), 0, "strong")
        for key in check.parameters:
            yield from _parameter(key, profiles, lang)


def _parameter(key: str, profiles: Sequence[Profile], lang: str) -> Iterator[RenderableType]:
    """The key and what it means; below it each value with the profiles that have it, the national
    one first."""
    values: dict[str, list[str]] = {}
    for profile in sorted(profiles, key=lambda profile: profile.id != DEFAULT):
        try:
            value = value_text(profile.get(key))
        except UnknownParameter:
            value = UNKNOWN
        values.setdefault(value, []).append(profile.id)
    yield paragraph(key, 2)
    if meaning := parameter_meaning(key, lang):
        yield paragraph(meaning, 4)
    for value, names in values.items():
        phrase = messages.NOT_SET if value == UNKNOWN else Text(value, value)
        places = report_messages.AND.in_(lang).join(names)
        if names[0] == DEFAULT and len(names) > 1:
            places = messages.AND_THE_REST.fill(name=DEFAULT).in_(lang)
        yield paragraph(
            messages.IN_PROFILES.fill(value=phrase, profiles=places).in_(lang), 4, "dim"
        )
