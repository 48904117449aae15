"""One run of the gate, from the submissions to the folder of results."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import NamedTuple

from sheetlint.batch.run import Plan
from sheetlint.gate.checking import Submissions
from sheetlint.gate.conditions import Conditions, Seen
from sheetlint.gate.documents import (
    FINDINGS_SCHEMA,
    VERDICTS_SCHEMA,
    Growing,
    ReportDocument,
    finding_line,
    verdict_entry,
)
from sheetlint.gate.place import REPORT
from sheetlint.gate.tally import Line, Tally, line
from sheetlint.model import Text
from sheetlint.results import FileReport, Reported


class Gathered(NamedTuple):
    """What is kept of a run: a line for every file, and whole only the files with findings."""

    tally: Tally
    seen: Seen
    lines: tuple[Line, ...]
    remarkable: tuple[FileReport, ...]
    batch: tuple[Reported, ...]
    reasons: dict[int, Text]
    """Why files that were passed over could not be read, by number, if so."""


def gathered(submissions: Submissions, plan: Plan, conditions: Conditions, out: str) -> Gathered:
    """Read every result once, and write what programs read along the way.  Raises OSError."""
    tally, seen = Tally(), Seen()
    lines: list[Line] = []
    remarkable: list[FileReport] = []
    reasons: dict[int, Text] = {}
    lang = conditions.lang
    with ExitStack() as stack:
        report = stack.enter_context(ReportDocument(os.path.join(out, REPORT), lang))
        findings = stack.enter_context(Growing(os.path.join(out, "findings.jsonl")))
        verdicts = stack.enter_context(Growing(os.path.join(out, "verdicts.jsonl")))
        findings.line({"schema": FINDINGS_SCHEMA})
        verdicts.line({"schema": VERDICTS_SCHEMA})
        for number, file in submissions.files(plan.waivers):
            row = line(number, file)
            tally.add(row, file)
            seen.add(file)
            lines.append(row)
            verdicts.line(verdict_entry(row))
            if file.passed_over:
                if file.reason is not None:
                    reasons[number] = file.reason
                continue
            report.add(file)
            for found in file.findings:
                findings.line(finding_line(file.path, found, lang))
            if file.findings:
                remarkable.append(file._replace(skipped=()))
        batch: tuple[Reported, ...] = ()
        report.finish(conditions.version, conditions.rules_sha256, tally, batch)
    return Gathered(tally, seen, tuple(lines), tuple(remarkable), batch, reasons)
