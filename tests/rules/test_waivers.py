"""What is waived, until when, and by what: the whole truth as tables."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sheetlint.rules.registry import Registry
from sheetlint.rules.waivers import (
    BASELINE,
    AppliedWaiver,
    BadBaseline,
    BaselineEntry,
    Waiver,
    Waivers,
    format_baseline,
    read_baseline,
)

TODAY = date(2023, 3, 1)
MARK = "0123456789abcdef"


def waiver(until: date = date(2023, 12, 31), **rest: str) -> Waiver:
    return Waiver("省厅批复的权重", "李明", until, **rest)


@pytest.mark.parametrize(
    ("entry", "path", "covered"),
    [
        (waiver(code="AR002"), "a.xlsx", True),
        (waiver(code="first-level-weight-nonstandard"), "a.xlsx", True),
        (waiver(code="AR"), "a.xlsx", True),
        (waiver(code="FD"), "a.xlsx", False),
        (waiver(fingerprint=MARK), "a.xlsx", True),
        (waiver(fingerprint="f" * 16), "a.xlsx", False),
        (waiver(code="AR002", file="a.xlsx"), "a.xlsx", True),
        (waiver(code="AR002", file="a.xlsx"), "报送/2022/a.xlsx", True),
        (waiver(code="AR002", file="2022/*.xlsx"), "报送/2022/a.xlsx", True),
        (waiver(code="AR002", file="2022/*.xlsx"), "报送\\2022\\a.xlsx", True),
        (waiver(code="AR002", file="2021/*.xlsx"), "报送/2022/a.xlsx", False),
        (waiver(code="AR002", file="a.xlsx"), "ba.xlsx", False),
        (waiver(date(2023, 3, 1), code="AR002"), "a.xlsx", True),
        (waiver(date(2023, 2, 28), code="AR002"), "a.xlsx", False),
    ],
)
def test_what_a_waiver_covers(entry: Waiver, path: str, covered: bool, registry: Registry) -> None:
    (check,) = registry.find("AR002")
    found = Waivers((entry,), TODAY).find(check, MARK, path)
    assert (found is not None) is covered


def test_a_waiver_is_quoted_whole(registry: Registry) -> None:
    (check,) = registry.find("AR002")
    found = Waivers((waiver(code="FD"), waiver(code="AR002")), TODAY).find(check, MARK, "a.xlsx")
    assert found is not None
    assert (found.reason.zh, found.by, found.until, found.position) == (
        "省厅批复的权重",
        "李明",
        "2023-12-31",
        1,
    )


def test_the_baseline_goes_by_fingerprint_alone(registry: Registry) -> None:
    (check,) = registry.find("AR002")
    waivers = Waivers(baseline=frozenset({MARK}))
    assert waivers.find(check, MARK, "a.xlsx") == AppliedWaiver(BASELINE)
    assert waivers.find(check, "f" * 16, "a.xlsx") is None


def test_the_expired_and_the_unused_are_told_apart() -> None:
    old, idle, busy = waiver(date(2023, 1, 1), code="FD"), waiver(code="AR"), waiver(code="NT")
    expired, unused = Waivers((old, idle, busy), TODAY).expired_and_unused(
        [AppliedWaiver(BASELINE, position=2)]
    )
    assert (expired, unused) == ([old], [idle])


def test_a_baseline_reads_back_and_is_the_same_in_any_order(tmp_path: Path) -> None:
    known = [
        BaselineEntry("b" * 16, "FD002", "a.xlsx 执行率"),
        BaselineEntry("a" * 16, "AR001", "a.xlsx 总分"),
    ]
    text = format_baseline(known)
    path = tmp_path / "基线.json"
    path.write_text(text, encoding="utf-8")
    assert read_baseline(str(path)) == tuple(sorted(known))
    assert format_baseline(known[::-1] + known) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "不是合格的 JSON"),
        ("[]", "不是本工具的基线文件"),
        (json.dumps({"schema": "sheetlint-baseline/2", "findings": []}), "不是本工具的基线文件"),
        (json.dumps({"schema": "sheetlint-baseline/1", "findings": [{"code": 1}]}), "不是本工具"),
    ],
)
def test_another_file_is_refused(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "基线.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadBaseline) as caught:
        read_baseline(str(path))
    assert said in caught.value.text.zh
