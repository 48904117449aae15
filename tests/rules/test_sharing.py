"""Checks that have one generator in common: it runs once a sheet, each takes its own findings."""

from __future__ import annotations

import pytest

from sheetlint.messages.text import Text
from sheetlint.profiles import DEFAULT, Profile, Profiles
from sheetlint.rules.check import (
    EACH_INDICATOR,
    Check,
    CodedFindings,
    SharedGenerator,
    check,
    finding,
)
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import SheetChecker
from sheetlint.rules.registry import classify
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.testing import build_sheet

SAY = Text("不对", "wrong")
called: list[str] = []


@SharedGenerator
def per_row(row: Indicator, sheet: Sheet, profile: Profile) -> CodedFindings:
    called.append(row.level3.text)
    profile.get("score.reverse" if "家庭" in row.level3.text else "score.ulp_max")
    yield ("XX001" if row.score.number == 20 else "XX002"), finding(row.score, SAY)


@SharedGenerator
def per_sheet(sheet: Sheet, profile: Profile) -> CodedFindings:
    called.append(sheet.project.text)
    yield "XX003", finding(sheet.unit, SAY)
    yield "XX004", finding(sheet.project, SAY)


def made(code: str, shared: SharedGenerator, each: str = "sheet", **words: str) -> Check:
    return check(
        code,
        f"rule-{code.lower()}",
        title="A rule",
        severity="warning",
        basis=SAY,
        each=each,
        module=__name__,
        **words,
    )(shared)


ROWS = [
    made("XX001", per_row, EACH_INDICATOR, needs="score", parameters="score.ulp_max"),
    made("XX002", per_row, EACH_INDICATOR, needs="score", parameters="score.reverse"),
]
SHEETS = [made("XX003", per_sheet, needs="~unit"), made("XX004", per_sheet, needs="~project")]


@pytest.fixture(autouse=True)
def _nothing_called() -> None:
    called.clear()


def panel(checks: list[Check], profile: Profile) -> SheetChecker:
    return SheetChecker(profile, classify(checks), Decision())


def test_each_check_has_the_findings_of_its_code(profiles: Profiles) -> None:
    found = panel(ROWS + SHEETS, profiles.load(DEFAULT)).check(build_sheet({})).found
    assert [(f.check.code, f.finding.at.path) for f in found] == [
        ("XX001", "indicators.0.score"),
        *(("XX002", f"indicators.{n}.score") for n in (1, 2, 3, 4)),
        ("XX003", "unit"),
        ("XX004", "project"),
    ]


def test_the_generator_runs_once_for_a_sheet_and_anew_for_the_next(profiles: Profiles) -> None:
    sheet, checks = build_sheet({}), panel(ROWS + SHEETS, profiles.load(DEFAULT))
    checks.check(sheet)
    rows = [row.level3.text for row in sheet.indicators]
    assert called == [*rows, sheet.project.text]
    checks.check(build_sheet({"project": "道路养护"}))
    assert called[len(rows) + 1 :] == [*rows, "道路养护"]


def test_a_check_that_lacks_its_need_is_skipped_and_the_other_runs(profiles: Profiles) -> None:
    sheet = build_sheet({"set": {"unit": ""}})
    outcome = panel(SHEETS, profiles.load(DEFAULT)).check(sheet)
    assert [skip.code for skip in outcome.skipped] == ["XX003"]
    assert [f.check.code for f in outcome.found] == ["XX004"]


def test_a_parameter_that_the_place_leaves_open_skips_those_that_read_it(
    profiles: Profiles,
) -> None:
    """What was found before it stands, as it does for a check with a function of its own."""
    profile = profiles.load(DEFAULT).with_value("score.reverse", "unknown")
    outcome = panel(ROWS, profile).check(build_sheet({}))
    assert [(skip.code, skip.reason.en) for skip in outcome.skipped] == [
        ("XX002", "profile national-2020 does not say what score.reverse is")
    ]
    assert [(f.check.code, f.finding.at.path) for f in outcome.found] == [
        ("XX001", "indicators.0.score"),
        ("XX002", "indicators.1.score"),
        ("XX002", "indicators.2.score"),
    ]


def test_a_check_of_a_shared_generator_says_which_module_is_its_manual() -> None:
    declare = check("XX005", "no-module", title="A", severity="warning", basis=SAY)
    with pytest.raises(ValueError, match="XX005: a check made of a shared generator needs module"):
        declare(per_sheet)
    assert (
        SHEETS[0].title.zh
        == "Checks that have one generator in common: it runs once a sheet, each takes its own findings."
    )
    assert SHEETS[0].module == __name__
