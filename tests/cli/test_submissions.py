"""What a bureau receives, as the benchmarks draw it: the gate finds as much as was put in."""

from __future__ import annotations

import importlib
from json import loads
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.cli.conftest import Call

BENCHMARKS = Path(__file__).resolve().parent.parent.parent / "benchmarks"


@pytest.fixture
def submissions(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("submissions")


def gated(call: Call, *options: str) -> tuple[dict[str, Any], set[str], set[str]]:
    """The report, the files that fail, and those that could not be read, by their names."""
    compared = ("--roster", "项目清单.xlsx", "--summary", "决算说明.docx")
    ran = call("gate", "报送", "--format", "json", "--no-cache", "-q", *compared, *options)
    report = loads(ran.out)
    failed = {
        file["path"].removeprefix("报送/").replace(".zip/", "/")
        for file in report["files"]
        if any(found["severity"] == "error" for found in file["findings"])
    }
    unread = {
        file["path"].removeprefix("报送/").replace(".zip/", "/")
        for file in report["files"]
        if any(found["code"] == "RD001" for found in file["findings"])
    }
    return report, failed, unread


def test_submissions_in_which_nothing_is_wrong(
    call: Call, tmp_path: Path, submissions: ModuleType
) -> None:
    submitted = submissions.written(tmp_path, submissions.Wanted(30, 0, 0, 0, 5), 1)
    report, failed, unread = gated(call)
    assert (len(submitted.projects), report["summary"]["sheets"]) == (30, 30)
    assert (failed, unread) == (set(), set())
    # Units count in 元 or in 万元, as units do.
    assert {found["code"] for found in report["batch"]} <= {"BT006"}


def test_submissions_in_which_much_is_wrong(
    call: Call, tmp_path: Path, submissions: ModuleType
) -> None:
    submitted = submissions.written(tmp_path, submissions.Wanted(40, 0.2, 0.4, 0.1, 6), 1)
    report, failed, unread = gated(call)
    assert unread == set(submitted.broken)
    # Copies of a wrong one are wrong as well.
    assert failed - set(submitted.copied) == {*submitted.wrong, *submitted.broken} - set(
        submitted.copied
    )
    assert {found["code"] for found in report["batch"]} >= {"BT001", "BT007", "BT009"}


def test_the_same_seed_gives_the_same_submissions(tmp_path: Path, submissions: ModuleType) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        submissions.written(tmp_path / name, submissions.Wanted(15, 0.1), 1)
    one, other = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in files(tmp_path / name)}
        for name in ("a", "b")
    )
    assert len(one) > 10
    assert one == other


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
