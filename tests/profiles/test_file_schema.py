"""What a profile may hold: the shipped ones do, and a slip is named with its key."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest

from sheetlint.profiles import BadProfile, Profiles
from sheetlint.profiles.file_schema import validate_profile


def toml(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)


def refusal(text: str) -> tuple[str, str]:
    """The message for a profile, without the name of its file."""
    with pytest.raises(BadProfile) as refused:
        validate_profile(toml(text), "own.toml")
    message = refused.value.text
    assert message.zh.startswith("口径文件 own.toml：")
    assert message.en.startswith("profile own.toml: ")
    return message.zh.removeprefix("口径文件 own.toml："), message.en.removeprefix(
        "profile own.toml: "
    )


@pytest.mark.parametrize("name", Profiles().names)
def test_shipped_profiles_have_the_shape(name: str) -> None:
    profiles = Profiles()
    validate_profile(profiles.own_values(name), name)
    validate_profile(profiles.load(name).data, name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'score = "unknown"',
        '[budget_score]\nweight = "unknown"\nmethods = "unknown"',
        "[budget_score]\nweight = 20\nsteps = [[1.0, 10], [0.80, 7], [0.0, 0]]",
        "[budget_score.tiers_101]\ndone_within_budget = 10\nsteps = [[0.80, 7], [0.60, 5]]",
        '[funds]\nzero_zero_rate = "skip"\nover_budget = "allow"',
        "[funds]\nzero_zero_rate = 100",
        "[notes]\nmax_chars = 100",
        '[notes]\nmax_chars = { "原因" = 100 }',
        "[total]\ncaps_by_rate = [[0.50, 59], [0.60, 69]]",
        '[[weights.first_level]]\n"项目决策" = 10\n"项目管理" = 25',
        '[severity]\nFD = "off"\nrate-mismatch = "warning"',
        '[choose]\ntitle = ["某市自评表"]\nbecause_zh = "表名相符"\nbecause_en = "by its title"',
        "[score]\nabs_tol = 0\nulp_max = 0.01",
    ],
)
def test_these_are_right(text: str) -> None:
    validate_profile(toml(text), "own.toml")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "wieghts = 1",
            "wieghts 没有这个键，是不是 weights？",
            "wieghts there is no such key; did you mean weights?",
        ),
        (
            "[budget_score]\nwieght = 10",
            "budget_score.wieght 没有这个键，是不是 weight？",
            "budget_score.wieght there is no such key; did you mean weight?",
        ),
        (
            '[budget_score]\nwieght = "unknown"',
            "budget_score.wieght 没有这个键，是不是 weight？",
            "budget_score.wieght there is no such key; did you mean weight?",
        ),
        (
            "[budget_score.tiers_101]\nstep = [[0.5, 1]]",
            "budget_score.tiers_101.step 没有这个键，是不是 steps？",
            "budget_score.tiers_101.step there is no such key; did you mean steps?",
        ),
        (
            '[budget_score]\nweight = "ten"',
            "budget_score.weight 类型不对，应为 number、unknown",
            "budget_score.weight wrong type, must be number, unknown",
        ),
        (
            "[budget_score]\nweight = true",
            "budget_score.weight 类型不对，应为 number、unknown",
            "budget_score.weight wrong type, must be number, unknown",
        ),
        (
            "[budget_score]\nweight = 120",
            "budget_score.weight 不能大于 100",
            "budget_score.weight must not be above 100",
        ),
        (
            '[budget_score]\nmethods = ["liner"]',
            "budget_score.methods.0 只能是 linear、tiers、tiers_101",
            "budget_score.methods.0 must be one of linear, tiers, tiers_101",
        ),
        (
            "[budget_score]\nmethods = []",
            "budget_score.methods 不能为空",
            "budget_score.methods must not be empty",
        ),
        (
            "[budget_score]\nsteps = [[0.5, 1], [0.8, 2]]",
            "budget_score.steps 各档的下限应从高到低排列",
            "budget_score.steps must have its lower bounds in falling order",
        ),
        (
            '[grade]\nbands = [["优", 90, 1]]',
            "grade.bands.0 的项数不对",
            "grade.bands.0 has the wrong number of items",
        ),
        (
            '[template]\ntitle_patterns = ["自评(表"]',
            "template.title_patterns.0 不是合格的正则表达式",
            "template.title_patterns.0 is not a regular expression",
        ),
        (
            '[funds]\nzero_zero_rate = "none"',
            "funds.zero_zero_rate 只能是 skip 或一个百分数",
            "funds.zero_zero_rate must be skip or a percentage",
        ),
        (
            '[severity]\nFD = "fatal"',
            "severity.FD 只能是 off、info、warning、error",
            "severity.FD must be one of off, info, warning, error",
        ),
        (
            '[severity]\nFD = "unknown"',
            "severity.FD 类型不对，应为 string",
            "severity.FD wrong type, must be string",
        ),
        (
            '[choose]\nbecause_zh = "表名"\nbecause_en = "title"',
            "choose 至少要有 title、money_unit、names、heads、printed、details、levels、"
            "budget_weight 中的一项",
            "choose must have at least one of title, money_unit, names, heads, printed, details, "
            "levels, budget_weight",
        ),
        (
            '[choose]\ntitle = ["某市自评表"]\nbecause_zh = "表名"',
            "choose.because_en 缺少这个键",
            "choose.because_en the key is missing",
        ),
        (
            '[[weights.first_level]]\n"产出指标" = "五十"',
            "weights.first_level.0.产出指标 类型不对，应为 number",
            "weights.first_level.0.产出指标 wrong type, must be number",
        ),
    ],
)
def test_a_slip_is_named_with_its_key(text: str, zh: str, en: str) -> None:
    assert refusal(text) == (zh, en)
