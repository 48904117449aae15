"""The report as a value: everything that was found, ready for any renderer.

Renderers are pure functions of ``Report``; they look nothing up and decide nothing.
"""

# No ``from __future__ import annotations``: NamedTuple would compile each annotation at every start.

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.rules.check import Check, Fix
from sheetlint.rules.decide import reaches
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.sheet.place import Place
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Document
from sheetlint.sheet.where import Where

PASS = "pass"
FAIL = "fail"


class ExcerptRow(NamedTuple):
    """One row of an excerpt, with its number in the file where it has one."""

    number: int | None
    values: tuple[str, ...]


class Excerpt(NamedTuple):
    """A few cells around the one concerned, which stands at ``marked`` (row, column)."""

    letters: tuple[str, ...]
    """Worksheet columns (``G``); empty texts for files that have none."""
    headers: tuple[str, ...]
    rows: tuple[ExcerptRow, ...]
    marked: tuple[int, int]


class Consequence(NamedTuple):
    """A finding that goes away with its cause."""

    code: str
    name: str
    title: Text
    where: Where


class ReportedFinding(NamedTuple):
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
    waived: AppliedWaiver | None = None
    """Set where a waiver or the baseline covers it: it does not count."""
    path: str = ""
    """The field's name inside the sheet (``funds.total.rate``)."""
    fixes: tuple[Fix, ...] = ()
    """Values which, put at their paths, would make the finding go away, likeliest first."""
    private: bool = False
    """The cell holds personal data: nothing of it is shown but ``printed``."""
    places: tuple[Place, ...] = ()
    """Of every sheet concerned, where the finding is one across sheets."""


class Skipped(NamedTuple):
    """A check that did not run on a sheet, or not on all of its rows."""

    code: str
    sheet: int | None
    reason: Text


class SheetReport(NamedTuple):
    """What identifies a sheet, and its verdict."""

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
    about_project: bool = True
    """False for the forms of a department or of transfer payments: they may name no project."""
    department: str = ""
    sheet: Sheet | None = None
    """The sheet itself; kept only by a plan with ``keep_content``."""
    summary: SheetSummary | None = None
    """For the checks across sheets; kept only by a plan with ``keep_summaries``."""


class FileContent(NamedTuple):
    """The bytes and tables of a file as it was checked, for renderers and writers of copies."""

    data: bytes
    document: Document | None
    """Its tables; None for a normalised document."""


class FileReport(NamedTuple):
    """One file with everything found in it."""

    path: str
    sha256: str
    """Of the bytes read; empty where nothing could be read."""
    format: str
    sheets: tuple[SheetReport, ...]
    findings: tuple[ReportedFinding, ...]
    skipped: tuple[Skipped, ...]
    checks_run: int
    """How many checks were called for the file's sheets, each counted once a sheet."""
    verdict: str
    passed_over: bool = False
    """The file is no submission and was not named by the user."""
    reason: Text | None = None
    """Why a file was passed over."""
    crashed: bool = False
    """The tool itself failed on this file: a check, or the reading of it."""
    stopped: bool = False
    """It took more time or memory than its bounds allow: another run may end otherwise."""
    content: FileContent | None = None
    """What was read; kept only by a plan with ``keep_content``."""


class Report(NamedTuple):
    """A whole run."""

    version: str
    rules_sha256: str
    """Of the checks that ran; computed only for renderers that print it."""
    files: tuple[FileReport, ...]
    verdict: str
    shown: str
    """Mildest severity that renderers for people show."""
    fail_on: str
    batch: tuple[ReportedFinding, ...] = ()
    """What was found across sheets."""
    batch_skipped: tuple[Skipped, ...] = ()
    """Checks across sheets that did not run."""

    @property
    def checked(self) -> tuple[FileReport, ...]:
        """The files that count: all but those passed over."""
        return tuple(file for file in self.files if not file.passed_over)

    @property
    def passed_over(self) -> tuple[FileReport, ...]:
        return tuple(file for file in self.files if file.passed_over)

    @property
    def crashed(self) -> bool:
        return any(file.crashed for file in self.files)

    def findings(self) -> Iterator[tuple[FileReport, ReportedFinding]]:
        for file in self.files:
            for found in file.findings:
                yield file, found

    def all_findings(self) -> Iterator[ReportedFinding]:
        """The findings in files, then those across them."""
        for _, found in self.findings():
            yield found
        yield from self.batch

    def visible(self, file: FileReport) -> list[ReportedFinding]:
        """The findings of a file that renderers for people show."""
        return self._shown(file.findings)

    @property
    def visible_batch(self) -> list[ReportedFinding]:
        """The findings across sheets that renderers for people show."""
        return self._shown(self.batch)

    def _shown(self, findings: Iterable[ReportedFinding]) -> list[ReportedFinding]:
        return [found for found in findings if self.shows(found)]

    def shows(self, found: ReportedFinding) -> bool:
        """Whether renderers for people show the finding."""
        return found.waived is None and reaches(found.severity, self.shown)

    @property
    def waived(self) -> list[AppliedWaiver]:
        """Why findings do not count, one entry a finding."""
        return [found.waived for found in self.all_findings() if found.waived is not None]

    def count(self, severity: str) -> int:
        """Findings of the severity that count."""
        return sum(f.severity == severity and f.waived is None for f in self.all_findings())

    @property
    def sheets(self) -> int:
        return sum(len(file.sheets) for file in self.files)

    @property
    def skipped(self) -> int:
        return sum(len(file.skipped) for file in self.files) + len(self.batch_skipped)

    @property
    def checks_run(self) -> int:
        return sum(file.checks_run for file in self.files)
