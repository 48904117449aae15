"""Two sheets as a unit sent them in, page breaks and all: what is said of their scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.rules.check import WARNING
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport

FILE = Path(__file__).parents[1] / "fixtures" / "damaged-two-sheets.txt"
SCORES = {
    *("ID001", "ID002", "ID003", "ID004", "ID005", "ID006", "ID007", "ID008", "ID009", "ID015"),
    *("ID016", "ID017", "ID020", "ID022", "ID023", "ID024", "AR007", "AR013", "NT006", "CN004"),
    *("FD003", "FD010"),
}


@pytest.fixture(scope="module")
def report(registry: Registry, profiles: Profiles) -> FileReport:
    return check_source(Source(str(FILE)), Plan(RunConfiguration(), registry, profiles))


def test_one_score_is_a_little_low_and_nothing_else_is_wrong(report: FileReport) -> None:
    said = [f for f in report.findings if f.check.code in SCORES]
    assert [(f.sheet, f.check.code, f.severity, f.printed, f.expected) for f in said] == [
        (0, "ID001", WARNING, "9", ("9.90",))
    ]
    assert "取整截尾" in said[0].message.zh
    assert [c.code for c in said[0].consequences] == ["ID023"]


def test_the_checks_did_run(report: FileReport) -> None:
    """Silence is an answer only where a question was asked."""
    skipped = {(skip.code, skip.sheet) for skip in report.skipped}
    assert skipped & {(code, sheet) for code in SCORES for sheet in (0, 1)} == set()
