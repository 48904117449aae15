"""The methods of scoring budget execution, one by one: what each accepts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from sheetlint_checks.scoring.budget_methods import METHODS, Execution, scores_by_budget_methods

from sheetlint.profiles import DEFAULT, Profile, Profiles, UnknownParameter, merge_tables
from sheetlint.sheet.numbers.rounding import Interval

TIERS: dict[str, Any] = {
    "budget_score": {"steps": [[1, 10], ["0.80", 7], ["0.60", 5], ["0.0", 0]]},
}


def profile(over: dict[str, Any] | None = None) -> Profile:
    national = Profiles().load(DEFAULT)
    return national._replace(data=merge_tables(national.data, over or {}))


def scores(
    method: str, rate: str, *, weight: int = 10, within: bool = True, over: Any = None
) -> set[str]:
    exact = Fraction(rate)
    execution = Execution(Fraction(weight), (Interval(exact, exact),), within)
    return {
        str(score.low) for score in scores_by_budget_methods([method], execution, profile(over))
    }


@pytest.mark.parametrize(
    ("rate", "weight", "expected"),
    [("0.5", 10, {"5"}), ("0.5", 20, {"10"}), ("1.02", 10, {"10"}), ("0", 10, {"0"})],
)
def test_linear_is_a_share_of_the_weight_and_never_more(
    rate: str, weight: int, expected: set[str]
) -> None:
    assert scores("linear", rate, weight=weight) == expected


@pytest.mark.parametrize(
    ("rate", "expected"),
    [("1", {"10"}), ("0.9999", {"7"}), ("0.8", {"7"}), ("0.7999", {"5"}), ("0.5999", {"0"})],
)
def test_tiers_have_closed_lower_bounds(rate: str, expected: set[str]) -> None:
    assert scores("tiers", rate, over=TIERS) == expected


@pytest.mark.parametrize(
    ("rate", "within", "expected"),
    [
        ("0.95", True, {"10", "7"}),
        ("0.8", True, {"10", "7"}),
        ("0.6", True, {"10", "5"}),
        ("0.3", True, {"10", "0"}),
        ("1.2", False, {"7"}),
    ],
)
def test_tiers_101_accept_full_marks_for_a_complete_project_within_its_budget(
    rate: str, within: bool, expected: set[str]
) -> None:
    assert scores("tiers_101", rate, within=within) == expected


def test_steps_are_scaled_to_the_weight() -> None:
    assert scores("tiers_101", "0.95", weight=20) == {"20", "14"}


def test_a_method_that_nobody_knows_is_a_parameter_that_is_unknown() -> None:
    with pytest.raises(UnknownParameter):
        scores("curve", "0.95")


def test_every_method_has_a_name_in_both_languages() -> None:
    assert all(method.name.zh and method.name.en for method in METHODS.values())
