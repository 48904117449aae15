"""Profiles for people: which there are, and what one of them says."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.locale import manual as words
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.report.lines import BLANK, Line, Span, hanging, painted, paragraph, plain, span
from sheetlint.report.parameters import flat, shown
from sheetlint.report.wrap import cell_width

_ABOUT = ("id", "title", "extends", "basis", "choose")
"""Keys that are about the profile and no parameters of checks."""


def as_list(profiles: Profiles, lang: str, width: int, colour: bool) -> str:
    lines: list[Line] = []
    hang = 2 + max(cell_width(name) for name in profiles.names)
    for name in profiles.names:
        data = profiles.load(name).data
        lines += hanging(span(name, "strong"), str(data.get("title", "")), width, 0, hang)
        for text in _facts(profiles, name, lang):
            lines += paragraph(text, width, hang, "dim")
    return painted(lines) if colour else plain(lines)


def as_page(profiles: Profiles, name: str, lang: str, width: int, colour: bool) -> str:
    lines = list(_page(profiles, name, lang, width))
    return painted(lines) if colour else plain(lines)


def _facts(profiles: Profiles, name: str, lang: str) -> Iterator[str]:
    own = profiles.own(name)
    if "extends" in own:
        yield words.EXTENDS.fill(parent=own["extends"]).in_(lang)
    signs = own.get("choose")
    if isinstance(signs, dict):
        yield words.CHOSEN_BY.fill(reason=signs.get(f"because_{lang}", "")).in_(lang)
    elif name == DEFAULT:
        yield words.DEFAULT.in_(lang)
    yield words.SHIPPED.in_(lang) if profiles.shipped(name) else profiles.path(name)


def _page(profiles: Profiles, name: str, lang: str, width: int) -> Iterator[Line]:
    profile = profiles.load(name)
    yield (span(f"{name}  ", "strong"), span(profile.title, "strong"))
    for text in _facts(profiles, name, lang):
        yield from paragraph(text, width, 2, "dim")
    for source in profile.data.get("basis", ()):
        yield from paragraph(str(source), width, 2, "dim")
    origins = _origins(profiles, name)
    values = [(key, value) for key, value in flat(profile.data) if key.split(".")[0] not in _ABOUT]
    hang = 2 + max((len(key) for key, _ in values), default=0)
    family = ""
    for key, value in values:
        if key.split(".")[0] != family:
            family = key.split(".")[0]
            yield BLANK
        # An arrow and the profile's name, where it is not the one asked for.
        origin = origins.get(key, name)
        said = shown(value) + ("" if origin == name else f"  ← {origin}")
        for i, alternative in enumerate(said.split(" | ")):
            yield from hanging(Span("" if i else key), alternative, width, 0, hang)
    yield BLANK
    for origin in dict.fromkeys([name, *origins.values()]):
        yield from hanging(
            span(origin), profiles.path(origin), width, 0, 2 + cell_width(origin), "dim"
        )


def _origins(profiles: Profiles, name: str) -> dict[str, str]:
    """Which profile of the line of parents gives each parameter: the nearest that names it."""
    origins: dict[str, str] = {}
    current: str | None = name
    while current is not None:
        own = profiles.own(current)
        for key, _ in flat(own):
            origins.setdefault(key, current)
        parent = own.get("extends")
        current = None if parent is None else str(parent)
    return origins
