"""Values of profiles in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def shown(value: Any) -> str:
    """A parameter as a person reads it: no brackets, no quotes, alternatives set apart."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return " ".join(f"{key} {shown(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        nested = any(isinstance(item, (list, tuple, Mapping)) for item in value)
        return (" | " if nested else ", ").join(
            " ".join(map(shown, item)) if isinstance(item, (list, tuple)) else shown(item)
            for item in value
        )
    return str(value)


def flat(data: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """``funds.rate_decimals`` and its value, for every leaf in the file's order."""
    for key, value in data.items():
        path = f"{above}{key}"
        if isinstance(value, Mapping):
            yield from flat(value, f"{path}.")
        else:
            yield path, value
