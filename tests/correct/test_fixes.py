"""What is put right, and what never is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sheetlint.correct.fix_candidates import FixOptions
from sheetlint.correct.fixes import FixResult, find_fixes
from sheetlint.messages.text import Text
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.rules.check import ERROR, SAFE, UNSAFE, Check
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import SheetChecker
from sheetlint.rules.registry import Registry, load
from sheetlint.run.examine import ExaminedSheet, examine_changed_sheet
from sheetlint.sheet.sheet import Sheet
from sheetlint.testing import Case, build_sheet, read_cases

CASES = Path(__file__).parent.parent / "cases"
FIXABLE = {check.code: check for check in load().checks if check.fix}
DERIVED = {"funds.total.rate", "funds.total.score", "total.weight", "total.score"}


class Desk:
    """Checks sheets under one profile, and puts them right."""

    def __init__(self, data: dict[str, Any], registry: Registry, profiles: Profiles) -> None:
        profile = profiles.load(str(data.get("profile", DEFAULT)))
        for key, value in dict(data.get("parameters", {})).items():
            profile = profile.with_value(key, value)
        decision = Decision().with_profile(profile.severities, profile.mandatory)
        self._profile, self._panel = profile, SheetChecker(profile, registry, decision)
        self.sheet = self.look(build_sheet(data)).sheet

    def look(self, sheet: Sheet) -> ExaminedSheet:
        return examine_changed_sheet(sheet, self._profile, self._panel)

    def find_fixes(self, **wanted: Any) -> FixResult:
        return find_fixes(self.sheet, self.look, FixOptions(**wanted))


def errors(seen: ExaminedSheet) -> set[tuple[str, str]]:
    return {found.key for found in seen.outcome.found if found.severity == ERROR}


def failing() -> list[Case]:
    return [case for case in read_cases(CASES) if case.code in FIXABLE and case.expect]


# ── every check that says it can be fixed ───────────────────────────────────────────────────────


@pytest.mark.parametrize("case", failing(), ids=lambda case: f"{case.code}-{case.name}")
def test_a_fix_removes_its_finding_and_brings_no_error(
    case: Case, registry: Registry, profiles: Profiles
) -> None:
    desk = Desk(dict(case.data), registry, profiles)
    outcome = desk.find_fixes(unsafe=FIXABLE[case.code].fix == UNSAFE)
    before, after = desk.look(desk.sheet), desk.look(outcome.sheet)
    assert errors(after) - errors(before) == set()
    left = {found.key for found in outcome.remaining}
    changed = {proposal.path for proposal in outcome.proposals}
    assert {(p.check.code, p.path) for p in outcome.proposals} & left == set()
    # Nothing else has changed, and to put right what is right changes nothing.
    assert {
        old.path
        for old, new in zip(desk.sheet.values(), outcome.sheet.values(), strict=True)
        if old.raw != new.raw
    } == changed
    again = find_fixes(outcome.sheet, desk.look, FixOptions(FIXABLE[case.code].fix == UNSAFE))
    assert again.proposals == ()


@pytest.mark.parametrize("check", FIXABLE.values(), ids=lambda check: check.code)
def test_every_check_that_says_so_is_put_right_in_some_case(
    check: Check, registry: Registry, profiles: Profiles
) -> None:
    for case in failing():
        if case.code != check.code:
            continue
        desk = Desk(dict(case.data), registry, profiles)
        seen = desk.look(desk.sheet)
        paths = {f.finding.at.path for f in seen.outcome.found if f.check.code == check.code}
        outcome = desk.find_fixes(unsafe=check.fix == UNSAFE)
        if paths & {proposal.path for proposal in outcome.proposals}:
            return
    pytest.fail(f"nothing that {check.code} finds is ever put right")


def test_what_only_serves_to_find_causes_is_never_written(registry: Registry) -> None:
    assert [check.code for check in registry.checks if check.fix == SAFE] == [
        "AR020",
        "AR021",
        "AR022",
        "AR023",
        "AR024",
        "AR025",
        "FD002",
        "FD003",
        "FD010",
        "FD011",
    ]
    assert [check.code for check in registry.checks if check.fix == UNSAFE] == [
        "AR007",
        "AR012",
        "ID001",
        "ID002",
        "ID003",
        "ID005",
        "ID006",
        "ID008",
    ]


# ── the figures ─────────────────────────────────────────────────────────────────────────────────


# cells spoiled in the clean sheet, and all the changes that put it right
TABLE: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("nothing is wrong", {}, {}),
    ("the rate", {"funds.total.rate": "97.88%"}, {"funds.total.rate": "98.88%"}),
    ("a rate without its sign", {"funds.total.rate": "97.88"}, {"funds.total.rate": "98.88"}),
    ("a rate as a fraction", {"funds.total.rate": "0.9788"}, {"funds.total.rate": "0.9888"}),
    ("a rate of one decimal", {"funds.total.rate": "97.8%"}, {"funds.total.rate": "98.9%"}),
    ("a rate of no decimals", {"funds.total.rate": "89%"}, {"funds.total.rate": "99%"}),
    ("a wide sign", {"funds.total.rate": "97.88％"}, {"funds.total.rate": "98.88％"}),
    ("more digits than it has", {"funds.total.rate": "97.8812%"}, {"funds.total.rate": "98.88%"}),
    ("the budget score", {"funds.total.score": "9.98"}, {"funds.total.score": "9.89"}),
    ("a score in 分", {"funds.total.score": "9.98分"}, {"funds.total.score": "9.89分"}),
    (
        "a score that was added up",
        {"funds.total.score": "8.89", "total.score": "98.89"},
        {"funds.total.score": "9.89", "total.score": "99.89"},
    ),
    ("the total", {"total.score": "98.89"}, {"total.score": "99.89"}),
    ("a total with more zeros", {"total.score": "98.890"}, {"total.score": "99.890"}),
    ("the sum of weights", {"total.weight": "110"}, {"total.weight": "100"}),
    ("the grade", {"grade": "良"}, {"grade": "优"}),
    ("the grade by its longer name", {"grade": "良好"}, {"grade": "优秀"}),
    ("the head", {"headline": "99.98"}, {"headline": "99.89"}),
    (
        "everything at once",
        {
            "headline": "75",
            "funds.total.rate": "89.88%",
            "funds.total.score": "8.89",
            "total.weight": "110",
            "total.score": "75",
            "grade": "中",
        },
        {
            "headline": "99.89",
            "funds.total.rate": "98.88%",
            "funds.total.score": "9.89",
            "total.weight": "100",
            "total.score": "99.89",
            "grade": "优",
        },
    ),
]


@pytest.mark.parametrize(("name", "spoiled", "changes"), TABLE, ids=lambda item: str(item)[:30])
def test_figures_are_put_right_in_the_manner_of_their_cells(
    name: str,
    spoiled: dict[str, str],
    changes: dict[str, str],
    registry: Registry,
    profiles: Profiles,
) -> None:
    data = {"set": {k: v for k, v in spoiled.items() if k != "headline"}}
    if "headline" in spoiled:
        data["headline"] = spoiled["headline"]
    outcome = Desk(data, registry, profiles).find_fixes()
    assert {p.path: p.after for p in outcome.proposals} == changes, name
    assert {p.path: p.before for p in outcome.proposals} == {
        path: spoiled[path] for path in changes
    }
    assert outcome.remaining == ()


# measured values and judged scores: spoiled, and nothing is proposed
ALONE: list[tuple[dict[str, str], set[str]]] = [
    ({"funds.total.executed": "65961217.00"}, set()),
    ({"funds.total.budget": "67607470.00"}, set()),
    ({"funds.1.executed": "46961217.00"}, set()),
    ({"funds.total.weight": "20"}, set()),
    ({"indicators.0.weight": "30"}, set()),
    ({"indicators.1.score": "51"}, set()),
    ({"indicators.1.score": "-15"}, set()),
    ({"indicators.1.score": ""}, set()),
    ({"indicators.1.score": "14"}, set()),
    ({"indicators.0.actual": "1130人次"}, set()),
    # The total is wrong by itself, whatever becomes of the score: it is what is printed, added up.
    ({"indicators.1.score": "14", "total.score": "97.8"}, {"total.score"}),
]


@pytest.mark.parametrize(("spoiled", "changed"), ALONE, ids=str)
def test_what_somebody_measured_or_judged_is_left_alone(
    spoiled: dict[str, str], changed: set[str], registry: Registry, profiles: Profiles
) -> None:
    outcome = Desk({"set": spoiled}, registry, profiles).find_fixes()
    assert {proposal.path for proposal in outcome.proposals} == changed
    assert outcome.remaining != ()


def test_what_follows_a_change_is_marked(registry: Registry, profiles: Profiles) -> None:
    wrong = {"funds.total.score": "8.89", "total.score": "98.89", "grade": "良"}
    outcome = Desk({"set": wrong}, registry, profiles).find_fixes()
    assert {p.path: p.stale for p in outcome.proposals} == {
        "funds.total.score": False,
        "total.score": True,
        "grade": False,
    }


def test_likely_scores_only_where_they_are_wanted(registry: Registry, profiles: Profiles) -> None:
    desk = Desk({"set": {"indicators.1.score": "14", "total.score": "98.89"}}, registry, profiles)
    careful = desk.find_fixes()
    assert careful.proposals == ()
    assert (len(careful.remaining), careful.unsafe_count) == (2, 1)
    bold = desk.find_fixes(unsafe=True)
    assert [(p.path, p.after, p.safe) for p in bold.proposals] == [
        ("indicators.1.score", "15", False),
        ("total.score", "99.89", True),
    ]
    assert bold.remaining == ()


def test_a_waived_finding_is_left_as_it_is(registry: Registry, profiles: Profiles) -> None:
    desk = Desk({"set": {"funds.total.rate": "97.88%", "grade": "良"}}, registry, profiles)
    outcome = desk.find_fixes(waived=frozenset({("FD002", "funds.total.rate")}))
    assert [proposal.path for proposal in outcome.proposals] == ["grade"]
    assert outcome.remaining == ()


def test_only_what_was_selected(registry: Registry, profiles: Profiles) -> None:
    desk = Desk({"set": {"funds.total.rate": "97.88%", "grade": "良"}}, registry, profiles)
    outcome = desk.find_fixes(codes=lambda check: check.code == "AR023")
    assert [proposal.path for proposal in outcome.proposals] == ["grade"]
    assert [found.check.code for found in outcome.remaining] == ["FD002"]


def test_a_doubtful_row_leaves_the_total_alone(registry: Registry, profiles: Profiles) -> None:
    desk = Desk({"set": {"total.score": "97.8"}}, registry, profiles)
    row = desk.sheet.indicators[2]
    rows = list(desk.sheet.indicators)
    rows[2] = row._replace(doubt=Text("读取存疑", "doubtful"))
    outcome = find_fixes(desk.sheet._replace(indicators=tuple(rows)), desk.look, FixOptions())
    assert outcome.proposals == ()


# amounts in 万元, one of them to the whole, leave room for many budget scores
COARSE = [("9.28", "99.28", None), ("9.78", "99.28", False), ("9.78", "89.78", True)]


@pytest.mark.parametrize(("score", "total", "safe"), COARSE)
def test_a_total_that_another_accepted_budget_score_makes_up_is_no_safe_fix(
    score: str, total: str, safe: bool | None, registry: Registry, profiles: Profiles
) -> None:
    amounts = {"budget": "7.54", "executed": "7", "rate": "92.84%"}
    printed = {
        f"funds.{row}.{key}": text for row in ("total", "1") for key, text in amounts.items()
    }
    printed |= {"funds.total.score": score, "total.score": total}
    desk = Desk({"money_unit": "万元", "set": printed}, registry, profiles)
    assert [(p.path, p.safe) for p in desk.find_fixes(unsafe=True).proposals] == (
        [] if safe is None else [("total.score", safe)]
    )
    careful = desk.find_fixes()
    assert [p.path for p in careful.proposals] == (["total.score"] if safe else [])
    assert careful.unsafe_count == (safe is False)


def test_no_change_that_brings_another_error(registry: Registry, profiles: Profiles) -> None:
    """With the right total the grade would be wrong, and the grade was not to be put right."""
    desk = Desk({"set": {"total.score": "89.89", "grade": "良"}}, registry, profiles)
    assert desk.find_fixes(codes=lambda check: check.code == "AR020").proposals == ()
    assert {p.path: p.after for p in desk.find_fixes().proposals} == {
        "total.score": "99.89",
        "grade": "优",
    }


# the total that is printed, and what it becomes where 6.5 + 90 = 96.5 is capped to 79
CAPPED = [("79", None), ("96.5", "79.0"), ("75", "79"), ("85", "79"), ("97.5", "79.0")]


@pytest.mark.parametrize(("total", "right"), CAPPED)
def test_a_total_is_brought_down_to_the_cap(
    total: str, right: str | None, registry: Registry, profiles: Profiles
) -> None:
    rate = {"funds.total.budget": "100", "funds.total.executed": "65", "funds.total.rate": "65%"}
    parts = {"funds.1.budget": "100", "funds.1.executed": "65"}
    printed = {**rate, **parts, "funds.total.score": "6.5", "total.score": total}
    data = {"parameters": {"total.caps_by_rate": [["0.70", 79]]}, "set": printed}
    desk = Desk({"profile": DEFAULT, **data}, registry, profiles)
    outcome = desk.find_fixes()
    assert {p.path: p.after for p in outcome.proposals} == (
        {} if right is None else {"total.score": right}
    )
    assert {"AR020", "AR024"}.isdisjoint(found.check.code for found in outcome.remaining)
    codes = [item.found.check.code for item in desk.look(desk.sheet).explained]
    assert sum(code in ("AR020", "AR024") for code in codes) == (right is not None)
