"""Cerberus takes these schemas as they are when the tool runs; here it holds them to its rules."""

from __future__ import annotations

from typing import Any

import pytest

from sheetlint.model import PROJECT
from sheetlint.profiles import Profiles
from sheetlint.schema.cerberus_light import OwnSchema, Validator
from sheetlint.schema.document import DOCUMENT
from sheetlint.schema.settings import SCHEMA
from sheetlint.schema.shape import schema_for

PROFILES = Profiles()
FIXED: dict[str, dict[str, Any]] = {"document": DOCUMENT, "settings": SCHEMA}
SHAPES = {
    f"{name} {family}": schema_for(PROFILES.load(name), family)
    for name in PROFILES.names
    for family in (PROJECT, "department")
}


@pytest.mark.parametrize("name", [*FIXED, *SHAPES])
def test_cerberus_accepts_it(name: str) -> None:
    schema = {**FIXED, **SHAPES}[name]
    assert dict(Validator(schema).schema) == dict(Validator(OwnSchema(schema)).schema)


def test_a_wrong_one_would_be_refused_here() -> None:
    with pytest.raises(Exception, match="unknown rule"):
        Validator({"a": {"typ": "string"}})
