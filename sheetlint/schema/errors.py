"""Cerberus' errors in words: which key, what is wrong with it, and the nearest right one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sheetlint.messages.text import Text

_RULES = {
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


def leaves(errors: Iterable[Any]) -> Iterator[Any]:
    """The single errors below those of nested mappings, lists and alternatives."""
    for error in errors:
        children = error.child_errors
        if children:
            yield from leaves(children)
        else:
            yield error


def first_error(
    validator: Any, schema: Mapping[str, Any], own: Mapping[str, Text] | None = None
) -> tuple[str, str]:
    """The first error in the document's order, in Chinese and English.

    ``schema`` has the keys that a misspelt one is compared with, ``own`` the sentences for what
    functions of the schema (``check_with``) report.
    """
    error = min(leaves(validator._errors), key=lambda e: [str(p) for p in e.document_path])
    own_word = error.info[0] if error.info and error.rule is None else ""
    text = (own or {}).get(own_word)
    if text is None:
        return said(error, schema)
    path = _path(error)
    return f"{path} {text.zh}", f"{path} {text.en}"


def said(error: Any, schema: Mapping[str, Any]) -> tuple[str, str]:
    """``funds.0.source：只能是 total、fiscal`` and the same in English."""
    path = _path(error)
    rule = error.rule or "unknown field"
    zh, en = _RULES.get(rule, _DEFAULT)
    constraint = error.constraint
    if isinstance(constraint, (list, tuple, set)):
        zh_value, en_value = "、".join(map(str, constraint)), ", ".join(map(str, constraint))
    else:
        zh_value = en_value = str(constraint)
    zh = f"{path} {zh.format(constraint=zh_value, rule=rule)}"
    en = f"{path} {en.format(constraint=en_value, rule=rule)}"
    if rule == "unknown field":
        near = _nearest(error, schema)
        if near:
            return f"{zh}，是不是 {near}？", f"{en}; did you mean {near}?"
    return zh, en


def _path(error: Any) -> str:
    return ".".join(str(part) for part in error.document_path)


def _nearest(error: Any, schema: Mapping[str, Any]) -> str | None:
    from difflib import get_close_matches

    known: Any = schema
    for part in error.document_path[:-1]:
        if not hasattr(known, "get"):
            return None
        inner = known.get(part) if not isinstance(part, int) else None
        known = (inner or {}).get("schema", {}) if inner is not None else known.get("schema", {})
    near = get_close_matches(str(error.document_path[-1]), [str(k) for k in known], 1)
    return near[0] if near else None
