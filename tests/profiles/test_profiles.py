"""Profiles: merged with their parents, chosen by what a sheet prints, honest about the unknown."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from sheetlint.profiles import (
    BadProfile,
    Profile,
    Profiles,
    UnknownParameter,
    collection,
    merge_tables,
)
from sheetlint.profiles.files import read_toml
from sheetlint.testing import build_sheet


def test_a_child_overrides_its_parent(profiles: Profiles) -> None:
    shanghai = profiles.load("shanghai")
    assert shanghai.text("unit.default") == "元"
    assert shanghai.number("budget_score.weight") == 10
    assert shanghai.texts("funds.rate_rounding_ok") == ("half_up", "up")
    assert profiles.load("national-2020").texts("funds.rate_rounding_ok") == ("half_up",)


def test_figures_are_exact(profiles: Profiles) -> None:
    assert profiles.load("national-2020").number("score.abs_tol") == Decimal("0.05")


def test_tables_merge_and_lists_replace() -> None:
    assert merge_tables({"a": {"b": 1, "c": [1, 2]}}, {"a": {"c": [3]}}) == {
        "a": {"b": 1, "c": [3]}
    }


@pytest.mark.parametrize(
    ("title", "money_unit", "name", "why"),
    [
        ("财政项目支出绩效自评表", "元", "shanghai", "表名、金额单位相符"),
        ("2021年度财政项目支出绩效自评表", "元", "shanghai", "表名、金额单位相符"),
        ("财政项目支出绩效自评表", "万元", "national-2020", "没有地方特征，用全国通用口径"),
        ("项目支出绩效自评表", "元", "national-2020", "没有地方特征，用全国通用口径"),
    ],
)
def test_chosen_by_content(
    title: str, money_unit: str, name: str, why: str, profiles: Profiles
) -> None:
    choice = profiles.choose(build_sheet({"title": title, "money_unit": money_unit}))
    assert (choice.profile.id, choice.reason.zh) == (name, why)


def test_a_place_of_ones_own_is_chosen_by_its_signs(tmp_path: Path) -> None:
    signs = 'names = ["临港县"]\nbecause_zh = "单位在临港"\nbecause_en = "a unit of Lingang"'
    (tmp_path / "lingang.toml").write_text(
        f'extends = "national-2020"\n[choose]\n{signs}', encoding="utf-8"
    )
    choice = Profiles([str(tmp_path)]).choose(build_sheet({}))
    assert (choice.profile.id, choice.reason.zh) == ("lingang", "单位在临港")
    assert choice.profile.number("budget_score.weight") == 10


def test_every_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        collection,
        "read_toml",
        lambda path, **more: opened.append(Path(path).stem) or read_toml(path, **more),
    )
    profiles = Profiles()
    for unit, name in (("元", "shanghai"), ("万元", "national-2020")):
        sheet = build_sheet({"title": "财政项目支出绩效自评表", "money_unit": unit})
        assert profiles.choose(sheet).profile.id == name
    assert sorted(opened) == profiles.names


def test_a_profile_that_is_named_is_read_with_its_parents_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        collection,
        "read_toml",
        lambda path, **more: opened.append(Path(path).stem) or read_toml(path, **more),
    )
    Profiles().load("shanghai")
    assert opened == ["shanghai", "national-2020"]


@pytest.mark.parametrize("key", ["a.b", "a.c", "x"])
def test_the_unknown_is_not_borrowed(key: str) -> None:
    with pytest.raises(UnknownParameter):
        Profile("p", "p", {"a": {"b": "unknown"}}).get(key)


@pytest.mark.parametrize(
    ("files", "name", "message"),
    [
        ({}, "shangai", "没有名为 shangai 的口径，是不是 shanghai？"),
        ({"a": 'extends = "b"', "b": 'extends = "a"'}, "a", "口径互相继承，没有尽头：a → b → a"),
        ({"a": "id = "}, "a", "不是合格的 TOML"),
        ({"a": 'extends = "national-2020"\n[wieghts]\ntotal = 100'}, "a", "weights"),
    ],
)
def test_bad_profiles(files: dict[str, str], name: str, message: str, tmp_path: Path) -> None:
    for file, text in files.items():
        (tmp_path / f"{file}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadProfile) as caught:
        Profiles([str(tmp_path)]).load(name)
    assert message in caught.value.text.zh
