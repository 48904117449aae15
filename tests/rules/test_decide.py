"""Which checks run and what their findings cost: the whole truth as a table."""

from __future__ import annotations

import pytest

from sheetlint.rules.decide import Decision, reaches, unknown_selectors
from sheetlint.rules.registry import Registry


@pytest.mark.parametrize(
    ("select", "ignore", "overrides", "code", "runs"),
    [
        ((), (), (), "FD002", True),
        ((), ("FD002",), (), "FD002", False),
        ((), ("rate-mismatch",), (), "FD002", False),
        ((), ("FD",), (), "FD002", False),
        ((), ("FD",), (), "AR001", True),
        (("FD",), (), (), "FD002", True),
        (("FD",), (), (), "AR001", False),
        (("FD",), ("FD002",), (), "FD002", False),
        (("FD002",), ("FD",), (), "FD002", True),
        (("FD002",), ("FD002",), (), "FD002", False),
        (("ALL",), ("AR",), (), "AR001", False),
        (("ALL",), ("AR",), (), "FD002", True),
        (("fd002",), (), (), "FD002", True),
        ((), (), (("FD002", "off"),), "FD002", False),
        (("FD002",), (), (("FD002", "off"),), "FD002", True),
        (("FD",), (), (("FD002", "off"),), "FD002", False),
        ((), (), (("FD", "off"), ("FD002", "info")), "FD002", True),
        ((), (), (("FD002", "info"), ("FD", "off")), "FD002", True),
    ],
)
def test_runs(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    overrides: tuple[tuple[str, str], ...],
    code: str,
    runs: bool,
    registry: Registry,
) -> None:
    (check,) = registry.find(code)
    assert Decision(select, ignore, overrides).runs(check) is runs


@pytest.mark.parametrize(
    ("overrides", "own", "severity"),
    [
        ((), "", "error"),
        ((), "warning", "warning"),
        ((("FD", "info"),), "", "info"),
        ((("FD", "info"),), "warning", "info"),
        ((("FD", "info"), ("FD002", "warning")), "", "warning"),
        ((("FD002", "warning"), ("FD", "info")), "", "warning"),
        ((("FD002", "warning"), ("FD002", "info")), "", "info"),
        ((("AR", "info"),), "", "error"),
    ],
)
def test_severity(
    overrides: tuple[tuple[str, str], ...], own: str, severity: str, registry: Registry
) -> None:
    (check,) = registry.find("FD002")
    assert Decision(overrides=overrides).severity(check, own) == severity


def test_the_user_is_stronger_than_the_profile(registry: Registry) -> None:
    (check,) = registry.find("FD002")
    decision = Decision(overrides=(("FD002", "warning"),)).with_profile({"FD002": "off"})
    assert decision.runs(check)
    assert decision.severity(check, "") == "warning"


@pytest.mark.parametrize(
    ("select", "overrides", "runs"),
    [
        ((), (), False),
        (("AR",), (), False),
        (("ALL",), (), False),
        (("AR006",), (), True),
        (("equal-weight-everywhere",), (), True),
        ((), (("AR006", "info"),), True),
        ((), (("AR006", "off"),), False),
    ],
)
def test_a_check_that_is_off_by_default_runs_where_it_is_named(
    select: tuple[str, ...],
    overrides: tuple[tuple[str, str], ...],
    runs: bool,
    registry: Registry,
) -> None:
    (check,) = registry.find("AR001")
    off = check._replace(code="AR006", name="equal-weight-everywhere", enabled=False)
    assert Decision(select, overrides=overrides).runs(off) is runs


def test_what_the_place_insists_on_is_not_left_to_the_user(registry: Registry) -> None:
    (must,), (may,) = registry.find("AR001"), registry.find("AR020")
    asked = Decision(ignore=("AR",), overrides=(("AR", "info"),))
    decision = asked.with_profile({"AR": "warning"}, ["AR001"])
    assert (decision.runs(must), decision.runs(may)) == (True, False)
    assert decision.severity(must, "error") == "warning"
    assert decision.overruled_codes(registry) == ["AR001"]
    assert Decision().with_profile({}, ["AR001"]).overruled_codes(registry) == []


def test_thresholds() -> None:
    decision = Decision(fail_on="warning", show="error")
    assert [decision.fails(s) for s in ("info", "warning", "error")] == [False, True, True]
    assert [reaches(s, decision.show) for s in ("info", "warning", "error")] == [False, False, True]


def test_unknown_selectors(registry: Registry) -> None:
    asked = ["FD", "FD002", "rate-mismatch", "FD999", "rate-mismach", "ALL"]
    assert unknown_selectors(registry, asked) == ["FD999", "rate-mismach"]
