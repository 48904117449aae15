"""The same results as a plain run, whoever worked and however often it was interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate import submissions as submissions_module
from sheetlint.gate.executors import Workers
from sheetlint.gate.local_workers import start_local_workers
from sheetlint.gate.store import ResultStore
from sheetlint.gate.submissions import Submissions
from sheetlint.intake.find_sources import find_sources
from sheetlint.rules.waivers import Waivers
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import load_plan
from tests.gate.conftest import Checked
from tests.run.documents import WRONG_RATE, written


def test_as_a_plain_run(submissions: Path, checked: Checked) -> None:
    plain = check_files(
        find_sources([str(submissions)]), load_plan(RunConfiguration(), keep_summaries=True)
    )
    assert tuple(checked(submissions)) == plain.files


def test_known_results_are_not_worked_on(
    submissions: Path, checked: Checked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "results.sqlite")
    store = ResultStore(path)
    first = checked(submissions, store=store)
    store.close()
    written(submissions / "错.json", {"project": "改过了"})
    asked: list[str] = []
    real = submissions_module.split_work
    monkeypatch.setattr(
        submissions_module,
        "split_work",
        lambda items, jobs: asked.extend(i.path for i in items) or real(items, jobs),
    )
    second = checked(submissions, store=ResultStore(path))
    assert [os.path.basename(name) for name in asked] == ["错.json"]
    assert [f.verdict for f in first if f.path.endswith("错.json")] == ["fail"]
    assert [f.verdict for f in second if f.path.endswith("错.json")] == ["pass"]
    assert [f for f in second if not f.path.endswith("错.json")] == [
        f for f in first if not f.path.endswith("错.json")
    ]


@pytest.mark.parametrize(
    "configuration",
    [
        RunConfiguration(profile="shanghai"),
        RunConfiguration(lexicon=(("header.unit", ("用款单位",)),)),
    ],
)
def test_other_rules_are_other_results(
    configuration: RunConfiguration, submissions: Path, checked: Checked, tmp_path: Path
) -> None:
    path = str(tmp_path / "results.sqlite")
    store = ResultStore(path)
    checked(submissions, store=store)
    store.close()
    again = checked(submissions, configuration, ResultStore(path))
    assert (
        tuple(again)
        == check_files(
            find_sources([str(submissions)]), load_plan(configuration, keep_summaries=True)
        ).files
    )


def test_a_process_that_dies_costs_its_file(
    submissions: Path, fatal: str, checked: Checked
) -> None:
    written(submissions / "致命.json", {"project": "致命项目"})
    files = checked(submissions, RunConfiguration(checks=(fatal,)))
    dead = next(f for f in files if f.path.endswith("致命.json"))
    assert [f.check.code for f in dead.findings] == ["RD001"]
    assert "意外终止" in dead.findings[0].message.zh
    others = [f for f in files if f is not dead]
    plain = check_files(
        find_sources([str(submissions)]), load_plan(RunConfiguration(), keep_summaries=True)
    )
    assert [(f.path, f.findings) for f in others] == [
        (f.path, f.findings) for f in plain.files if f.path != dead.path
    ]


def test_a_file_that_vanishes(submissions: Path, tmp_path: Path) -> None:
    configuration = RunConfiguration()
    sources = find_sources([str(submissions)])
    (submissions / "坏.xlsx").unlink()
    work = Submissions(sources, load_plan(configuration, keep_summaries=True), ResultStore(None))
    work.check(Workers(start_local_workers, 2), lambda count: None)
    files = [file for _, file in work.file_reports(Waivers())]
    gone = next(f for f in files if f.path.endswith("坏.xlsx"))
    assert [(f.check.code, f.message.zh) for f in gone.findings] == [
        ("RD001", "文件无法读取：文件不存在")
    ]
    assert len(files) == len(sources)


def test_a_file_that_changes_after_it_was_hashed(
    submissions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration, store = RunConfiguration(), ResultStore(None)
    work = Submissions(
        find_sources([str(submissions)]),
        load_plan(configuration, keep_summaries=True),
        store,
    )
    real = submissions_module.split_work

    def late(items: list[object], jobs: int) -> object:
        written(submissions / "错.json", {"project": "改过了"})
        return real(items, jobs)

    monkeypatch.setattr(submissions_module, "split_work", late)
    work.check(Workers(start_local_workers, 1), lambda count: None)
    file = next(f for _, f in work.file_reports(Waivers()) if f.path.endswith("错.json"))
    assert [s.project for s in file.sheets] == ["改过了"]


_SLOWLY = """
import os, signal, sys
from sheetlint.gate import submissions
from sheetlint.gate.submissions import Submissions
from sheetlint.gate.executors import Workers
from sheetlint.gate.executors import start_local_workers
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.run.plan import load_plan
from sheetlint.gate.store import ResultStore
from sheetlint.intake.find_sources import find_sources

if __name__ == "__main__":
    store = ResultStore(sys.argv[2])
    submissions.split_work = lambda items, jobs: [[item] for item in items]
    plan = load_plan(RunConfiguration(), keep_summaries=True)
    work = Submissions(find_sources([sys.argv[1]]), plan, store)
    done = 0
    def advance(count):
        global done
        done += count
        store.flush()
        if done == 4:
            os.kill(os.getpid(), signal.SIGKILL)
    work.check(Workers(start_local_workers, 1), advance)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_and_continued(submissions: Path, checked: Checked, tmp_path: Path) -> None:
    for number in range(10, 20):
        written(submissions / f"{number}.json", WRONG_RATE)
    path = tmp_path / "results.sqlite"
    script = tmp_path / "slowly.py"
    script.write_text(_SLOWLY, encoding="utf-8")
    dead = subprocess.run([sys.executable, str(script), str(submissions), str(path)], timeout=120)
    assert dead.returncode == -signal.SIGKILL
    continued = checked(submissions, store=ResultStore(str(path)))
    assert continued == checked(submissions)
