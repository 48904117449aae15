"""What each parameter of a profile means, from ``parameters.toml``: for manuals and lists."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sheetlint.messages.text import Text


class Parameter(NamedTuple):
    """One parameter in words."""

    key: str
    meaning: Text
    unit: Text | None
    words: Mapping[str, Text]
    """What each word means that the value may be."""


@cache
def _data() -> Mapping[str, Any]:
    import tomllib

    path = os.path.join(os.path.dirname(__file__), "parameters.toml")
    with open(path, "rb") as file:
        return tomllib.load(file)


def often_changed() -> tuple[str, ...]:
    """The parameters that places most often have otherwise."""
    return tuple(_data()["often"])


@cache
def parameters() -> Mapping[str, Parameter]:
    """All of them by key, in the order in which they are explained."""
    data = _data()
    units = {name: Text(*said) for name, said in data["units"].items()}
    return {key: _parameter(key, entry, units) for key, entry in data["parameters"].items()}


def _parameter(key: str, entry: Mapping[str, Any], units: Mapping[str, Text]) -> Parameter:
    return Parameter(
        key,
        Text(entry["zh"], entry["en"]),
        units[entry["unit"]] if "unit" in entry else None,
        {word: Text(*said) for word, said in entry.get("words", {}).items()},
    )
