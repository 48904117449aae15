"""One cause, one finding: what is left when one cell of a clean sheet is typed wrong."""

from __future__ import annotations

from collections.abc import Container, Mapping

import pytest

from sheetlint.causes import explain
from sheetlint.check import ERROR, INFO
from sheetlint.decide import Decision
from sheetlint.engine import Outcome, check_sheet
from sheetlint.model import Sheet
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.recognise.values import substitute
from sheetlint.registry import Registry
from sheetlint.schema.shape import shaped
from sheetlint.testing import build

Left = list[tuple[str, str, str, tuple[str, ...]]]


def left(cells: Mapping[str, str], registry: Registry, profiles: Profiles, **data: object) -> Left:
    """Code, place, severity and expected figures of what remains, hints aside."""
    profile = profiles.load(DEFAULT)

    def again(sheet: Sheet, only: Container[str] | None = None) -> Outcome:
        return check_sheet(shaped(sheet, profile), profile, registry, Decision(), only)

    sheet = shaped(build({"set": cells, **data}), profile)
    explained = explain(sheet, again(sheet).found, again, substitute)
    return [
        (f.found.check.code, f.found.finding.at.path, f.found.severity, f.found.finding.expected)
        for f in explained
        if f.found.severity != INFO
    ]


def test_the_clean_sheet_is_clean(registry: Registry, profiles: Profiles) -> None:
    assert left({}, registry, profiles) == []


@pytest.mark.parametrize("typed", ["10", "2", "19"])
def test_a_score_too_low_is_one_error_at_the_score(
    typed: str, registry: Registry, profiles: Profiles
) -> None:
    found = left({"indicators.0.score": typed}, registry, profiles)
    assert found == [("ID006", "indicators.0.score", ERROR, ("20",))]


@pytest.mark.parametrize("typed", ["200", "21", "31.9"])
def test_a_score_above_its_weight_is_one_error_at_the_score(
    typed: str, registry: Registry, profiles: Profiles
) -> None:
    found = left({"indicators.0.score": typed}, registry, profiles)
    assert found == [("AR010", "indicators.0.score", ERROR, ("20",))]


def test_a_score_typed_too_high_for_a_missed_target_is_one_error(
    registry: Registry, profiles: Profiles
) -> None:
    missed = {
        "indicators.4.target": "≥100%",
        "indicators.4.actual": "96%",
        "indicators.4.note": "因设备老化，个别用户不满意，将更换设备",
        "total.score": "99.49",
    }
    right = left({**missed, "indicators.4.score": "9.6"}, registry, profiles)
    full = left({**missed, "indicators.4.score": "10"}, registry, profiles)
    swapped = left({**missed, "indicators.4.score": "6.9"}, registry, profiles)
    assert right == []
    assert full == [("ID005", "indicators.4.score", ERROR, ("9.60",))]
    assert swapped == [("ID001", "indicators.4.score", ERROR, ("9.60",))]


def test_a_negative_score_is_one_error(registry: Registry, profiles: Profiles) -> None:
    found = left({"indicators.0.score": "-20"}, registry, profiles)
    assert found == [("AR011", "indicators.0.score", ERROR, ("0",))]


def test_a_qualitative_score_is_found_through_the_total(
    registry: Registry, profiles: Profiles
) -> None:
    words = {"indicators.3.target": "好/一般/差", "indicators.3.actual": "好"}
    found = left({**words, "indicators.3.score": "25"}, registry, profiles)
    assert found == [("AR020", "indicators.3.score", ERROR, ("30",))]


@pytest.mark.parametrize(
    ("cell", "typed", "right"),
    [
        ("indicators.0.weight", "30", "20"),
        ("indicators.0.weight", "10", "20"),
        ("indicators.3.weight", "3", "30"),
        ("indicators.4.weight", "100", "10"),
    ],
)
def test_a_weight_typed_wrong_is_one_error_at_the_weight(
    cell: str, typed: str, right: str, registry: Registry, profiles: Profiles
) -> None:
    found = left({cell: typed}, registry, profiles)
    assert [(at, severity, expected) for _, at, severity, expected in found] == [
        (cell, ERROR, (right,))
    ]


@pytest.mark.parametrize("typed", ["98.89", "99.98", "9.989", "109.89", "90", "-99.89"])
def test_a_total_typed_wrong_is_one_error_at_the_total(
    typed: str, registry: Registry, profiles: Profiles
) -> None:
    found = left({"total.score": typed}, registry, profiles)
    assert [(at, severity, expected) for _, at, severity, expected in found] == [
        ("total.score", ERROR, ("99.89",))
    ]


def test_a_score_left_out_is_one_error(registry: Registry, profiles: Profiles) -> None:
    found = left({"indicators.1.score": ""}, registry, profiles)
    assert found == [("AR012", "indicators.1.score", ERROR, ("15",))]


def test_two_mistakes_are_two_errors(registry: Registry, profiles: Profiles) -> None:
    found = left({"indicators.0.score": "10", "indicators.3.weight": "35"}, registry, profiles)
    assert {(at, expected) for _, at, _, expected in found} == {
        ("indicators.0.score", ("20",)),
        ("indicators.3.weight", ("30",)),
    }


def test_points_lost_and_added_up_truly_keep_the_note_finding(
    registry: Registry, profiles: Profiles
) -> None:
    """Nothing is mistyped here: the row lost points, the total says so, and nobody says why."""
    missed = {"indicators.4.target": "≥100%", "indicators.4.actual": "99%"}
    found = left(
        {**missed, "indicators.4.score": "9.9", "total.score": "99.79"}, registry, profiles
    )
    assert [(code, at) for code, at, _, _ in found] == [("NT001", "indicators.4.note")]
