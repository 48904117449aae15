"""The count of a run, which has to close, and one line for every file."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import NamedTuple

from sheetlint.batch.across import Across
from sheetlint.check import ERROR, INFO, WARNING
from sheetlint.results import FAIL, PASS, FileReport

CHECKED = "checked"
UNREAD = "unread"
PASSED_OVER = "passed-over"
STATUSES = (CHECKED, UNREAD, PASSED_OVER)
_UNREADABLE = "RD001"


class SheetLine(NamedTuple):
    """A sheet as a list names it."""

    department: str
    unit: str
    project: str
    year: int | None
    total: Decimal | None
    profile: str
    verdict: str


class Line(NamedTuple):
    """A file as a list names it."""

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
    sheets: tuple[SheetLine, ...]


def line(number: int, file: FileReport) -> Line:
    counts = Counter(found.severity for found in file.findings if found.waived is None)
    status = status_of(file)
    return Line(
        number,
        file.path,
        status,
        "" if status == PASSED_OVER else file.verdict,
        file.format,
        file.sha256,
        counts[ERROR],
        counts[WARNING],
        counts[INFO],
        tuple(
            SheetLine(
                sheet.department,
                sheet.unit,
                sheet.project,
                sheet.year,
                None if sheet.total is None else Decimal(sheet.total),
                sheet.profile,
                sheet.verdict,
            )
            for sheet in file.sheets
        ),
    )


def status_of(file: FileReport) -> str:
    """Every file is one of three things."""
    if file.passed_over:
        return PASSED_OVER
    unread = any(found.check.code == _UNREADABLE for found in file.findings)
    return UNREAD if unread or (file.crashed and not file.sheets) else CHECKED


class Tally:
    """Counts of all files so far."""

    def __init__(self) -> None:
        self.files: Counter[str] = Counter()
        self.sheets = 0
        self.failed_files = 0
        self.failed_sheets = 0
        self.skipped = 0
        self.findings: Counter[str] = Counter()
        self.profiles: Counter[str] = Counter()
        self.crashed = False
        self._across = PASS

    def add(self, line: Line, file: FileReport) -> None:
        self.files[line.status] += 1
        self.sheets += len(line.sheets)
        self.failed_files += line.verdict == FAIL
        self.failed_sheets += sum(sheet.verdict == FAIL for sheet in line.sheets)
        self.skipped += len(file.skipped)
        self.crashed = self.crashed or file.crashed
        for severity, count in ((ERROR, line.errors), (WARNING, line.warnings), (INFO, line.infos)):
            self.findings[severity] += count
        self.profiles.update(sheet.profile for sheet in line.sheets)

    def look_across(self, across: Across) -> None:
        """What was found across sheets fails the run and no file."""
        self._across = across.verdict
        self.skipped += len(across.skipped)
        self.findings.update(f.severity for f in across.findings if f.waived is None)

    @property
    def found(self) -> int:
        return sum(self.files.values())

    @property
    def verdict(self) -> str:
        return FAIL if self.failed_files or self._across == FAIL else PASS
