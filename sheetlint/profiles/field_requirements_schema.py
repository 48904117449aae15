"""The schema of the table ``[schema]`` of a profile: fields of a sheet and the rules for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sheetlint.messages.text import Text
from sheetlint.profiles.parameter_schema import bounded_pattern

if TYPE_CHECKING:
    from sheetlint.recognise.lexicon import Lexicon

HEAD_FIELDS = ("title", "project", "department", "unit")
GOAL_FIELDS = ("planned", "actual")
INDICATOR_FIELDS = ("level1", "level2", "level3", "target", "actual", "note")

_STRINGS = {"type": "list", "empty": False, "schema": {"type": "string", "empty": False}}
_LENGTH = {"type": "integer", "min": 1, "max": 20_000}
_RULES = {
    "type": "dict",
    "empty": False,
    "schema": {
        "required": {"type": "boolean"},
        "regex": {"type": "string", "empty": False, "check_with": bounded_pattern},
        "allowed": _STRINGS,
        "forbidden": _STRINGS,
        "minlength": _LENGTH,
        "maxlength": _LENGTH,
        "meta": {
            "type": "dict",
            "schema": {name: {"type": "string", "empty": False} for name in ("zh", "en")},
        },
    },
}


def _fields_schema(*names: str) -> dict[str, Any]:
    return {"type": "dict", "schema": dict.fromkeys(names, _RULES)}


_BY_LABEL = {"type": "dict", "keysrules": {"type": "string"}, "valuesrules": _RULES}
REQUIREMENTS_SCHEMA: dict[str, Any] = {
    "type": "dict",
    "schema": {
        **dict.fromkeys(HEAD_FIELDS, _RULES),
        "objectives": _fields_schema(*GOAL_FIELDS),
        "indicators": _fields_schema(*INDICATOR_FIELDS),
        "details": _BY_LABEL,
        "remarks": _BY_LABEL,
    },
}
"""The Cerberus schema of the table."""


def flatten_requirements(table: Mapping[str, Any]) -> dict[str, Any]:
    """The rules of the table by the dotted key of the field."""
    found: dict[str, Any] = {}
    for name, inner in table.items():
        if name in HEAD_FIELDS:
            found[f"schema.{name}"] = inner
        else:
            found.update((f"schema.{name}.{field}", rules) for field, rules in inner.items())
    return found


def find_unread_label(table: Mapping[str, Any], own_lexicon: Lexicon | None = None) -> Text | None:
    """The message for a required label that the recogniser does not read, and that would always be
    missing; None where there is none."""
    from sheetlint.recognise.lexicon import default_lexicon, label_key

    lexicon = own_lexicon or default_lexicon()
    known = {
        "details": [
            label
            for label, role in lexicon.head_fields.listed.items()
            if role in ("other", "number")
        ],
        "remarks": list(lexicon.remarks.listed),
    }
    for block, labels in known.items():
        for label in table.get(block, {}):
            if label_key(label) not in labels:
                return _unread_label_message(f"schema.{block}.{label}", label, labels)
    return None


def _unread_label_message(path: str, label: str, labels: list[str]) -> Text:
    from difflib import get_close_matches

    near = get_close_matches(label, labels, 1)
    shown = sorted(labels)
    return Text(
        f"{path}：工具不读“{label}”这一栏"
        + (f"，是不是 {near[0]}？" if near else f"；可用：{'、'.join(shown)}"),
        f"{path}: no field {label} is read"
        + (f"; did you mean {near[0]}?" if near else f"; there are: {', '.join(shown)}"),
    )
