"""Messages for errors of Cerberus: the key, what is wrong with it, and the nearest right key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sheetlint.messages.text import Text

_MESSAGES = {
    "unknown field": ("没有这个键", "there is no such key"),
    "required": ("缺少这个键", "the key is missing"),
    "type": ("类型不对，应为 {constraint}", "wrong type, must be {constraint}"),
    "allowed": ("只能是 {constraint}", "must be one of {constraint}"),
    "nullable": ("不能为空", "must not be empty"),
    "empty": ("不能为空", "must not be empty"),
    "min": ("不能小于 {constraint}", "must not be below {constraint}"),
    "max": ("不能大于 {constraint}", "must not be above {constraint}"),
    "items": ("的项数不对", "has the wrong number of items"),
    "regex": ("应符合 {constraint}", "must match {constraint}"),
}
_DEFAULT = ("不合要求（{rule}）", "does not fit ({rule})")


def leaf_errors(errors: Iterable[Any]) -> Iterator[Any]:
    """The errors without children below those of nested mappings, lists and alternatives."""
    for error in errors:
        children = error.child_errors
        if children:
            yield from leaf_errors(children)
        else:
            yield error


def first_error(
    validator: Any, schema: Mapping[str, Any], own_messages: Mapping[str, Text] | None = None
) -> tuple[str, str]:
    """The message for the first error in the order of the document, in Chinese and English.

    ``schema`` has the keys that a misspelt key is compared with, ``own_messages`` the messages for errors of
    functions of the schema (``check_with``).
    """
    error = min(leaf_errors(validator._errors), key=lambda e: [str(p) for p in e.document_path])
    own_error = error.info[0] if error.info and error.rule is None else ""
    text = (own_messages or {}).get(own_error)
    if text is None:
        return describe_error(error, schema)
    path = _path(error)
    return f"{path} {text.zh}", f"{path} {text.en}"


def describe_error(error: Any, schema: Mapping[str, Any]) -> tuple[str, str]:
    """The message for an error: ``funds.0.source 只能是 total、fiscal``, and in English."""
    path = _path(error)
    rule = error.rule or "unknown field"
    zh, en = _MESSAGES.get(rule, _DEFAULT)
    constraint = error.constraint
    if isinstance(constraint, (list, tuple, set)):
        zh_value, en_value = "、".join(map(str, constraint)), ", ".join(map(str, constraint))
    else:
        zh_value = en_value = str(constraint)
    zh = f"{path} {zh.format(constraint=zh_value, rule=rule)}"
    en = f"{path} {en.format(constraint=en_value, rule=rule)}"
    if rule == "unknown field":
        near = _nearest_key(error, schema)
        if near:
            return f"{zh}，是不是 {near}？", f"{en}; did you mean {near}?"
    return zh, en


def _path(error: Any) -> str:
    return ".".join(str(part) for part in error.document_path)


def _nearest_key(error: Any, schema: Mapping[str, Any]) -> str | None:
    from difflib import get_close_matches

    known: Any = schema
    for part in error.document_path[:-1]:
        if not hasattr(known, "get"):
            return None
        inner = known.get(part) if not isinstance(part, int) else None
        known = (inner or {}).get("schema", {}) if inner is not None else known.get("schema", {})
    near = get_close_matches(str(error.document_path[-1]), [str(k) for k in known], 1)
    return near[0] if near else None
