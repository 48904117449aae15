"""The code quality report of GitLab, which shows it in merge requests."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from sheetlint.messages.visible import visible
from sheetlint.report import json
from sheetlint.report.file_findings import shown_findings_by_file
from sheetlint.report.place_texts import message_at_place, repository_path
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.run.results import FileReport, Report, ReportedFinding

_SEVERITIES = {ERROR: "major", WARNING: "minor", INFO: "info"}
_FIRST_LINE = 1
"""For files without lines: every entry must have one."""


def render(report: Report, lang: str) -> str:
    seen: dict[str, int] = {}
    return json.dump_json(
        [_entry(found, file, lang, seen) for file, found in shown_findings_by_file(report)]
    )


def _entry(
    found: ReportedFinding, file: FileReport, lang: str, seen: dict[str, int]
) -> dict[str, Any]:
    path = repository_path(file.path)
    return {
        "description": visible(message_at_place(found, file, lang)),
        "check_name": f"{found.check.code} {found.check.name}",
        "fingerprint": _unique(path, found, seen),
        "severity": _SEVERITIES[found.severity],
        "location": {"path": path, "lines": {"begin": found.where.line or _FIRST_LINE}},
    }


def _unique(path: str, found: ReportedFinding, seen: dict[str, int]) -> str:
    """The fingerprint with path and count: GitLab drops entries of equal fingerprint, such as copies."""
    text = f"{path}\0{found.fingerprint}"
    count = seen[text] = seen.get(text, 0) + 1
    return sha256(f"{text}\0{count}".encode(errors="surrogatepass")).hexdigest()
