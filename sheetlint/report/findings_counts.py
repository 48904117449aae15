"""Counts of a run for the summary worksheet, added up file by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.rules.decide import reaches
from sheetlint.run.results import FileReport, Report, ReportedFinding


class FileCounts(NamedTuple):
    """A file with its distinct units, projects and profiles, and its visible findings by severity."""

    path: str
    units: tuple[str, ...]
    projects: tuple[str, ...]
    profiles: tuple[str, ...]
    sheets: int
    findings: Counter[str]
    verdict: str


class RunCounts:
    """Counts of a run, without findings milder than ``--show``."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.files: list[FileCounts] = []
        """The files that are not passed over."""
        self.over = 0
        self.sheets = 0
        self.run = 0
        self.skipped = len(report.batch_skipped)
        self.profiles: set[str] = set()
        self.counting: Counter[str] = Counter()
        self.waived: Counter[str] = Counter()
        self.checks: Counter[tuple[str, str]] = Counter()
        """By code and severity."""
        self.titles: dict[str, Text] = {}

    def add(self, file: FileReport) -> None:
        self.sheets += len(file.sheets)
        self.run += file.checks_run
        self.skipped += len(file.skipped)
        if file.passed_over:
            self.over += 1
            return
        self.profiles.update(sheet.profile for sheet in file.sheets)
        for found in file.findings:
            self.count(found)
        self.files.append(
            FileCounts(
                file.path,
                _distinct(sheet.unit for sheet in file.sheets),
                _distinct(sheet.project for sheet in file.sheets),
                _distinct(sheet.profile for sheet in file.sheets),
                len(file.sheets),
                Counter(found.severity for found in self._report.visible(file)),
                file.verdict,
            )
        )

    def count(self, found: ReportedFinding) -> None:
        if not reaches(found.severity, self._report.shown):
            return
        if found.waived is not None:
            self.waived[found.severity] += 1
            return
        self.counting[found.severity] += 1
        self.checks[found.check.code, found.severity] += 1
        self.titles[found.check.code] = found.check.title


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple([name for name in dict.fromkeys(names) if name])
