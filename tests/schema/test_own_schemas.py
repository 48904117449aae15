"""Every schema of the tool, and for every profile, is one that Cerberus accepts."""

from __future__ import annotations

from typing import Any

import pytest
from cerberus import SchemaError, Validator

from sheetlint.config.file_schema import SCHEMA
from sheetlint.profiles import Profiles
from sheetlint.profiles.file_schema import file_schema, profile_validator_class
from sheetlint.recognise.normalised_document import DOCUMENT_SCHEMA
from sheetlint.rules.shape import schema_for
from sheetlint.sheet.sheet import PROJECT

PROFILES = Profiles()
FIXED: dict[str, dict[str, Any]] = {"document": DOCUMENT_SCHEMA, "settings": SCHEMA}
SHAPES = {
    f"{name} {family}": schema_for(PROFILES.load(name), family)
    for name in PROFILES.names
    for family in (PROJECT, "department")
}


@pytest.mark.parametrize("name", [*FIXED, *SHAPES])
def test_cerberus_accepts_it(name: str) -> None:
    schema = {**FIXED, **SHAPES}[name]
    assert dict(Validator(schema).schema) == schema


@pytest.mark.parametrize("several", [False, True])
def test_cerberus_accepts_that_of_profiles(several: bool) -> None:
    schema = file_schema(several)
    assert dict(profile_validator_class()(schema).schema) == schema


def test_a_wrong_one_is_refused() -> None:
    with pytest.raises(SchemaError, match="unknown rule"):
        Validator({"a": {"typ": "string"}})
