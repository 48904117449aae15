"""Every parameter is explained, and the checks that read it are those that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.registry import Registry
from sheetlint.schema.parameters import often_changed, parameters
from sheetlint.schema.profile import values_of
from sheetlint.schema.profilekeys import PARAMETERS

HAN = re.compile(r"[\u4e00-\u9fff]")

DESCRIBING = {
    "template.goal_labels",
    "template.extra_score_columns",
    "template.variant_scored_2025",
    "indicator_columns.split",
    "unit.allowed",
    "funds.columns",
    "funds.total_row",
    "funds.part_rows",
    "funds.rate_numerator",
    "funds.rate_denominator",
}
"""Parameters that say what the form of a place looks like; no check need read them."""


def keys(schema: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every key that may hold a value, with its rules."""
    for key, rules in schema.items():
        if "schema" in rules and rules["type"][0] == "dict":
            yield from keys(rules["schema"], f"{above}{key}.")
        else:
            yield f"{above}{key}", rules


KEYS = dict(keys(PARAMETERS))


def test_what_is_explained_is_what_there_is() -> None:
    assert set(parameters()) == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_the_meaning_is_said_in_both_languages(key: str) -> None:
    known = parameters()[key]
    for text in (known.meaning, *known.words.values()):
        assert HAN.search(text.zh)
        assert not HAN.search(text.en.replace("项目管理", ""))
        assert text.zh.strip("。") == text.zh
        assert text.en.strip(". ") == text.en


@pytest.mark.parametrize("key", KEYS)
def test_every_word_that_a_parameter_may_be_is_explained(key: str) -> None:
    rules = KEYS[key]
    allowed = rules.get("allowed") or rules.get("schema", {}).get("allowed") or ()
    words = {word for word in allowed if word != "unknown"}
    if key == "funds.zero_zero_rate":
        words = {"skip"}
    assert set(parameters()[key].words) == words


def test_the_keys_of_a_new_profile_have_a_national_value() -> None:
    values = values_of(Profiles().load(DEFAULT).data)
    assert [key for key in often_changed() if key not in values] == []


def test_checks_read_parameters_that_there_are(registry: Registry) -> None:
    read = {key for check in registry.checks for key in check.parameters}
    assert read - set(KEYS) == set()
    assert read & DESCRIBING == set()
