"""Marks waived findings: they stay in the report and do not count for the verdict."""

from __future__ import annotations

from collections.abc import Iterable

from sheetlint.rules.decide import Decision
from sheetlint.rules.waivers import Waivers
from sheetlint.run.results import FAIL, PASS, FileReport, ReportedFinding


def waive(file: FileReport, waivers: Waivers, decision: Decision) -> FileReport:
    """The file with its waived findings marked and its verdicts without them.

    A failure of the tool itself cannot be waived.
    """
    if file.crashed or not file.findings or not waivers.any:
        return file
    findings = tuple(
        found._replace(waived=waivers.find(found.check, found.fingerprint, file.path))
        for found in file.findings
    )
    sheets = tuple(
        sheet._replace(
            verdict=_verdict((f for f in findings if f.sheet == sheet.position), decision)
        )
        for sheet in file.sheets
    )
    return file._replace(findings=findings, sheets=sheets, verdict=_verdict(findings, decision))


def _verdict(findings: Iterable[ReportedFinding], decision: Decision) -> str:
    return FAIL if any(f.waived is None and decision.fails(f.severity) for f in findings) else PASS
