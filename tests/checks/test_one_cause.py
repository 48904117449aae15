"""One cause, one finding: what is left when one cell of a clean sheet is typed wrong."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.recognise.values import substitute
from sheetlint.rules.causes import find_causes
from sheetlint.rules.check import ERROR, INFO
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import SheetChecker, TrialRun
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from sheetlint.sheet.sheet import Sheet
from sheetlint.testing import build_sheet

Left = list[tuple[str, str, str, tuple[str, ...]]]


def left(cells: Mapping[str, str], registry: Registry, profiles: Profiles, **data: object) -> Left:
    """Code, place, severity and expected figures of what remains, hints aside."""
    profile = profiles.load(DEFAULT)

    panel = SheetChecker(profile, registry, Decision())

    def again(sheet: Sheet) -> TrialRun:
        return panel.trial(validate_shape(sheet, profile))

    sheet = validate_shape(build_sheet({"set": cells, **data}), profile)
    explained = find_causes(sheet, panel.check(sheet).found, again, substitute).explanations
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


def whole(
    cells: Mapping[str, str], registry: Registry, profiles: Profiles, **data: object
) -> list[tuple[str, list[str]]]:
    """Every finding that is left, hints among them, with the codes below it."""
    profile = profiles.load(DEFAULT)

    panel = SheetChecker(profile, registry, Decision())

    def again(sheet: Sheet) -> TrialRun:
        return panel.trial(validate_shape(sheet, profile))

    sheet = validate_shape(build_sheet({"set": cells, **data}), profile)
    return [
        (e.found.check.code, [f.check.code for f in e.consequences])
        for e in find_causes(sheet, panel.check(sheet).found, again, substitute).explanations
    ]


def test_how_a_score_came_about_stands_below_what_is_wrong_with_it(
    registry: Registry, profiles: Profiles
) -> None:
    """Although the total was added up from the wrong score, and would be wrong with the right one."""
    note = {"indicators.4.note": "因设备老化，个别用户不满意，将更换设备"}
    percent = {"indicators.4.target": "98%", "indicators.4.actual": "98%"}
    missed = {"indicators.4.target": "≥98%", "indicators.4.actual": "97%"}
    scored = {"indicators.4.score": "9.8", "total.score": "99.69"}
    cut = {"indicators.4.score": "9", "total.score": "98.89"}
    assert whole({**note, **percent, **scored}, registry, profiles) == [("ID006", ["ID022"])]
    assert whole({**note, **missed, **cut}, registry, profiles) == [("ID001", ["ID023"])]


def test_a_habit_of_whole_numbers_is_said_once(registry: Registry, profiles: Profiles) -> None:
    note = "因设备老化，个别用户不满意，将更换设备"
    cells = {
        "funds.total.executed": "57607470.00",
        "funds.1.executed": "57607470.00",
        "funds.total.rate": "100%",
        "funds.total.score": "10",
        **{f"indicators.{i}.target": "≥95%" for i in (1, 2, 4)},
        **{f"indicators.{i}.note": f"{note}{i}" for i in (1, 2, 4)},
        "indicators.1.actual": "88%",
        "indicators.1.score": "14",
        "indicators.2.actual": "82%",
        "indicators.2.score": "13",
        "indicators.4.actual": "90%",
        "indicators.4.score": "9",
        "total.score": "96",
    }
    assert whole(cells, registry, profiles) == [("ID023", [])]


def test_a_target_exceeded_by_far_without_a_note_is_one_matter(
    registry: Registry, profiles: Profiles
) -> None:
    cells = {"indicators.0.actual": "3000人次"}
    assert whole(cells, registry, profiles) == [("NT006", ["ID007"])]


@pytest.mark.parametrize("explained", ["尾款下年支付", ""])
@pytest.mark.parametrize("lost", ["30", "29"])
@pytest.mark.parametrize("problems", ["部分学员出勤不稳定", "无"])
def test_little_spent_and_much_achieved_is_said_once(
    explained: str, lost: str, problems: str, registry: Registry, profiles: Profiles
) -> None:
    line = f"total | 年度资金总额 | 0 | 1000 | 452 | 10 | 45.20% | 4.52 | {explained}"
    found = whole(
        {"indicators.3.score": lost},
        registry,
        profiles,
        funds=[line],
        remarks={"存在问题": problems},
    )
    codes = [code for first, below in found for code in (first, *below)]
    assert len([code for code in codes if code in ("CN004", "ID024")]) == 1


@pytest.mark.parametrize("rate", ["98.88%", "98.9%", "97.88%", "100%", ""])
@pytest.mark.parametrize("score", ["9.89", "9.79", "10", "9.9", "9.92", "9", "5", "9.88"])
def test_a_budget_score_is_spoken_of_once(
    rate: str, score: str, registry: Registry, profiles: Profiles
) -> None:
    found = whole({"funds.total.rate": rate, "funds.total.score": score}, registry, profiles)
    codes = [code for code, below in found for code in (code, *below)]
    assert len([code for code in codes if code in ("FD003", "FD010")]) <= 1


SCORES = ["0", "2", "4.5", "5", "7.5", "8", "9", "9.47", "9.5", "9.99", "10"]
TARGETS = ["≥95%|90%", "=26次|12次", "=26次|40次", "≤10天|12天", "≤0起|1起", "是|否", "≥10次|20次"]


@pytest.mark.parametrize("score", SCORES)
@pytest.mark.parametrize("cells", [*TARGETS, "2022年6月底|2022年9月", "明显提升|部分达成年度指标"])
def test_the_score_of_a_row_is_spoken_of_once(
    cells: str, score: str, registry: Registry, profiles: Profiles
) -> None:
    """Diagnoses stand below the finding, and no row has two."""
    target, actual = cells.split("|")
    row = (
        f"产出指标 | 质量指标 | 办理情况 | {target} | {actual} | 10 | {score} | 因疫情停办，将补办"
    )
    found = whole({}, registry, profiles, rows=[row], total={"weight": "20", "score": "9.89"})
    scores = [code for code, _ in found if code in ("ID001", "ID002", "ID003", "ID004", "ID005", "ID006", "ID008", "ID016", "ID022", "ID023")]  # fmt: skip
    assert len(scores) <= 1, found
