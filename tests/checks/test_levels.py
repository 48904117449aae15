"""Names of first levels, and how rows without one may be assigned."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sheetlint_checks.arithmetic.levels import level_key, some_assignment_fits

STANDARD = {"产出": Decimal(50), "效益": Decimal(30), "满意度": Decimal(10)}


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("产出指标", "产出"),
        ("项目产出", "产出"),
        ("产出指标（50分）", "产出"),
        ("效果指标", "效益"),
        ("服务对象满意度指标", "满意度"),
        ("时效指标", "产出"),
        ("可持续影响指标", "效益"),
        ("社会成本指标", "成本"),
        ("项目决策", "决策"),
        ("", ""),
    ],
)
def test_names(name: str, level: str) -> None:
    assert level_key(name) == level


@pytest.mark.parametrize(
    ("weights", "fits"),
    [
        ([15, 20, 15, 5, 5, 5, 5, 5, 5, 10], True),
        ([50, 30, 10], True),
        ([10, 30, 50], True),
        ([60, 20, 10], False),
        ([45, 10, 25, 10], False),
        ([50, 30], False),
        ([], False),
    ],
)
def test_assignments(weights: list[int], fits: bool) -> None:
    assert some_assignment_fits([Decimal(w) for w in weights], STANDARD) is fits


def test_very_many_rows_are_no_trouble() -> None:
    assert some_assignment_fits([Decimal("0.01")] * 9000, STANDARD)
