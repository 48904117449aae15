"""The engine: needs, skipped checks, crashes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile, Profiles
from sheetlint.rules.check import Finding, check, finding
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import Outcome, check_sheet
from sheetlint.rules.registry import Registry, classify
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.testing import build_sheet

BASIS = Text("依据", "basis")
SAID = Text("说", "said")


def outcome(registry: Registry, data: dict[str, object] | None = None) -> Outcome:
    profile = Profiles().load("national-2020")
    return check_sheet(build_sheet(data or {}), profile, registry, Decision())


def only(*checks: object) -> Registry:
    return classify(checks)  # type: ignore[arg-type]


@check("XX001", "needs-rate", title="t", severity="error", basis=BASIS, needs="funds.total.rate")
def needs_rate(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    yield finding(sheet.title, SAID)


@check(
    "XX002", "each-row", title="t", severity="info", basis=BASIS, each="indicator", needs="score"
)
def each_row(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    yield finding(row.score, SAID)


@check("XX003", "crashes", title="t", severity="error", basis=BASIS)
def crashes(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    yield finding(sheet.title, SAID)
    raise RuntimeError("oh [red]dear[/]")


@check("XX004", "asks-the-profile", title="t", severity="error", basis=BASIS)
def asks_the_profile(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    profile.get("no.such.key")
    yield finding(sheet.title, SAID)


@check("XX005", "every-score", title="t", severity="error", basis=BASIS,
       needs="indicators.*.score columns.note")  # fmt: skip
def every_score(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    yield finding(sheet.title, SAID)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "项目资金 › 年度资金总额 › 执行率 为空"),
        ("—", "项目资金 › 年度资金总额 › 执行率 不适用"),
        ("约98%", "项目资金 › 年度资金总额 › 执行率 不是数字"),
    ],
)
def test_a_check_is_not_called_without_its_inputs(text: str, reason: str) -> None:
    result = outcome(only(needs_rate), {"set": {"funds.total.rate": text}})
    assert (result.found, result.run) == ((), 0)
    assert [(s.code, s.reason.zh) for s in result.skipped] == [("XX001", reason)]


def test_a_check_is_called_with_its_inputs() -> None:
    result = outcome(only(needs_rate))
    assert [f.check.code for f in result.found] == ["XX001"]
    assert (result.run, result.skipped) == (1, ())


def test_rows_without_the_need_are_left_out() -> None:
    result = outcome(only(each_row), {"set": {"indicators.1.score": "十五"}})
    paths = [f.finding.at.path for f in result.found]
    assert paths == [f"indicators.{i}.score" for i in (0, 2, 3, 4)]
    assert [s.reason.zh for s in result.skipped] == [
        "绩效指标 › 产出指标 › 质量指标 › 服务合格率 › 得分 不是数字"
    ]


def test_a_sum_needs_every_row() -> None:
    result = outcome(only(every_score), {"set": {"indicators.1.score": ""}})
    assert result.found == ()
    assert [s.reason.zh for s in result.skipped] == [
        "绩效指标 › 产出指标 › 质量指标 › 服务合格率 › 得分 为空"
    ]


def test_a_column_that_is_not_there() -> None:
    result = outcome(only(every_score), {"columns": ["target", "actual", "weight", "score"]})
    assert [s.reason.zh for s in result.skipped] == ["本表样没有“偏差原因分析及改进措施”列"]


def test_a_crash_is_a_finding_and_the_others_go_on(registry: Registry) -> None:
    (crashed,) = registry.find("SY001")
    result = outcome(only(crashes, needs_rate, crashed))
    assert [f.check.code for f in result.found] == ["XX001", "XX003", "SY001"]
    assert "XX003" in result.found[-1].finding.message.zh
    assert "RuntimeError: oh [red]dear[/]" in result.found[-1].finding.message.zh


def test_what_the_profile_does_not_say_skips_the_check() -> None:
    result = outcome(only(asks_the_profile))
    assert result.found == ()
    assert [s.reason.zh for s in result.skipped] == ["口径 national-2020 没有规定 no.such.key"]


def test_a_check_that_is_off_is_not_run() -> None:
    profile = Profiles().load("national-2020")
    registry = only(crashes)
    result = check_sheet(build_sheet({}), profile, registry, Decision(ignore=("XX",)))
    assert result == Outcome((), (), 0)
