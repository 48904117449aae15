"""Parameters of profiles and their values, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sheetlint.messages import manual as messages
from sheetlint.messages import report as report_messages
from sheetlint.profiles.parameters import all_parameters
from sheetlint.profiles.profile import UNKNOWN
from sheetlint.rules.registry import Registry


def value_text(value: Any) -> str:
    """A parameter as a person reads it: no brackets, no quotes, alternatives set apart."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return " ".join(f"{key} {value_text(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        nested = any(isinstance(item, (list, tuple, Mapping)) for item in value)
        return (" | " if nested else ", ").join(
            " ".join(map(value_text, item)) if isinstance(item, (list, tuple)) else value_text(item)
            for item in value
        )
    return str(value)


def parameter_notes(key: str, value: Any, registry: Registry, lang: str) -> Iterator[str]:
    """What the parameter means, what this value of it does, and which checks read it."""
    family, _, name = key.partition(".")
    if family == "severity":
        yield from (f"{check.code} {check.title.in_(lang)}" for check in registry.find(name))
    meaning = parameter_meaning(key, lang)
    if meaning:
        yield meaning
    if value == UNKNOWN:
        yield messages.UNKNOWN_HERE.in_(lang)
    known = all_parameters().get(key)
    for word in value if isinstance(value, list) else [value]:
        value_meaning = known.value_meanings.get(word) if known and isinstance(word, str) else None
        if value_meaning is not None:
            yield f"{word}  {value_meaning.in_(lang)}"
    codes = report_messages.AND.in_(lang).join(check.code for check in registry.checks_reading(key))
    if codes:
        yield messages.READ_BY.fill(codes=codes).in_(lang)


def parameter_meaning(key: str, lang: str) -> str:
    """``预算执行率的分值（分）``; nothing for what is no parameter."""
    known = all_parameters().get(key)
    if known is None:
        return ""
    if known.unit is None:
        return known.meaning.in_(lang)
    return messages.WITH_UNIT.fill(meaning=known.meaning, unit=known.unit).in_(lang)
