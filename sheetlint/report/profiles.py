"""Profiles for people: which there are, and what one of them says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from rich.console import Group, NewLine, RenderableType

from sheetlint.messages import manual as messages
from sheetlint.messages import report as report_messages
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.profiles.file_schema import flatten_values
from sheetlint.profiles.signs import read_sign_sets
from sheetlint.report.parameter_texts import parameter_notes, value_text
from sheetlint.report.terminal_layout import (
    GAP,
    FirstFitting,
    WrappedText,
    label_table,
    paragraph,
    render_text,
)
from sheetlint.rules.registry import Registry

_VALUE = 20
"""Columns that a value needs at least, to stand beside its key."""
_INDENT = 4


def as_list(profiles: Profiles, lang: str, width: int, colour: bool) -> str:
    layouts: list[RenderableType] = []
    names = max(map(cell_len, profiles.names))
    for name in sorted(profiles.names, key=lambda name: (name != DEFAULT, name)):
        title = WrappedText(_title(profiles, name, lang))
        layouts.append(label_table([(WrappedText(name, "strong"), title)], 0, names))
        layouts += (paragraph(text, names + GAP, "dim") for text in _facts(profiles, name, lang))
    return render_text(layouts, width, colour)


def as_page(
    profiles: Profiles, name: str, registry: Registry, lang: str, width: int, colour: bool
) -> str:
    return render_text(_page(profiles, name, registry, lang), width, colour)


def _title(profiles: Profiles, name: str, lang: str) -> str:
    """The profile is loaded on the way, so that a wrong one is refused before half a page."""
    english = profiles.own_values(name).get("title_en") if lang == "en" else None
    return str(english or profiles.load(name).title)


def _facts(profiles: Profiles, name: str, lang: str) -> Iterator[str]:
    own = profiles.own_values(name)
    if "extends" in own:
        yield messages.EXTENDS.fill(parent=own["extends"]).in_(lang)
    reasons = [candidate.reason.in_(lang) for candidate in read_sign_sets(name, own, own=False)]
    if reasons:
        yield messages.CHOSEN_BY.fill(reason=report_messages.OR.in_(lang).join(reasons)).in_(lang)
    else:
        yield (messages.DEFAULT if name == DEFAULT else messages.NEVER_CHOSEN).in_(lang)
    if not profiles.is_shipped(name):
        yield profiles.path(name)


def _page(profiles: Profiles, name: str, registry: Registry, lang: str) -> Iterator[RenderableType]:
    profile = profiles.load(name)
    yield paragraph(f"{name}  {_title(profiles, name, lang)}", 0, "strong")
    for text in _facts(profiles, name, lang):
        yield paragraph(text, 2, "dim")
    for source in profiles.own_values(name).get("basis", ()):
        phrase = [source] if isinstance(source, str) else source
        yield paragraph(phrase[-1] if lang == "en" else phrase[0], 2, "dim")
    yield paragraph(_sources_legend(lang), 2, "dim")
    values = flatten_values(profile.data)
    keys = max(map(cell_len, values), default=0)
    origins = _origins(profiles, name)
    family = ""
    for key, value in values.items():
        if key.partition(".")[0] != family:
            family = key.partition(".")[0]
            yield NewLine()
        origin, source = origins[key]
        # An arrow and the profile's name, where it is not the one asked for.
        phrase = value_text(value) + ("" if origin == name else f"  ← {origin}")
        yield _value_row(key, phrase, keys)
        yield from (
            paragraph(text, _INDENT, "dim") for text in parameter_notes(key, value, registry, lang)
        )
        if source:
            yield paragraph(_source_text(source, lang), _INDENT, "dim")
    yield NewLine()
    for origin in profiles.ancestry(name):
        yield label_table([(WrappedText(origin), WrappedText(profiles.path(origin), "dim"))])


def _sources_legend(lang: str) -> str:
    marks = [f"{mark} {phrase.in_(lang)}" for mark, phrase in messages.MARKS.items()]
    return messages.SOURCES.fill(marks=" · ".join(marks)).in_(lang)


def _source_text(source: tuple[str, ...], lang: str) -> str:
    """``S 财预〔2020〕10号 第十三条``."""
    mark, *phrase = source
    return f"{mark}  {phrase[-1] if lang == 'en' else phrase[0]}"


def _value_row(key: str, value: str, keys: int) -> RenderableType:
    """The key with its value beside it, alternatives below each other; below it on a narrow page."""
    parts = value.split(" | ")
    rows = [("" if i else key, part) for i, part in enumerate(parts)]
    beside = label_table([(WrappedText(k), WrappedText(v, least=_VALUE)) for k, v in rows], 0, keys)
    return FirstFitting(beside, Group(paragraph(key), *(paragraph(part, 2) for part in parts)))


def _origins(profiles: Profiles, name: str) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Which profile of the line of parents gives each value, the nearest that has it, and where
    that one has it from."""
    origins: dict[str, tuple[str, tuple[str, ...]]] = {}
    for current in profiles.ancestry(name):
        evidence = profiles.evidence(current)
        for key in flatten_values(profiles.own_values(current)):
            origins.setdefault(key, (current, evidence.get(key, ())))
    return origins
