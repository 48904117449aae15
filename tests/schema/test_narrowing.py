"""A schema narrowed to the keys of a file: smaller, and with the same errors."""

from __future__ import annotations

from typing import Any

import pytest
from cerberus import Validator

from sheetlint.schema.narrowing import narrow_schema

_TEXT = {"type": "string"}
SCHEMA: dict[str, Any] = {
    "a": _TEXT,
    "b": {"type": ["dict", "string"], "schema": {"c": _TEXT, "d": {"type": "integer"}}},
    "e": {"type": "string", "required": True},
    "f": {"type": "list", "schema": _TEXT},
}


def test_only_the_keys_that_are_there_or_must_be_are_left() -> None:
    assert narrow_schema(SCHEMA, {"b": {"d": 1}, "x": 1}) == {
        "b": {"type": ["dict", "string"], "schema": {"d": {"type": "integer"}}},
        "e": {"type": "string", "required": True},
    }


@pytest.mark.parametrize(
    "data",
    [
        {"e": "", "a": "", "b": {"c": "", "d": 1}, "f": [""]},
        {"e": "", "b": "text"},
        {},
        {"e": "", "x": 1},
        {"e": 1, "b": {"c": 1, "x": 1}},
        {"e": "", "f": {"type": "string"}},
        {"e": "", "f": [1]},
    ],
)
def test_the_errors_are_the_same(data: dict[str, Any]) -> None:
    whole, part = Validator(SCHEMA), Validator(narrow_schema(SCHEMA, data))
    assert whole.validate(data, normalize=False) == part.validate(data, normalize=False)
    assert whole.errors == part.errors
