"""Counts, verdicts and file names as the reports print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sheetlint.messages import report as messages
from sheetlint.rules.check import SEVERITIES
from sheetlint.run.results import FAIL, FileReport, Report, ReportedFinding


def severity_counts(counts: Mapping[str, int], lang: str) -> str:
    """``1 个错误、3 个警告``; severities without findings are left out."""
    return messages.AND.in_(lang).join(
        (messages.COUNTED_ONE if count == 1 else messages.COUNTED)[severity]
        .fill(count=count)
        .in_(lang)
        for severity, count in counts.items()
        if count
    )


def verdict_text(file: FileReport, lang: str) -> str:
    """``不通过　1 个错误、3 个警告``."""
    counts_text = findings_summary(file.findings, lang)
    word = messages.FAIL if file.verdict == FAIL else messages.PASS
    return messages.VERDICT.fill(verdict=word, counts=counts_text).in_(lang)


def findings_summary(findings: Sequence[ReportedFinding], lang: str) -> str:
    """Counts by severity, or that there are no findings."""
    counts = {
        severity: sum(item.severity == severity for item in findings)
        for severity in reversed(SEVERITIES)
    }
    return severity_counts(counts, lang) or messages.NO_FINDINGS.in_(lang)


def sheet_count(count: int, lang: str) -> str:
    return (messages.SHEETS_ONE if count == 1 else messages.SHEETS.fill(count=count)).in_(lang)


def display_path(path: str, lang: str) -> str:
    """The path for people: standard input for ``-``; ``-/a.xlsx`` is in an archive read from it."""
    if path == "-" or path.startswith("-/"):
        return messages.STDIN.in_(lang) + path[1:]
    return path


def passed_over_lines(report: Report, lang: str) -> list[str]:
    """The paths of the files passed over, with the reason where there is one."""
    colon = messages.COLON.in_(lang)
    return [
        file.path + (f"{colon}{file.reason.in_(lang)}" if file.reason else "")
        for file in report.passed_over
    ]
