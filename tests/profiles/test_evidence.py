"""Every value of a shipped profile says where it comes from, and nothing says it of no value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sheetlint.profiles import BadProfile, Profiles
from sheetlint.profiles.file_schema import EVIDENCE_MARKS, flatten_values, validate_profile
from sheetlint.profiles.files import read_toml

SHIPPED = Profiles()
HAN = re.compile(r"[\u4e00-\u9fff]")
each_profile = pytest.mark.parametrize("name", SHIPPED.names)


@each_profile
def test_the_whole_file_is_as_it_must_be(name: str) -> None:
    path = SHIPPED.path(name)
    data = read_toml(path)
    validate_profile(data, path)
    assert data["id"] == name == Path(path).stem
    assert HAN.search(data["title"])
    assert data["title_en"].isascii()


@each_profile
def test_every_value_has_its_evidence_and_no_evidence_is_stale(name: str) -> None:
    evidence = SHIPPED.evidence(name)
    assert list(flatten_values(SHIPPED.own_values(name))) != []
    assert set(evidence) == set(flatten_values(SHIPPED.own_values(name)))


@each_profile
def test_evidence_is_said_in_both_languages(name: str) -> None:
    for key, (mark, chinese, english) in SHIPPED.evidence(name).items():
        assert mark in EVIDENCE_MARKS, key
        assert HAN.search(chinese), key
        # A word of the form may be quoted.
        assert len(HAN.findall(english)) * 4 < len(english), key


@each_profile
def test_the_evidence_stands_last(name: str) -> None:
    """Where the manual says that it does: a run reads what stands before it."""
    text = Path(SHIPPED.path(name)).read_text(encoding="utf-8")
    assert re.findall(r"^\[+.*", text, re.M)[-1] == "[evidence]"
    values, whole = SHIPPED.own_values(name), read_toml(SHIPPED.path(name))
    assert {**values, "evidence": whole["evidence"]} == whole


@each_profile
def test_notes_of_whoever_gathered_the_rules_are_not_shown(name: str) -> None:
    text = Path(SHIPPED.path(name)).read_text(encoding="utf-8").replace('"local-r09-caps"', "")
    assert re.findall(r"\b[RCM]\d\d+\b|\[[SPME]\]", text) == []


def test_what_is_only_remembered_is_marked_so() -> None:
    remembered = {
        (name, key)
        for name in SHIPPED.names
        for key, (mark, *_) in SHIPPED.evidence(name).items()
        if mark == "M"
    }
    assert remembered == {
        ("shanghai", "grade.bands"),
        ("shanghai", "over_completion.flag_ratio"),
        ("henan-2024", "budget_score.weight"),
        ("henan-2024", "budget_score.methods"),
    }


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        ('"weights.totl" = ["S", "某办法"]', "evidence.weights.totl 没有对应的取值，是不是 weights.total？"),
        ('"weights.total" = ["X", "某办法"]', "evidence.weights.total 应为 [记号, 出处, 英文]，记号是 S、P、M、E 之一"),
        ('"weights.total" = ["S"]', "evidence.weights.total 应为 [记号, 出处, 英文]，记号是 S、P、M、E 之一"),
        ('"weights.total" = "S"', "evidence.weights.total 类型不对，应为 list"),
    ],
)  # fmt: skip
def test_evidence_of_a_user_profile_is_validated(
    evidence: str, message: str, tmp_path: Path
) -> None:
    text = f'extends = "national-2020"\n[weights]\ntotal = 100\n[evidence]\n{evidence}\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadProfile) as refused:
        Profiles([str(tmp_path)]).load("own")
    assert refused.value.text.zh.endswith(message)


def test_evidence_of_ones_own_needs_no_english(tmp_path: Path) -> None:
    text = 'extends = "national-2020"\n[weights]\ntotal = 100\n[evidence]\n"weights.total" = ["S", "某办法"]\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    profiles = Profiles([str(tmp_path)])
    assert profiles.load("own").number("weights.total") == 100
    assert profiles.evidence("own") == {"weights.total": ("S", "某办法")}
