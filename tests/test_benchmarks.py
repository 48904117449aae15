"""The files that the benchmarks read: the same two sheets in every format, and nothing wrong."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.find_sources import find_sources
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.mark.parametrize(
    "kind", ["txt", "csv", "xls", "ods", "docx", "doc", "html", "pdf", "yaml", "json"]
)
def test_the_two_sheets(
    kind: str,
    tmp_path: Path,
    registry: Registry,
    profiles: Profiles,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    sheets, written = (importlib.import_module(name) for name in ("two_sheets", "two_sheet_files"))
    path = tmp_path / f"two-sheets.{kind}"
    path.write_bytes(written.WRITERS[kind](sheets.pair(0)))
    report = check_files(find_sources([str(path)]), Plan(RunConfiguration(), registry, profiles))
    first = sheets.pair(0)[0]
    project = next(b.text for b in first.boxes if (b.row, b.column) == first.fields["project"])
    assert (report.sheets, report.files[0].sheets[0].project) == (2, project)
    assert [(f.check.code, f.where.label_text) for _, f in report.findings()] == []
