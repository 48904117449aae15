"""Counts of a run, and one line for every file."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from hashlib import sha256
from sys import intern
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.run.crosscheck import CrosscheckOutcome
from sheetlint.run.results import FAIL, PASS, FileReport, SheetReport

CHECKED = "checked"
UNREAD = "unread"
PASSED_OVER = "passed-over"
STATUSES = (CHECKED, UNREAD, PASSED_OVER)
_UNREADABLE = "RD001"


class SheetLine(NamedTuple):
    """What a list shows of a sheet."""

    department: str
    unit: str
    project: str
    year: int | None
    total: Decimal | None
    profile: str
    verdict: str


class FileLine(NamedTuple):
    """What a list shows of a file."""

    number: int
    """Of the file among the sources of the run."""
    path: str
    status: str
    verdict: str
    """``pass`` or ``fail``; a file that was passed over has none."""
    format: str
    sha256: str
    errors: int
    warnings: int
    infos: int
    findings: int
    """All findings, waived ones included."""
    waived: str
    """A digest of the waivers that apply; empty where none does."""
    sheets: tuple[SheetLine, ...]


def make_file_line(number: int, file: FileReport) -> FileLine:
    counts = Counter(found.severity for found in file.findings if found.waived is None)
    status = classify_file(file)
    return FileLine(
        number,
        file.path,
        status,
        "" if status == PASSED_OVER else intern(file.verdict),
        intern(file.format),
        file.sha256,
        counts[ERROR],
        counts[WARNING],
        counts[INFO],
        len(file.findings),
        _waivers_digest(file),
        tuple([_sheet_line(sheet) for sheet in file.sheets]),
    )


def _sheet_line(sheet: SheetReport) -> SheetLine:
    """A hundred thousand of them are kept; equal texts are kept once."""
    return SheetLine(
        intern(sheet.department),
        intern(sheet.unit),
        intern(sheet.project),
        sheet.year,
        None if sheet.total is None else Decimal(sheet.total),
        intern(sheet.profile),
        intern(sheet.verdict),
    )


def _waivers_digest(file: FileReport) -> str:
    waived = [found.waived for found in file.findings]
    if not any(waived):
        return ""
    return sha256(repr(waived).encode(errors="surrogatepass")).hexdigest()


def classify_file(file: FileReport) -> str:
    """``checked``, ``unread`` or ``passed-over``."""
    if file.passed_over:
        return PASSED_OVER
    unread = any(found.check.code == _UNREADABLE for found in file.findings)
    return UNREAD if unread or (file.crashed and not file.sheets) else CHECKED


class RunOutcome(NamedTuple):
    """The counts and the verdict of a run."""

    found: int
    checked: int
    unread: int
    passed_over: int
    sheets: int
    failed_sheets: int
    errors: int
    warnings: int
    infos: int
    crashed: bool
    verdict: str


class Tally:
    """Counts of all files so far."""

    def __init__(self) -> None:
        self.files: Counter[str] = Counter()
        self.sheets = 0
        self.failed_files = 0
        self.failed_sheets = 0
        self.skipped = 0
        self.findings: Counter[str] = Counter()
        self.codes: Counter[tuple[str, str]] = Counter()
        """Findings in files by severity and code."""
        self.titles: dict[str, Text] = {}
        """Of the checks, by code."""
        self.profiles: Counter[str] = Counter()
        self.crashed = False
        self._crosscheck_verdict = PASS

    def add(self, line: FileLine, file: FileReport) -> None:
        self.files[line.status] += 1
        self.sheets += len(line.sheets)
        self.failed_files += line.verdict == FAIL
        self.failed_sheets += sum(sheet.verdict == FAIL for sheet in line.sheets)
        self.skipped += len(file.skipped)
        self.crashed = self.crashed or file.crashed
        for severity, count in ((ERROR, line.errors), (WARNING, line.warnings), (INFO, line.infos)):
            self.findings[severity] += count
        for found in file.findings:
            if found.waived is None:
                self.codes[found.severity, found.check.code] += 1
                self.titles[found.check.code] = found.check.title
        self.profiles.update(sheet.profile for sheet in line.sheets)

    def add_crosscheck(self, crosscheck: CrosscheckOutcome) -> None:
        """Findings across sheets fail the run, and no file."""
        self._crosscheck_verdict = crosscheck.verdict
        self.skipped += len(crosscheck.skipped)
        self.findings.update(f.severity for f in crosscheck.findings if f.waived is None)

    @property
    def found(self) -> int:
        return sum(self.files.values())

    @property
    def verdict(self) -> str:
        return FAIL if self.failed_files or self._crosscheck_verdict == FAIL else PASS

    @property
    def outcome(self) -> RunOutcome:
        return RunOutcome(
            self.found,
            self.files[CHECKED],
            self.files[UNREAD],
            self.files[PASSED_OVER],
            self.sheets,
            self.failed_sheets,
            self.findings[ERROR],
            self.findings[WARNING],
            self.findings[INFO],
            self.crashed,
            self.verdict,
        )
