"""The declaration of a check, validated when it is registered.

Nothing else would show a typing error: a check that needs ``funds.total.bugdet`` would be skipped
for every sheet, and one that declares a wrong parameter would be missing from the list of its readers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from sheetlint.crosscheck.inputs import Inputs
from sheetlint.messages.text import Text
from sheetlint.profiles.parameter_schema import PARAMETERS
from sheetlint.rules.check import (
    CONFIDENCES,
    EACH_BATCH,
    EACH_INDICATOR,
    EACH_SHEET,
    FIXES,
    SCOPES,
    SEVERITIES,
    Check,
)
from sheetlint.rules.needs import LABELLED, NEEDS_OF_ROW, NEEDS_OF_SHEET

_CODE = re.compile(r"[A-Z]{2}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NEEDS = {
    EACH_SHEET: NEEDS_OF_SHEET,
    EACH_INDICATOR: NEEDS_OF_ROW,
    EACH_BATCH: frozenset(Inputs._fields),
}
"""The needs that are allowed, by scope; checks of other scopes have none."""


class BadDeclaration(Exception):
    """An invalid declaration; ``text`` names the wrong word and the nearest right one."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def validate(check: Check) -> None:
    """Raise BadDeclaration for the first problem."""
    for problem in _problems(check):
        raise BadDeclaration(Text(f"{check.code}：{problem.zh}", f"{check.code}: {problem.en}"))


def _problems(check: Check) -> Iterator[Text]:
    if not _CODE.fullmatch(check.code):
        yield Text(
            "代码应为两个大写字母加三位数字，如 FD002",
            "a code is two capital letters and three digits, like FD002",
        )
    if not _NAME.fullmatch(check.name):
        yield Text(
            f"名称 {check.name} 应为小写字母、数字和连字符，如 rate-mismatch",
            f"the name {check.name} must be small letters, digits and hyphens, like rate-mismatch",
        )
    for word, value, known in (
        ("each", check.scope, SCOPES),
        ("severity", check.severity, SEVERITIES),
        ("confidence", check.confidence, CONFIDENCES),
        ("fix", check.fix, FIXES),
    ):
        if value not in known:
            yield _unknown(word, value, known)
    for need in check.needs:
        labelled = check.scope == EACH_SHEET and need.startswith(LABELLED)
        if not labelled and need not in _NEEDS.get(check.scope, ()):
            yield _unknown("needs", need, _NEEDS.get(check.scope, ()))
    for key in check.parameters:
        if key not in parameter_keys():
            yield _unknown("parameters", key, parameter_keys())


def _unknown(word: str, value: str, known: Collection[str]) -> Text:
    from difflib import get_close_matches

    near = get_close_matches(value, known, 1)
    zh = f"，是不是 {near[0]}？" if near else ""
    en = f"; did you mean {near[0]}?" if near else ""
    return Text(f"{word} 不能写 {value}{zh}", f"{word} cannot be {value}{en}")


@cache
def parameter_keys() -> frozenset[str]:
    """The dotted keys of all parameters that a profile may have, from the schema of profiles.

    The schema is a Python module; ``parameters.toml`` with their meanings would have to be parsed."""
    return frozenset(_keys(PARAMETERS))


def _keys(schema: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for name, rule in schema.items():
        if "dict" in rule["type"] and "schema" in rule:
            yield from _keys(rule["schema"], f"{prefix}{name}.")
        else:
            yield prefix + name
