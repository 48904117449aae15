"""The shape of the configuration, in Cerberus' words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sheetlint.locale import LANGUAGES

SEVERITIES = ("error", "warning", "info")
FORMATS = ("full", "concise", "json")
_TEXTS = {"type": "list", "schema": {"type": "string"}}
_SCHEMA: dict[str, Any] = {
    "select": _TEXTS,
    "ignore": _TEXTS,
    "fail_on": {"type": "string", "allowed": list(SEVERITIES)},
    "show": {"type": "string", "allowed": list(SEVERITIES)},
    "profile": {"type": "string", "empty": False},
    "lang": {"type": "string", "allowed": list(LANGUAGES)},
    "format": {"type": "string", "allowed": list(FORMATS)},
    "checks": _TEXTS,
    "profiles": _TEXTS,
    "severity": {
        "type": "dict",
        "keysrules": {"type": "string"},
        "valuesrules": {"type": "string", "allowed": [*SEVERITIES, "off"]},
    },
}


def wrong_with(data: Mapping[str, Any]) -> tuple[str, str] | None:
    """What is wrong with a configuration, in Chinese and English; None if nothing is."""
    from sheetlint.schema.cerberus_light import Validator
    from sheetlint.schema.errors import first_error

    validator = Validator(_SCHEMA)
    if validator.validate(data, normalize=False):
        return None
    return first_error(validator)
