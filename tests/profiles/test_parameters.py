"""Every parameter is explained, and the checks that read it are those that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from sheetlint.profiles import DEFAULT, Profile, Profiles
from sheetlint.profiles.file_schema import flatten_values
from sheetlint.profiles.parameter_schema import PARAMETERS
from sheetlint.profiles.parameters import all_parameters, often_changed_keys
from sheetlint.profiles.profile import UNKNOWN
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import ResolvedFinding, check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from sheetlint.sheet.sheet import Sheet
from sheetlint.testing import build_sheet, read_cases

CASES = list(read_cases(Path(__file__).parents[1] / "cases"))
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
    "funds.part_row_rate",
    "funds.source_equals_direction",
    "indicators.required_second",
    "indicators.cost_first_level",
    "indicators.sustainability_second_level",
    "over_completion.deduct_required",
    "over_completion.flag_reverse_exceeded",
    "grade.printed",
}
"""Parameters that say what the form and the rules of a place look like, for people who read the
profile: what they mean for a sheet is held by checks that need not know the place."""


def keys(schema: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every key that may hold a value, with its rules."""
    for key, rules in schema.items():
        if "schema" in rules and rules["type"][0] == "dict":
            yield from keys(rules["schema"], f"{above}{key}.")
        else:
            yield f"{above}{key}", rules


KEYS = dict(keys(PARAMETERS))


def test_what_is_explained_is_what_there_is() -> None:
    assert set(all_parameters()) == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_the_meaning_is_said_in_both_languages(key: str) -> None:
    known = all_parameters()[key]
    for text in (known.meaning, *known.value_meanings.values()):
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
    assert set(all_parameters()[key].value_meanings) == words


def test_the_keys_of_a_new_profile_have_a_national_value() -> None:
    values = flatten_values(Profiles().load(DEFAULT).data)
    assert [key for key in often_changed_keys() if key not in values] == []


def test_checks_declare_parameters_that_there_are(registry: Registry) -> None:
    read = {key for check in registry.checks for key in check.parameters}
    assert read - set(KEYS) == set()
    assert read & DESCRIBING == set()
    # The sentence of the accounts is read where a whole batch is.
    assert set(KEYS) - read - DESCRIBING <= {"batch.summary_pattern"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every key that is read from a profile."""
    heard: set[str] = set()
    get = Profile.get

    def listening(profile: Profile, key: str) -> Any:
        heard.add(key)
        return get(profile, key)

    monkeypatch.setattr(Profile, "get", listening)
    return heard


@pytest.mark.parametrize("code", sorted({case.code for case in CASES}))
def test_a_check_reads_what_it_declares_and_nothing_else(
    code: str, asked: set[str], registry: Registry, profiles: Profiles
) -> None:
    (check,) = registry.find(code)

    def findings(sheet: Sheet, profile: Profile) -> tuple[ResolvedFinding, ...]:
        only = Decision(select=(code,))
        return check_sheet(sheet, profile, registry, only, only=(code,)).found

    for case in CASES:
        if case.code != code or {"file", "crash", "skip", "batch"} & set(case.data):
            continue
        profile = profiles.load(str(case.data.get("profile", DEFAULT)))
        sheet = validate_shape(build_sheet(case.data), profile)
        asked.clear()
        found = findings(sheet, profile)
        undeclared = asked - set(check.parameters)
        # A shared generator also reads what only the findings of its other checks depend on.
        assert undeclared == set() or check.shared is not None
        for key in undeclared:
            assert findings(sheet, profile.with_value(key, UNKNOWN)) == found
