"""Profiles for people: which there are, and what one of them says."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Group, NewLine, RenderableType

from sheetlint.locale import manual as words
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.report.layout import GAP, Fitting, Folded, labelled, paragraph, printed
from sheetlint.report.parameters import flat, shown

_ABOUT = ("id", "title", "extends", "basis", "choose")
"""Keys that are about the profile and no parameters of checks."""

_VALUE = 20
"""Columns that a value needs at least, to stand beside its key."""


def as_list(profiles: Profiles, lang: str, width: int, colour: bool) -> str:
    layouts: list[RenderableType] = []
    names = max(map(cell_len, profiles.names))
    for name in profiles.names:
        title = str(profiles.load(name).data.get("title", ""))
        layouts.append(labelled([(Folded(name, "strong"), Folded(title))], 0, names))
        layouts += (paragraph(text, names + GAP, "dim") for text in _facts(profiles, name, lang))
    return printed(layouts, width, colour)


def as_page(profiles: Profiles, name: str, lang: str, width: int, colour: bool) -> str:
    return printed(_page(profiles, name, lang), width, colour)


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


def _page(profiles: Profiles, name: str, lang: str) -> Iterator[RenderableType]:
    profile = profiles.load(name)
    yield paragraph(f"{name}  {profile.title}", 0, "strong")
    for text in _facts(profiles, name, lang):
        yield paragraph(text, 2, "dim")
    for source in profile.data.get("basis", ()):
        yield paragraph(str(source), 2, "dim")
    origins = _origins(profiles, name)
    families: dict[str, list[tuple[str, str]]] = {}
    for key, value in flat(profile.data):
        family = key.split(".")[0]
        if family in _ABOUT:
            continue
        # An arrow and the profile's name, where it is not the one asked for.
        origin = origins.get(key, name)
        said = shown(value) + ("" if origin == name else f"  ← {origin}")
        for i, alternative in enumerate(said.split(" | ")):
            families.setdefault(family, []).append(("" if i else key, alternative))
    keys = max((len(key) for rows in families.values() for key, _ in rows), default=0)
    for rows in families.values():
        yield NewLine()
        beside = labelled([(Folded(k), Folded(v, least=_VALUE)) for k, v in rows], 0, keys)
        below = [layout for k, v in rows for layout in (*_key(k), paragraph(v, 2))]
        yield Fitting(beside, Group(*below))
    yield NewLine()
    for origin in dict.fromkeys([name, *origins.values()]):
        yield labelled([(Folded(origin), Folded(profiles.path(origin), "dim"))])


def _key(key: str) -> list[RenderableType]:
    return [paragraph(key)] if key else []


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
