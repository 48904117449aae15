"""The report as a value: everything that was found, ready for any renderer.

Renderers are pure functions of ``Report``; they look nothing up and decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sheetlint.check import Check
from sheetlint.model import Text, Where

PASS = "pass"
FAIL = "fail"


class Excerpt(NamedTuple):
    """A few cells around the one concerned: headers above values, ``marked`` the index of it."""

    headers: tuple[str, ...]
    values: tuple[str, ...]
    marked: int
    row: int | None


class Consequence(NamedTuple):
    """A finding that goes away with its cause."""

    code: str
    name: str
    where: Where


class Reported(NamedTuple):
    """One finding as it is reported."""

    check: Check
    severity: str
    sheet: int | None
    """Index of the sheet within its file; None for a finding about the file."""
    message: Text
    where: Where
    printed: str | None
    expected: tuple[str, ...]
    formula: str
    basis: Text
    hint: Text | None
    fingerprint: str
    excerpt: Excerpt | None = None
    consequences: tuple[Consequence, ...] = ()


class Skipped(NamedTuple):
    """A check that did not run on a sheet, or not on all of its rows."""

    code: str
    sheet: int | None
    reason: Text


class SheetReport(NamedTuple):
    """Who a sheet is, and its verdict."""

    position: int
    """From 0, within the file."""
    title: str
    year: int | None
    project: str
    unit: str
    total: str | None
    """The printed total score, as a decimal string."""
    profile: str
    profile_reason: Text
    verdict: str


class FileReport(NamedTuple):
    """One file with everything found in it."""

    path: str
    sha256: str
    """Of the bytes read; empty where nothing could be read."""
    format: str
    sheets: tuple[SheetReport, ...]
    findings: tuple[Reported, ...]
    skipped: tuple[Skipped, ...]
    checks_run: int
    """How many checks were called for the file's sheets, each counted once a sheet."""
    verdict: str
    passed_over: bool = False
    """The file says nothing of self-evaluation and the user asked to leave such files alone."""


class Report(NamedTuple):
    """A whole run."""

    version: str
    rules_sha256: str
    files: tuple[FileReport, ...]
    verdict: str
    shown: str
    """Mildest severity that renderers for people show."""

    def findings(self) -> Iterator[tuple[FileReport, Reported]]:
        for file in self.files:
            for found in file.findings:
                yield file, found

    def count(self, severity: str) -> int:
        return sum(found.severity == severity for _, found in self.findings())

    @property
    def sheets(self) -> int:
        return sum(len(file.sheets) for file in self.files)

    @property
    def skipped(self) -> int:
        return sum(len(file.skipped) for file in self.files)

    @property
    def checks_run(self) -> int:
        return sum(file.checks_run for file in self.files)
