"""The table ``[schema]`` of a profile: which fields of a sheet it may speak of, in which words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sheetlint.messages.text import Text
from sheetlint.profiles.parameter_schema import bounded_pattern

if TYPE_CHECKING:
    from sheetlint.recognise.lexicon import Lexicon

HEAD = ("title", "project", "department", "unit")
GOALS = ("planned", "actual")
CELLS = ("level1", "level2", "level3", "target", "actual", "note")

_WORDS = {"type": "list", "empty": False, "schema": {"type": "string", "empty": False}}
_LENGTH = {"type": "integer", "min": 1, "max": 20_000}
_RULES = {
    "type": "dict",
    "empty": False,
    "schema": {
        "required": {"type": "boolean"},
        "regex": {"type": "string", "empty": False, "check_with": bounded_pattern},
        "allowed": _WORDS,
        "forbidden": _WORDS,
        "minlength": _LENGTH,
        "maxlength": _LENGTH,
        "meta": {
            "type": "dict",
            "schema": {name: {"type": "string", "empty": False} for name in ("zh", "en")},
        },
    },
}


def _fields(*names: str) -> dict[str, Any]:
    return {"type": "dict", "schema": dict.fromkeys(names, _RULES)}


_BY_LABEL = {"type": "dict", "keysrules": {"type": "string"}, "valuesrules": _RULES}
DEMANDS: dict[str, Any] = {
    "type": "dict",
    "schema": {
        **dict.fromkeys(HEAD, _RULES),
        "objectives": _fields(*GOALS),
        "indicators": _fields(*CELLS),
        "details": _BY_LABEL,
        "remarks": _BY_LABEL,
    },
}
"""The shape of the table, itself in Cerberus' words."""


def fields_of(table: Mapping[str, Any]) -> dict[str, Any]:
    """The rules for each field that the table speaks of, by its dotted key."""
    found: dict[str, Any] = {}
    for name, inner in table.items():
        if name in HEAD:
            found[f"schema.{name}"] = inner
        else:
            found.update((f"schema.{name}.{field}", rules) for field, rules in inner.items())
    return found


def wrong_demand(table: Mapping[str, Any], own: Lexicon | None = None) -> Text | None:
    """A label that the recogniser does not read cannot be demanded: it would be missing always."""
    from sheetlint.recognise.lexicon import default_lexicon, label_key

    words = own or default_lexicon()
    known = {
        "details": [
            label for label, role in words.head_fields.items() if role in ("other", "number")
        ],
        "remarks": list(words.remark_labels),
    }
    for block, labels in known.items():
        for label in table.get(block, {}):
            if label_key(label) not in labels:
                return _unread(f"schema.{block}.{label}", label, labels)
    return None


def _unread(path: str, label: str, labels: list[str]) -> Text:
    from difflib import get_close_matches

    near = get_close_matches(label, labels, 1)
    shown = sorted(labels)
    return Text(
        f"{path}：工具不读“{label}”这一栏"
        + (f"，是不是 {near[0]}？" if near else f"；可用：{'、'.join(shown)}"),
        f"{path}: no field {label} is read"
        + (f"; did you mean {near[0]}?" if near else f"; there are: {', '.join(shown)}"),
    )
