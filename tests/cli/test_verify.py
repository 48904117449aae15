"""``verify``: whether the same submissions come out the same."""

from __future__ import annotations

from json import dumps, loads
from pathlib import Path

import pytest

from sheetlint.cli import status
from sheetlint.cli.start import main
from tests.cli.conftest import Call
from tests.cli.submissions import GATE, write_submissions
from tests.run.documents import written


@pytest.fixture(autouse=True)
def submissions(tmp_path: Path) -> Path:
    return write_submissions(tmp_path)


@pytest.fixture(autouse=True)
def gate(submissions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main((*GATE, "-q"))


@pytest.mark.parametrize("results", ["结果/report.json", "结果", "结果/"])
def test_the_same(results: str, call: Call) -> None:
    ran = call("verify", results, "报送")
    assert (ran.status, ran.out) == (
        status.OK,
        "结果相同：5 个文件，2 个错误、0 个警告、0 个提示\n",
    )


def test_the_same_without_a_word(call: Call) -> None:
    assert call("verify", "结果", "报送", "-q") == (status.OK, "", "")


def test_a_file_that_was_changed(call: Call, submissions: Path) -> None:
    written(submissions / "错.json", {"project": "改过了"})
    (submissions / "坏.xlsx").unlink()
    written(submissions / "新.json")
    ran = call("verify", "结果/report.json", "报送")
    assert ran.status == status.FINDINGS
    assert ran.out.splitlines() == [
        "报送/坏.xlsx: 当时有，现在没有",
        "报送/错.json: 内容变了",
        "报送/新.json: 当时没有",
        "结果不同，共 3 处",
    ]


def test_a_report_that_was_changed(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "结果" / "report.json"
    data = loads(report.read_text(encoding="utf-8"))
    wrong = next(file for file in data["files"] if file["path"] == "报送/错.json")
    wrong["findings"] = []
    report.write_text(dumps(data), encoding="utf-8")
    ran = call("verify", "结果/report.json", "报送")
    assert ran.status == status.FINDINGS
    assert ran.out.splitlines()[0] == "报送/错.json: 内容相同，结果不同：少了 0，多了 FD002"


@pytest.mark.parametrize(
    ("report", "said"),
    [("没有.json", "打不开 没有.json"), ("结果/run.json", "不是本工具的运行记录")],
)
def test_no_report(report: str, said: str, call: Call) -> None:
    ran = call("verify", report, "报送")
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert said in ran.err


@pytest.mark.parametrize(("kind", "path"), [("programme", "x.py"), ("roster", 0)])
def test_a_record_that_names_no_input(kind: str, path: object, call: Call, tmp_path: Path) -> None:
    record = tmp_path / "结果" / "run.json"
    entry = loads(record.read_text(encoding="utf-8"))
    entry["configuration"]["inputs"] = [{"kind": kind, "path": path, "sha256": ""}]
    record.write_text(dumps(entry), encoding="utf-8")
    ran = call("verify", "结果", "报送")
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert "run.json 不是本工具的运行记录" in ran.err
