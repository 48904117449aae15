"""Schemas narrowed to the keys that a file has.

Cerberus validates a schema before it uses it, key by key, which takes longer than everything else at
a start; most files have few of the keys that they may have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def narrowed(schema: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The rules for the keys that the data has or must have, in its tables as well.

    It accepts what the schema accepts, and has the same errors for the rest.
    """
    return {
        key: _rules(rules, data.get(key))
        for key, rules in schema.items()
        if key in data or rules.get("required")
    }


def _rules(rules: Mapping[str, Any], value: object) -> Mapping[str, Any]:
    if isinstance(value, Mapping) and "dict" in rules.get("type", ()) and "schema" in rules:
        return {**rules, "schema": narrowed(rules["schema"], value)}
    return rules
