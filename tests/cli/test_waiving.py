"""Waivers, the baseline and broken plug-ins, as the command line has them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.run.documents import WRONG_RATE, written

WAIVER = """
[[waivers]]
{what}
reason = "已电话核实，下周重报"
by = "李明"
until = 2023-12-31
"""


@pytest.fixture
def wrong(call: Callable[..., Ran]) -> Path:
    """A file with one error, in the working folder that ``call`` has gone to."""
    return written(Path("表.json"), WRONG_RATE)


def configured(what: str) -> None:
    Path("sheetlint.toml").write_text(WAIVER.format(what=what), encoding="utf-8")


def test_a_waiver_holds_until_its_day(wrong: Path, call: Callable[..., Ran]) -> None:
    configured('code = "FD002"')
    held = call("表.json", "--date", "2023-12-31", "-q")
    late = call("表.json", "--date", "2024-01-01", "-q")
    assert (held.status, held.err) == (0, "")
    assert late.status == 1
    assert late.err == "豁免已到期，不再起作用：FD002（李明，到 2023-12-31）\n"


def test_reviewers_see_everything(wrong: Path, call: Callable[..., Ran]) -> None:
    configured('code = "FD002"')
    assert call("表.json", "--no-waivers", "-q").status == 1


def test_a_waiver_that_covers_nothing_is_named(wrong: Path, call: Callable[..., Ran]) -> None:
    configured('code = "FD003"\nfile = "表.json"')
    ran = call("表.json", "--date", "2023-01-01", "-q")
    assert ran.err == "豁免没有用上，可以删去：FD003 表.json（李明）\n"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("", "waivers.0 要有 code 或 fingerprint"),
        ('fingerprint = "x"', "waivers.0.fingerprint 应符合"),
        ('cod = "FD002"', "没有这个键，是不是 code"),
    ],
)
def test_a_slip_in_a_waiver_is_said(
    what: str, said: str, wrong: Path, call: Callable[..., Ran]
) -> None:
    configured(what)
    ran = call("表.json")
    assert ran.status == 2
    assert said in ran.err


def test_a_date_that_is_none(wrong: Path, call: Callable[..., Ran]) -> None:
    ran = call("表.json", "--date", "2023-13-01")
    assert (ran.status, ran.err) == (2, "错误：“2023-13-01”不是年-月-日形式的日期\n")


def test_with_a_baseline_only_new_findings_count(wrong: Path, call: Callable[..., Ran]) -> None:
    assert call("baseline", "表.json").status == 0
    old = call("表.json", "--baseline", "sheetlint-baseline.json", "-q")
    written(wrong, {**WRONG_RATE, "total.score": "98.89"})
    new = call("表.json", "--baseline", "sheetlint-baseline.json", "-q")
    assert (old.status, new.status) == (0, 1)
    assert "AR020" in new.out
    assert "FD002" not in new.out


def test_entries_that_are_gone_are_said_and_pruned(wrong: Path, call: Callable[..., Ran]) -> None:
    call("baseline", "表.json")
    before = json.loads(Path("sheetlint-baseline.json").read_text(encoding="utf-8"))
    written(wrong, {"total.score": "98.89"})
    said = call("表.json", "--baseline", "sheetlint-baseline.json", "-q").err
    assert "用 sheetlint baseline --prune 清理" in said
    call("baseline", "表.json", "--prune")
    after = json.loads(Path("sheetlint-baseline.json").read_text(encoding="utf-8"))
    codes = [entry["code"] for entry in before["findings"]]
    assert "FD002" in codes
    assert [e["code"] for e in after["findings"]] == [c for c in codes if c != "FD002"]


def test_a_baseline_named_in_the_configuration(wrong: Path, call: Callable[..., Ran]) -> None:
    call("baseline", "表.json", "-o", "旧.json")
    Path("sheetlint.toml").write_text('baseline = "旧.json"\n', encoding="utf-8")
    assert call("表.json", "-q").status == 0


def test_a_baseline_that_is_none(wrong: Path, call: Callable[..., Ran]) -> None:
    ran = call("表.json", "--baseline", "表.json")
    assert ran.status == 2
    assert "不是本工具的基线文件" in ran.err


def test_a_broken_plugin_is_named_and_the_others_run(wrong: Path, call: Callable[..., Ran]) -> None:
    Path("rules").mkdir()
    Path("rules/broken.py").write_text("1 / 0", encoding="utf-8")
    Path("sheetlint.toml").write_text('checks = ["rules"]\n', encoding="utf-8")
    ran = call("表.json", "-q")
    assert ran.status == 1
    assert "FD002" in ran.out
    assert "broken.py 无法加载：ZeroDivisionError: division by zero；其余检查照常进行" in ran.err
    refused = call("表.json", "-q", "--require-plugins")
    assert (refused.status, refused.out) == (2, "")
