"""The profile changes the verdict; and what a place's rule is unknown for is skipped."""

from __future__ import annotations

from typing import Any

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import Outcome, check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from sheetlint.testing import build_sheet

SATISFIED = "满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥100% | 99% | 10 | {score} | 个别对象不满意，将改进"
ONE_SHEET: dict[str, Any] = {
    "rows": [
        "产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 1530人次 | 20 | 20 |",
        "产出指标 | 质量指标 | 服务合格率 | ≥95% | 98% | 15 | 15 |",
        "产出指标 | 时效指标 | 按时完成率 | ≥98% | 99% | 15 | 15 |",
        "效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |",
        SATISFIED.format(score="9"),
    ],
    "total": {"weight": "100", "score": "98.89"},
}
"""Execution 98.88 % scored 9.89 of 10, satisfaction 99 % of 100 % scored 9 of 10."""


def outcome(
    name: str, codes: tuple[str, ...], registry: Registry, profiles: Profiles, **changes: Any
) -> Outcome:
    profile = profiles.load(name)
    sheet = validate_shape(build_sheet({**ONE_SHEET, **changes}), profile)
    return check_sheet(sheet, profile, registry, Decision(), only=codes)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("national-2020", [("ID001", "warning", ("9.90",))]),
        ("shanghai", [("ID001", "warning", ("9.90",))]),
        (
            "hubei",
            [("FD008", "warning", ("20",)), ("ID001", "warning", ("9.90",))],
        ),
        (
            "central-101",
            [("FD003", "warning", ("10", "7")), ("ID001", "warning", ("10.00",))],
        ),
    ],
)
def test_one_sheet_under_several_profiles(
    name: str,
    found: list[tuple[str, str, tuple[str, ...]]],
    registry: Registry,
    profiles: Profiles,
) -> None:
    codes = ("FD003", "FD008", "ID001", "AR020")
    result = outcome(name, codes, registry, profiles).found
    assert [(f.check.code, f.severity, f.finding.expected) for f in result] == found


@pytest.mark.parametrize(
    ("name", "execution", "satisfaction", "right"),
    [
        ("national-2020", "9.89", "9.90", True),
        ("national-2020", "10", "10", False),
        ("central-101", "10", "10", True),
        ("central-101", "7", "10", True),
        ("central-101", "9.89", "9.90", False),
        ("jiangxi", "7", "9.90", True),
    ],
)
def test_what_is_right_in_one_place_is_wrong_in_another(
    name: str,
    execution: str,
    satisfaction: str,
    right: bool,
    registry: Registry,
    profiles: Profiles,
) -> None:
    rows = [*ONE_SHEET["rows"][:-1], SATISFIED.format(score=satisfaction)]
    result = outcome(
        name,
        ("FD003", "ID001", "ID005"),
        registry,
        profiles,
        rows=rows,
        set={"funds.total.score": execution},
    )
    assert (result.found == ()) == right


UNKNOWN = [
    ("henan-2024", "FD008", "budget_score.weight"),
    ("henan-2024", "FD003", "budget_score.methods"),
    ("henan-2024", "AR002", "weights.first_level"),
    ("central-transfer", "FD008", "budget_score.weight"),
    ("central-transfer", "FD003", "budget_score.methods"),
    ("central-transfer", "AR001", "weights.total"),
    ("shanghai", "ID007", "over_completion.flag_ratio"),
]


@pytest.mark.parametrize(("name", "code", "key"), UNKNOWN)
def test_what_is_not_known_of_a_place_is_not_borrowed(
    name: str, code: str, key: str, registry: Registry, profiles: Profiles
) -> None:
    """The sheet breaks the national rule that the place is not known to have."""
    broken = {
        "FD008": {"set": {"funds.total.weight": "15"}},
        "FD003": {"set": {"funds.total.score": "3"}},
        "AR002": {"set": {"indicators.0.weight": "30", "indicators.3.weight": "20"}},
        "AR001": {"set": {"indicators.0.weight": "30"}},
        "ID007": {"set": {"indicators.0.actual": "3530人次"}},
    }[code]
    assert len(outcome("national-2020", (code,), registry, profiles, **broken).found) == 1
    there = outcome(name, (code,), registry, profiles, **broken)
    assert there.found == ()
    assert [(skip.code, skip.reason.zh) for skip in there.skipped] == [
        (code, f"口径 {name} 没有规定 {key}")
    ]
