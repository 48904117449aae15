"""The schema of a profile file, and the messages for a file that breaks it.

Beside its parameters (``parameter_schema``) a profile has its names, the sources of its values, the signs
by which it is chosen, severities of checks, and requirements on fields of a sheet
(``field_requirements``).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from sheetlint.messages.text import Text
from sheetlint.profiles.field_requirements_schema import (
    REQUIREMENTS_SCHEMA,
    find_unread_label,
    flatten_requirements,
)
from sheetlint.profiles.parameter_schema import PARAMETERS, RULE_MESSAGES, ReportError
from sheetlint.profiles.profile import UNKNOWN, BadProfile
from sheetlint.profiles.signs import SIGNS

if TYPE_CHECKING:
    from sheetlint.recognise.lexicon import Lexicon

EVIDENCE_MARKS = ("S", "P", "M", "E")
"""Kinds of sources: a document or form (S), practice (P), memory (M), our own advice (E)."""
SEVERITIES = ("off", "info", "warning", "error")
_Schema = dict[str, Any]


class _Unknown(str):
    """The word ``unknown`` in place of a value."""


_NO_SIGN = "sign"
_NO_MARK = "mark"
_KINDS = tuple(name for name, sign in SIGNS.items() if sign.strength)
_MESSAGES = {
    **RULE_MESSAGES,
    _NO_SIGN: Text(
        f"至少要有 {'、'.join(_KINDS)} 中的一项", f"must have at least one of {', '.join(_KINDS)}"
    ),
    _NO_MARK: Text(
        f"应为 [记号, 出处, 英文]，记号是 {'、'.join(EVIDENCE_MARKS)} 之一",
        f"must be [mark, source, source in English], the mark one of {', '.join(EVIDENCE_MARKS)}",
    ),
}


def _has_sign(field: str, value: Any, error: ReportError) -> None:
    if isinstance(value, Mapping) and not set(_KINDS) & set(value):
        error(field, _NO_SIGN)


def _has_mark(field: str, value: Any, error: ReportError) -> None:
    if isinstance(value, list) and (len(value) not in (2, 3) or value[0] not in EVIDENCE_MARKS):
        error(field, _NO_MARK)


_WORD: _Schema = {"type": "string", "empty": False}
_WORDS: _Schema = {"type": "list", "empty": False, "schema": _WORD}
_YEAR: _Schema = {"type": "integer", "min": 2000, "max": 2100}
_SIGN_SET: _Schema = {
    "type": "dict",
    "check_with": _has_sign,
    "schema": {
        **dict.fromkeys(("title", "heads", "levels", "printed", "not_printed", "names"), _WORDS),
        "details": {"type": "dict", "empty": False, "keysrules": _WORD, "valuesrules": _WORD},
        "budget_weight": {"type": "number", "min": Decimal(0), "max": Decimal(100)},
        "money_unit": _WORD,
        "year_from": _YEAR,
        "year_until": _YEAR,
        "because_zh": {**_WORD, "required": True},
        "because_en": {**_WORD, "required": True},
    },
}
_GENERAL_KEYS: _Schema = {
    "id": _WORD,
    "title": _WORD,
    "title_en": _WORD,
    "extends": _WORD,
    "basis": {"type": "list", "schema": {"type": ["string", "list"], "schema": _WORD}},
    "region": _WORDS,
    "evidence": {
        "type": "dict",
        "keysrules": _WORD,
        "valuesrules": {"type": "list", "check_with": _has_mark, "schema": _WORD},
    },
    "mandatory": {"type": "list", "schema": _WORD},
    "severity": {
        "type": "dict",
        "keysrules": _WORD,
        "valuesrules": {"type": "string", "allowed": list(SEVERITIES)},
    },
}


def validate_profile(data: dict[str, Any], path: str, lexicon: Lexicon | None = None) -> None:
    """Raises BadProfile, with file, key and reason, for a file that breaks the schema."""
    from sheetlint.schema.errors import first_error
    from sheetlint.schema.narrowing import narrow_schema

    schema = file_schema(isinstance(data.get("choose"), list))
    validator = profile_validator_class()(narrow_schema(schema, data))
    if not validator.validate(_mark_unknown(data), normalize=False):
        raise _bad_profile(path, *first_error(validator, schema, _MESSAGES))
    wrong = find_unread_label(data.get("schema", {}), lexicon) or _stale_evidence(data)
    if wrong is not None:
        raise _bad_profile(path, *wrong)


def file_schema(several: bool) -> _Schema:
    """The schema of a file with one set of signs (``[choose]``) or with several (``[[choose]]``)."""
    sets = {"type": "list", "empty": False, "schema": _SIGN_SET}
    return {
        **_GENERAL_KEYS,
        **PARAMETERS,
        "choose": sets if several else _SIGN_SET,
        "schema": REQUIREMENTS_SCHEMA,
    }


def _bad_profile(path: str, zh: str, en: str) -> BadProfile:
    return BadProfile(Text(f"口径文件 {path}：{zh}", f"profile {path}: {en}"))


def flatten_values(data: Mapping[str, Any]) -> dict[str, Any]:
    """Every value that a file sets, by dotted key: parameters, severities and field requirements."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key == "severity":
            found.update((f"{key}.{name}", inner) for name, inner in value.items())
        elif key == "schema":
            found.update(flatten_requirements(value))
        elif key in PARAMETERS and isinstance(value, Mapping):
            found.update(_flatten_table(PARAMETERS[key]["schema"], value, f"{key}."))
        elif key in PARAMETERS or key == "mandatory":
            found[key] = value
    return found


def _flatten_table(schema: _Schema, table: Mapping[str, Any], above: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        inner = schema.get(key, {})
        if isinstance(value, Mapping) and "dict" in inner.get("type", ()) and "schema" in inner:
            found.update(_flatten_table(inner["schema"], value, f"{above}{key}."))
        else:
            found[f"{above}{key}"] = value
    return found


def _stale_evidence(data: Mapping[str, Any]) -> Text | None:
    """The message for evidence on a key that the file does not set; None where there is none."""
    from difflib import get_close_matches

    values = flatten_values(data)
    for key in data.get("evidence", {}):
        if key not in values:
            near = get_close_matches(key, list(values), 1)
            zh, en = f"evidence.{key} 没有对应的取值", f"evidence.{key} belongs to no value here"
            if near:
                zh, en = f"{zh}，是不是 {near[0]}？", f"{en}; did you mean {near[0]}?"
            return Text(zh, en)
    return None


@cache
def profile_validator_class() -> Any:
    """The validator class of Cerberus with the types of profiles."""
    from cerberus import Validator

    word = Validator.types_mapping["string"]
    types = {
        **Validator.types_mapping,
        # TOML's numbers are int or Decimal; Python's bool is an int and must be excluded.
        "number": word._replace(
            name="number", included_types=(int, Decimal), excluded_types=(bool,)
        ),
        "string": word._replace(excluded_types=(_Unknown,)),
        UNKNOWN: word._replace(name=UNKNOWN, included_types=(_Unknown,)),
    }
    return type("ProfileValidator", (Validator,), {"types_mapping": types})


def _mark_unknown(value: Any) -> Any:
    if value == UNKNOWN:
        return _Unknown(value)
    if isinstance(value, dict):
        return {key: _mark_unknown(inner) for key, inner in value.items()}
    return value
