"""Submissions on the disk, and checks of somebody's own that end the process they run in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.executors import Workers
from sheetlint.gate.store import ResultStore
from sheetlint.gate.submissions import Submissions
from sheetlint.intake.find_sources import find_sources
from sheetlint.rules.waivers import Waivers
from sheetlint.run.plan import load_plan
from sheetlint.run.results import FileReport
from sheetlint.sandbox.local_processes import start_processes
from tests.cli.submissions import write_submissions

AS_IT_IS = RunConfiguration()
FATAL = '''"""致命

检查内容
    .
为什么
    .
依据
    .
不通过示例
    .
通过示例
    .
怎么改
    .
"""
import os, signal
from sheetlint.rules.check import check
from sheetlint.messages.text import Text

@check("ZZ001", "fatal", title="Fatal", severity="info", basis=Text("无", "none"), needs="reading")
def fatal(sheet, profile):
    if "致命" in sheet.project.text:
        os.kill(os.getpid(), signal.SIGKILL)
    yield from ()
'''
"""What a parser in C does that trips over a file."""


@pytest.fixture
def submissions(tmp_path: Path) -> Path:
    return write_submissions(tmp_path, sound=6)


@pytest.fixture
def fatal(tmp_path: Path) -> str:
    folder = tmp_path / "checks"
    folder.mkdir()
    (folder / "fatal.py").write_text(FATAL, encoding="utf-8")
    return str(folder)


Checked = Callable[..., list[FileReport]]


@pytest.fixture
def checked() -> Checked:
    """All files below a folder, by workers."""

    def check(
        top: Path, configuration: RunConfiguration = AS_IT_IS, store: ResultStore | None = None
    ) -> list[FileReport]:
        store = store or ResultStore(None)
        work = Submissions(
            find_sources([str(top)]), load_plan(configuration, keep_summaries=True), store
        )
        work.check(Workers(start_processes, 2), lambda count: None)
        return [file for _, file in work.file_reports(Waivers())]

    return check
