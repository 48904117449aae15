"""The results of all submissions, collected in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from sys import intern
from typing import NamedTuple

from sheetlint.crosscheck.inputs import Inputs, RosterEntry
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.gate.conditions import Conditions, SkippedAndWaived
from sheetlint.gate.submissions import Submissions
from sheetlint.gate.tally import PASSED_OVER, UNREAD, FileLine, Tally, make_file_line
from sheetlint.messages.text import Text
from sheetlint.run.crosscheck import CrosscheckOutcome, crosscheck_sheets
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport, Report

Sink = Callable[[FileLine, FileReport], None]
"""Called with every file as it is read."""


class RunResults(NamedTuple):
    """What is kept in memory of a run: a line for every file.  The reports on the files are read again
    from the store where they are needed: they are many times as large."""

    tally: Tally
    skipped_and_waived: SkippedAndWaived
    lines: tuple[FileLine, ...]
    crosscheck: CrosscheckOutcome
    reasons: dict[int, Text]
    """Why files could not be read, by number, where that is known."""
    owed: tuple[RosterEntry, ...] = ()
    """The projects of the roster that no sheet was found of."""
    files: tuple[FileReport, ...] = ()
    """In the order of the run; empty unless the reports are kept."""

    def report(self, terms: Conditions, plan: Plan) -> Report:
        """For the renderers."""
        return Report(
            terms.version,
            terms.rules_sha256,
            self.files,
            self.tally.verdict,
            plan.decision.show,
            plan.decision.fail_on,
            self.crosscheck.findings,
            self.crosscheck.skipped,
        )


def collect_results(
    submissions: Submissions,
    plan: Plan,
    inputs: Inputs,
    sinks: Sequence[Sink] = (),
    *,
    keep_files: bool = False,
) -> RunResults:
    """Read every result once, then run the checks across sheets.

    ``keep_files`` keeps the reports on all files.  Raises what sinks raise.
    """
    tally, skipped_and_waived = Tally(), SkippedAndWaived()
    lines: list[FileLine] = []
    kept: list[FileReport] = []
    reasons: dict[int, Text] = {}
    summaries: list[SheetSummary] = []
    for number, file in submissions.file_reports(plan.waivers):
        row = make_file_line(number, file)
        tally.add(row, file)
        skipped_and_waived.add(file)
        lines.append(row)
        if not file.passed_over:
            summaries += _summaries(file)
        file = file._replace(sheets=tuple([sheet._replace(summary=None) for sheet in file.sheets]))
        for sink in sinks:
            sink(row, file)
        reason = _reason(row, file)
        if reason is not None:
            reasons[number] = reason
        if keep_files:
            kept.append(file)
    crosscheck = crosscheck_sheets(summaries, inputs, plan)
    tally.add_crosscheck(crosscheck)
    skipped_and_waived.add_crosscheck(crosscheck)
    owed = tuple(_owed(inputs, crosscheck))
    return RunResults(
        tally, skipped_and_waived, tuple(lines), crosscheck, reasons, owed, tuple(kept)
    )


def _owed(inputs: Inputs, crosscheck: CrosscheckOutcome) -> Iterator[RosterEntry]:
    """The entries of the roster that a finding is about which is about nothing else."""
    alone = {
        found.places[0]
        for found in crosscheck.findings
        if found.waived is None and len(found.places) == 1
    }
    return (entry for entry in inputs.roster or () if entry.at in alone)


def _summaries(file: FileReport) -> Iterator[SheetSummary]:
    """All summaries stay in memory to the end; texts that they share with the lines are kept once."""
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
