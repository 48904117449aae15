"""Schemas narrowed to the keys of a file.

Cerberus validates a schema before it uses it, about a millisecond a key, and most files have few of the
keys that they may have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def narrow_schema(schema: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with the keys only that the data has or must have, in its tables as well.

    It accepts the same data as the whole schema and gives the same errors.
    """
    return {
        key: _narrow_rules(rules, data.get(key))
        for key, rules in schema.items()
        if key in data or rules.get("required")
    }


def _narrow_rules(rules: Mapping[str, Any], value: object) -> Mapping[str, Any]:
    if isinstance(value, Mapping) and "dict" in rules.get("type", ()) and "schema" in rules:
        return {**rules, "schema": narrow_schema(rules["schema"], value)}
    return rules
