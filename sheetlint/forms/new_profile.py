"""A new profile for another place: a commented TOML file that is valid as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from sheetlint.messages import new_profile as messages
from sheetlint.messages.text import Text
from sheetlint.profiles import DEFAULT, Profile, Profiles
from sheetlint.profiles.parameters import all_parameters, often_changed_keys
from sheetlint.profiles.profile import UNKNOWN
from sheetlint.report.parameter_texts import parameter_meaning

_KIND_OF_PLACE = re.compile("(?:省|市|县|旗|(?:壮族|回族|维吾尔)?自治区)$")


class ParentChoice(NamedTuple):
    """The profile to begin from, and why."""

    name: str
    why: Text


def choose_parent(name: str, profiles: Profiles) -> ParentChoice:
    """By the region in the name (``湖北黄冈``), else by the words of it (``hubei-huanggang``)."""
    from difflib import get_close_matches

    for candidate in profiles.names:
        for region in profiles.own_values(candidate).get("region", ()):
            if _KIND_OF_PLACE.sub("", region) in name and candidate != DEFAULT:
                return ParentChoice(candidate, messages.BY_REGION)
    parts = set(name.lower().split("-"))
    for candidate in profiles.names:
        if candidate.split("-")[0] in parts:
            return ParentChoice(candidate, messages.BY_NAME)
    near = get_close_matches(name.lower(), profiles.names, 1)
    return (
        ParentChoice(near[0], messages.BY_NAME)
        if near
        else ParentChoice(DEFAULT, messages.BY_DEFAULT)
    )


def render(name: str, parent: Profile, lang: str) -> str:
    """The text of the file."""
    return "\n".join(_lines(name, parent, lang)) + "\n"


def _lines(name: str, parent: Profile, lang: str) -> Iterator[str]:
    yield from _comment(messages.HEAD.fill(name=name, parent=parent.id), lang)
    yield f"id = {_toml(name)}"
    yield f"extends = {_toml(parent.id)}"
    yield f"title = {_toml(name)}"
    yield from _comment(messages.MANDATORY, lang)
    yield '#mandatory = ["AR001"]'
    yield ""
    yield from _comment(messages.CHOOSE.fill(name=name), lang)
    yield "#[choose]"
    yield f'#title = ["{messages.SIGN_TITLE.in_(lang)}"]'
    yield f'#names = ["{messages.SIGN_NAMES.in_(lang)}"]'
    yield '#because_zh = "……"'
    yield '#because_en = "…"'
    yield ""
    yield from _comment(messages.OFTEN.fill(parent=parent.id), lang)
    for table, keys in groupby(often_changed_keys(), lambda key: key.rpartition(".")[0]):
        yield f"[{table}]"
        for key in keys:
            yield from _parameter(key, parent, lang)
    yield ""
    yield from _comment(messages.MORE, lang)
    yield "#[severity]"
    yield f'#NT004 = "error"    # {messages.SEVERITY.in_(lang)}'
    yield '#[schema.details."项目编码"]'
    yield "#required = true"
    yield ""
    yield from _comment(messages.EVIDENCE, lang)
    yield "[evidence]"
    yield f'#"budget_score.weight" = ["S", "{messages.SOURCE.in_(lang)}"]'


def _parameter(key: str, parent: Profile, lang: str) -> Iterator[str]:
    yield f"# {parameter_meaning(key, lang)}"
    for word, meaning in all_parameters()[key].value_meanings.items():
        yield f"#   {word}  {meaning.in_(lang)}"
    value = parent.data
    for part in key.split("."):
        value = value.get(part, UNKNOWN)
        if value == UNKNOWN:
            break
    yield f"#{key.rpartition('.')[2]} = {_toml(value)}"


def _comment(text: Text, lang: str) -> Iterator[str]:
    yield from (f"# {line}" for line in text.in_(lang).split("\n"))


def _toml(value: Any) -> str:
    """A value on one line, as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return str(value)
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_toml(key)} = {_toml(inner)}" for key, inner in value.items())
        return f"{{ {pairs} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
