"""The meaning of each parameter of a profile, from ``parameters.toml``: for manuals and lists."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sheetlint.messages.text import Text


class Parameter(NamedTuple):
    """The description of a parameter."""

    key: str
    meaning: Text
    unit: Text | None
    value_meanings: Mapping[str, Text]
    """The meaning of each word that the value may be."""


@cache
def _data() -> Mapping[str, Any]:
    import tomllib

    path = os.path.join(os.path.dirname(__file__), "parameters.toml")
    with open(path, "rb") as file:
        return tomllib.load(file)


def often_changed_keys() -> tuple[str, ...]:
    """Keys of the parameters that differ most often between places."""
    return tuple(_data()["often"])


@cache
def all_parameters() -> Mapping[str, Parameter]:
    """The descriptions of all parameters by key, in the order of ``parameters.toml``."""
    data = _data()
    units = {name: Text(*texts) for name, texts in data["units"].items()}
    return {key: _parameter(key, entry, units) for key, entry in data["parameters"].items()}


def _parameter(key: str, entry: Mapping[str, Any], units: Mapping[str, Text]) -> Parameter:
    return Parameter(
        key,
        Text(entry["zh"], entry["en"]),
        units[entry["unit"]] if "unit" in entry else None,
        {word: Text(*texts) for word, texts in entry.get("words", {}).items()},
    )
