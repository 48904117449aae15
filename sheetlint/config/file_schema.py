"""The shape of the configuration, in Cerberus' words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sheetlint.config.output_formats import OUTPUT_FORMATS
from sheetlint.messages import LANGUAGES
from sheetlint.messages.text import Text
from sheetlint.recognise.extra_labels import LABEL_GROUPS
from sheetlint.system.byte_sizes import parse_byte_size

SEVERITIES = ("error", "warning", "info")
_NO_SIZE = "size"
_NO_SUBJECT = "subject"
_OWN_RULES = {
    _NO_SIZE: Text(
        '应写成 "512M"、"1G" 或字节数', 'must be written as "512M", "1G" or a number of bytes'
    ),
    _NO_SUBJECT: Text("要有 code 或 fingerprint", "must have a code or a fingerprint"),
}


def _size(field: str, value: object, error: Callable[[str, str], None]) -> None:
    if isinstance(value, str) and parse_byte_size(value) is None:
        error(field, _NO_SIZE)


_SIZE = {"type": ["integer", "string"], "min": 0, "check_with": _size}
_TEXTS = {"type": "list", "schema": {"type": "string"}}


def _names_something(
    field: str, value: Mapping[str, Any], error: Callable[[str, str], None]
) -> None:
    # A misspelt key is reported by the schema itself.
    if not {"code", "fingerprint"} & set(value) and set(value) <= {"file", "reason", "by", "until"}:
        error(field, _NO_SUBJECT)


SCHEMA: dict[str, Any] = {
    "select": _TEXTS,
    "ignore": _TEXTS,
    "fail_on": {"type": "string", "allowed": list(SEVERITIES)},
    "show": {"type": "string", "allowed": list(SEVERITIES)},
    "profile": {"type": "string", "empty": False},
    "lang": {"type": "string", "allowed": list(LANGUAGES)},
    "format": {"type": "string", "allowed": list(OUTPUT_FORMATS)},
    "checks": _TEXTS,
    "profiles": _TEXTS,
    "baseline": {"type": "string", "empty": False},
    "waivers": {
        "type": "list",
        "schema": {
            "type": "dict",
            "check_with": _names_something,
            "schema": {
                "code": {"type": "string", "empty": False},
                "fingerprint": {"type": "string", "regex": "[0-9a-f]{16}"},
                "file": {"type": "string", "empty": False},
                "reason": {"type": "string", "empty": False, "required": True},
                "by": {"type": "string", "empty": False, "required": True},
                "until": {"type": "date", "required": True},
            },
        },
    },
    "severity": {
        "type": "dict",
        "keysrules": {"type": "string"},
        "valuesrules": {"type": "string", "allowed": [*SEVERITIES, "off"]},
    },
    "lexicon": {
        "type": "dict",
        "schema": {
            key: {"type": "list", "schema": {"type": "string", "empty": False}}
            for key in LABEL_GROUPS
        },
    },
    "notice": {
        "type": "dict",
        "schema": {
            "template": {"type": "string", "empty": False},
            "bureau": {"type": "string", "empty": False},
            "number": {"type": "string", "empty": False},
            "contact": {"type": "string", "empty": False},
            "deadline": {"type": "date"},
        },
    },
    "limits": {
        "type": "dict",
        "schema": {
            "max_seconds": {"type": "integer", "min": 0},
            "max_memory": _SIZE,
            "max_size": _SIZE,
        },
    },
}


def find_error(data: Mapping[str, Any]) -> tuple[str, str] | None:
    """What is wrong with a configuration, in Chinese and English; None if nothing is."""
    from cerberus import Validator

    from sheetlint.schema.errors import first_error
    from sheetlint.schema.narrowing import narrow_schema

    validator = Validator(narrow_schema(SCHEMA, data))
    if validator.validate(data, normalize=False):
        return None
    return first_error(validator, SCHEMA, _OWN_RULES)
