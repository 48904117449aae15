"""What came of all submissions, gathered in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from sys import intern
from typing import NamedTuple

from sheetlint.crosscheck.inputs import Inputs
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.gate.conditions import Conditions, SkippedAndWaived
from sheetlint.gate.submissions import Submissions
from sheetlint.gate.tally import PASSED_OVER, UNREAD, FileLine, Tally, line
from sheetlint.messages.text import Text
from sheetlint.run.crosscheck import CrosscheckOutcome, crosscheck_sheets
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport, Report

Sink = Callable[[FileLine, FileReport], None]
"""Takes every file as it is read."""


class RunResults(NamedTuple):
    """What is kept of a run: a line for every file.  The reports on the files are read again by
    whoever needs them: they are many times as large, and grow with what was found."""

    tally: Tally
    seen: SkippedAndWaived
    lines: tuple[FileLine, ...]
    across: CrosscheckOutcome
    reasons: dict[int, Text]
    """Why files could not be read, by number, where that is known."""
    files: tuple[FileReport, ...] = ()
    """In the order of the run, only where a run is asked to keep them."""

    def report(self, terms: Conditions, plan: Plan) -> Report:
        """For the renderers."""
        return Report(
            terms.version,
            terms.rules_sha256,
            self.files,
            self.tally.verdict,
            plan.decision.show,
            plan.decision.fail_on,
            self.across.findings,
            self.across.skipped,
        )


def collect_results(
    submissions: Submissions,
    plan: Plan,
    inputs: Inputs,
    sinks: Sequence[Sink] = (),
    *,
    whole: bool = False,
) -> RunResults:
    """Read every result once, then look across them.  ``whole`` keeps every file as it is.

    Raises what sinks raise.
    """
    tally, seen = Tally(), SkippedAndWaived()
    lines: list[FileLine] = []
    kept: list[FileReport] = []
    reasons: dict[int, Text] = {}
    summaries: list[SheetSummary] = []
    for number, file in submissions.files(plan.waivers):
        row = line(number, file)
        tally.add(row, file)
        seen.add(file)
        lines.append(row)
        if not file.passed_over:
            summaries += _summaries(file)
        file = file._replace(sheets=tuple([sheet._replace(summary=None) for sheet in file.sheets]))
        for sink in sinks:
            sink(row, file)
        reason = _reason(row, file)
        if reason is not None:
            reasons[number] = reason
        if whole:
            kept.append(file)
    across = crosscheck_sheets(summaries, inputs, plan)
    tally.look_across(across)
    seen.look_across(across)
    return RunResults(tally, seen, tuple(lines), across, reasons, tuple(kept))


def _summaries(file: FileReport) -> Iterator[SheetSummary]:
    """They all stay until the end; what they have in common with the lines is there once."""
    for sheet in file.sheets:
        summary = sheet.summary
        if summary is None:
            continue
        yield summary._replace(
            path=file.path,
            sha256=file.sha256,
            title=intern(summary.title),
            project=intern(summary.project),
            department=intern(summary.department),
            unit=intern(summary.unit),
            family=intern(summary.family),
            profile=intern(summary.profile),
            money_unit=intern(summary.money_unit),
        )


def _reason(row: FileLine, file: FileReport) -> Text | None:
    if row.status == PASSED_OVER:
        return file.reason
    if row.status == UNREAD and file.findings:
        return file.findings[0].message
    return None
