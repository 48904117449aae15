"""The search for causes: what it does not do, and how much work it may take."""

from __future__ import annotations

import json

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import DEFAULT, Profiles
from sheetlint.recognise.values import substitute
from sheetlint.report import full
from sheetlint.report import json as as_json
from sheetlint.report.symbols import choose_symbols
from sheetlint.rules.causes import find_causes
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import SheetChecker, TrialRun
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from sheetlint.sheet.sheet import Sheet
from sheetlint.testing import build_sheet
from tests.text_forms import draw
from tests.writing.plain import as_text

SAID = "表太长、问题太多，没有逐一查找起因，同一处引起的可能分开列出"


def lost_points(rows: int) -> bytes:
    """A sheet in which every row has lost points and none says why."""
    levels = ("产出指标 | 数量指标", "效益指标 | 社会效益指标")
    lines = [
        f"{levels[2 * i // rows]} | 培训人次{i} | ≥{1000 + i}人次 | {900 + i % 50}人次 | 1 | 0.5 |"
        for i in range(rows)
    ]
    return as_text(draw({"rows": lines}, {"funds.total.score": "8.89"}))


@pytest.fixture
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


def count_trials(monkeypatch: pytest.MonkeyPatch) -> list[Sheet]:
    """The sheets that are checked again, in a list that grows."""
    tried: list[Sheet] = []
    trial = SheetChecker.trial

    def counted(panel: SheetChecker, sheet: Sheet) -> TrialRun:
        tried.append(sheet)
        return trial(panel, sheet)

    monkeypatch.setattr(SheetChecker, "trial", counted)
    return tried


@pytest.mark.parametrize("rows", [10, 100])
def test_the_work_is_bounded_and_its_end_is_said_once(
    rows: int, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = count_trials(monkeypatch)
    source = Source("表.txt", data=lost_points(rows))
    report = check_files([source], plan)
    skipped = json.loads(as_json.render(report, "zh"))["files"][0]["skipped"]
    said = [skip for skip in skipped if skip["reason"] == SAID]
    printed = full.render(
        report, "zh", 100, colour=False, verbose=False, symbols=choose_symbols("utf-8")
    )
    assert "".join(printed.split()).count(SAID) == len(said)
    if rows == 10:
        assert tried
        assert said == []
    else:
        assert tried == []
        assert said == [{"code": "SY002", "sheet": 0, "reason": SAID}]


def test_one_cause_is_found_in_a_long_sheet(plan: Plan) -> None:
    """The total proposes a value for each of its rows; the score that is wrong proposes one."""
    rows = [
        f"产出指标 | 数量指标 | 培训人次{i} | ≥100人次 | 120人次 | 0.3 | 0.3 |" for i in range(300)
    ]
    sheet = draw({"rows": rows}, {"indicators.200.score": "0.2"})
    (file,) = check_files([Source("表.txt", data=as_text(sheet))], plan).files
    (found,) = [f for f in file.findings if f.path == "indicators.200.score"]
    assert "AR020" in [c.code for c in found.consequences]
    assert SAID not in [skip.reason.zh for skip in file.skipped]


def test_that_a_check_crashed_is_no_consequence(registry: Registry, profiles: Profiles) -> None:
    """Even where it would not crash with the right value in place."""
    crash = next(check for check in registry.checks if check.code == "SY001")
    panel = SheetChecker(profiles.load(DEFAULT), registry, Decision())
    sheet = build_sheet({"set": {"funds.total.score": "9.98"}})
    found = panel.check(sheet).found
    (wrong,) = [f for f in found if f.check.code == "FD003"]
    crashed = wrong._replace(check=crash, finding=wrong.finding._replace(fixes=()))
    explained = find_causes(sheet, (*found, crashed), panel.trial, substitute).explanations
    assert crashed in [item.found for item in explained]


def test_long_texts_are_work_too(plan: Plan) -> None:
    rows = [f"产出指标 | 数量指标 | 培训人次{i} | ≥100人次 | 120人次 | 5 | 4 |" for i in range(18)]
    for times, said in ((1, False), (6000, True)):
        sheet = draw({"rows": rows}, {"planned": "为残疾人提供康复训练。" * times})
        (file,) = check_files([Source("表.txt", data=as_text(sheet))], plan).files
        assert (SAID in [skip.reason.zh for skip in file.skipped]) is said
