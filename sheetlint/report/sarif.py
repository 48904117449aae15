"""The report in SARIF 2.1.0, the common form of code-scanning viewers.

Everything is in it, also what ``--show`` hides; what is waived is suppressed.  Where files have no
lines, the head of the file stands for the place and the logical location names the cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sheetlint.messages import EN
from sheetlint.messages import machine_reports as messages
from sheetlint.messages import report as report_messages
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report import json
from sheetlint.report.file_findings import findings_by_file
from sheetlint.report.place_texts import address_text, message_at_place, place_text
from sheetlint.report.sarif_rules import LEVELS, message_entry, rule_entry
from sheetlint.report.sarif_uri import BASE, file_location
from sheetlint.rules.check import EACH_CRASH, Check
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import FileReport, Report, ReportedFinding
from sheetlint.sheet.where import Where

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_CATEGORY = "sheetlint/"
_FIRST_LINE = 1
"""Viewers show nothing that has no line."""


def render(report: Report, lang: str) -> str:
    return json.dump_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, lang)]})


def _run(report: Report, lang: str) -> dict[str, Any]:
    findings = list(findings_by_file(report))
    found = {f.check.code: f.check for _, f in findings}
    checks = [found[code] for code in sorted(found)]
    artifacts = _Artifacts([*report.checked, *(file for file, _ in findings)])
    return {
        "tool": {"driver": _driver(report, checks, lang)},
        "language": "en-US" if lang == EN else "zh-CN",
        "automationDetails": {"id": _CATEGORY},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": message_entry(messages.BASE.in_(lang))}},
        "invocations": [_invocation(report, findings, artifacts, lang)],
        "artifacts": artifacts.listed,
        "results": _Results(report, checks, artifacts, lang).all(findings),
        "properties": json.summary_entry(report) | {"checksRun": report.checks_run},
    }


def _driver(report: Report, checks: Sequence[Check], lang: str) -> dict[str, Any]:
    return {
        "name": "sheetlint",
        "version": report.version,
        "semanticVersion": report.version,
        "rules": [rule_entry(check, lang) for check in checks],
    }


class _Artifacts:
    """The files, each listed once: an archive may hold two of one name."""

    def __init__(self, files: Sequence[FileReport]) -> None:
        self._index: dict[tuple[str, str], int] = {}
        self.listed: list[dict[str, Any]] = []
        for file in files:
            key = (file.path, file.sha256)
            if key not in self._index:
                self._index[key] = len(self.listed)
                self.listed.append(self._artifact(file))

    def _artifact(self, file: FileReport) -> dict[str, Any]:
        artifact = {"location": self.location(file), "roles": ["analysisTarget"]}
        return artifact | ({"hashes": {"sha-256": file.sha256}} if file.sha256 else {})

    def location(self, file: FileReport) -> dict[str, Any]:
        return file_location(file.path) | {"index": self._index[file.path, file.sha256]}

    def place(self, where: Where, file: FileReport, lang: str) -> dict[str, Any]:
        physical = {
            "artifactLocation": self.location(file),
            "region": {"startLine": where.line or _FIRST_LINE},
        }
        has_addresses = has_cell_addresses(file.format)
        if not where.label:
            return {"physicalLocation": physical}
        logical = {
            "name": where.label[-1],
            "fullyQualifiedName": address_text(where, lang, has_addresses) or where.label_text,
            "decoratedName": place_text(where, lang, has_addresses),
        }
        return {"physicalLocation": physical, "logicalLocations": [logical]}


_Findings = Sequence[tuple[FileReport, ReportedFinding]]


def _invocation(
    report: Report, findings: _Findings, artifacts: _Artifacts, lang: str
) -> dict[str, Any]:
    """A run that found something was successful; one in which the tool failed was not."""
    crashes = [
        {
            "descriptor": {"id": found.check.code},
            "level": "error",
            "message": message_entry(found.message.in_(lang)),
            "locations": [artifacts.place(found.where, file, lang)],
        }
        for file, found in findings
        if found.check.scope == EACH_CRASH
    ]
    return {"executionSuccessful": not report.crashed, "toolExecutionNotifications": crashes}


class _Results:
    """The findings, with what they refer to."""

    def __init__(
        self, report: Report, checks: Sequence[Check], artifacts: _Artifacts, lang: str
    ) -> None:
        self._artifacts, self._lang = artifacts, lang
        self._some_waived = bool(report.waived)
        self._rules = {check.code: index for index, check in enumerate(checks)}
        self._seen: dict[str, int] = {}

    def all(self, findings: _Findings) -> list[dict[str, Any]]:
        return [self._result(found, file) for file, found in findings]

    def _result(self, found: ReportedFinding, file: FileReport) -> dict[str, Any]:
        result = {
            "ruleId": found.check.code,
            "ruleIndex": self._rules[found.check.code],
            "level": LEVELS[found.severity],
            "message": message_entry(*self._lines(found, file)),
            "locations": [self._artifacts.place(found.where, file, self._lang)],
            "partialFingerprints": self._fingerprints(found),
            "properties": self._properties(found),
        }
        if found.consequences:
            result["relatedLocations"] = self._consequences(found, file)
        if self._some_waived:
            # By the standard, where one result has suppressions, all results must state theirs.
            waived = found.waived
            result["suppressions"] = [] if waived is None else [self._suppression(waived)]
        return result

    def _lines(self, found: ReportedFinding, file: FileReport) -> Iterator[str]:
        """What to do on a line of its own: lists show the first."""
        yield message_at_place(found, file, self._lang)
        if found.hint is not None:
            yield messages.TO_DO.fill(hint=found.hint).in_(self._lang)

    def _fingerprints(self, found: ReportedFinding) -> dict[str, str]:
        """GitHub knows an alert again by the first; without it, it would go by line 1 of the file,
        which all findings of a workbook share."""
        name = found.fingerprint
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return {"primaryLocationLineHash": f"{name}:{count}", "sheetlint/v1": name}

    def _properties(self, found: ReportedFinding) -> dict[str, Any]:
        return {
            "sheet": found.sheet,
            "printed": found.printed,
            "expected": list(found.expected),
            "formula": found.formula,
            "basis": found.basis.in_(self._lang),
        }

    def _consequences(self, found: ReportedFinding, file: FileReport) -> list[dict[str, Any]]:
        related = []
        for number, other in enumerate(found.consequences, 1):
            there = place_text(other.where, self._lang, has_cell_addresses(file.format))
            phrase = report_messages.CONSEQUENCE.fill(
                code=other.code, title=other.title, place=there
            )
            related.append(
                {
                    "id": number,
                    **self._artifacts.place(other.where, file, self._lang),
                    "message": message_entry(phrase.in_(self._lang)),
                }
            )
        return related

    def _suppression(self, waived: AppliedWaiver) -> dict[str, Any]:
        text = messages.WAIVED_BY if waived.by else messages.WAIVED_ONLY
        phrase = text.fill(reason=waived.reason, by=waived.by, until=waived.until)
        return {
            "kind": "external",
            "status": "accepted",
            "justification": phrase.in_(self._lang),
        }
