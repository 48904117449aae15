"""What came of all submissions, gathered in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from sheetlint.across.facts import Facts
from sheetlint.across.inputs import Inputs
from sheetlint.batch.across import Across, check_across
from sheetlint.batch.run import Plan
from sheetlint.gate.checking import Submissions
from sheetlint.gate.conditions import Conditions, Seen
from sheetlint.gate.tally import Line, Tally, line
from sheetlint.model import Text
from sheetlint.results import FileReport, Report, Skipped


class Sink(Protocol):
    """Takes every file as it is read."""

    def add(self, row: Line, file: FileReport) -> None: ...


class Gathered(NamedTuple):
    """What is kept of a run: a line for every file, and the reports on those that count."""

    tally: Tally
    seen: Seen
    lines: tuple[Line, ...]
    files: tuple[FileReport, ...]
    """In the order of the run; those passed over only where everything was to be kept."""
    across: Across
    reasons: dict[int, Text]
    """Why files that were passed over could not be read, by number, if so."""

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


@lru_cache(maxsize=8192)
def _shortly(code: str, zh: str, en: str) -> Skipped:
    """A check that did not run, without the row: the same in sheet after sheet, and kept once."""
    return Skipped(code, None, Text(zh.rpartition(" › ")[2], en.rpartition(" › ")[2]))


def gathered(
    submissions: Submissions,
    plan: Plan,
    inputs: Inputs,
    sinks: Sequence[Sink] = (),
    *,
    whole: bool = False,
) -> Gathered:
    """Read every result once, then look across them.  ``whole`` keeps every file as it is.

    Raises what sinks raise.
    """
    tally, seen = Tally(), Seen()
    lines: list[Line] = []
    kept: list[FileReport] = []
    reasons: dict[int, Text] = {}
    facts: list[Facts] = []
    for number, file in submissions.files(plan.waivers):
        row = line(number, file)
        tally.add(row, file)
        seen.add(file)
        lines.append(row)
        if not file.passed_over:
            facts += [sheet.facts for sheet in file.sheets if sheet.facts is not None]
        file = file._replace(sheets=tuple(sheet._replace(facts=None) for sheet in file.sheets))
        for sink in sinks:
            sink.add(row, file)
        if file.passed_over and file.reason is not None:
            reasons[number] = file.reason
        if whole:
            kept.append(file)
        elif not file.passed_over:
            # Excerpts are for the reader of a terminal.
            findings = tuple([found._replace(excerpt=None) for found in file.findings])
            skipped = tuple([_shortly(skip.code, *skip.reason) for skip in file.skipped])
            kept.append(file._replace(findings=findings, skipped=skipped))
    across = check_across(facts, inputs, plan)
    tally.look_across(across)
    seen.look_across(across)
    return Gathered(tally, seen, tuple(lines), tuple(kept), across, reasons)
