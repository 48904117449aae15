"""The report line by line, in the form ``sheetlint-report-lines/1``.

The first line says what follows and who wrote it, then comes a line for each file with its entry of
``sheetlint-report/1``, last the summary: where that is missing, the run did not come to its end.
"""

from __future__ import annotations

from sheetlint.report import json
from sheetlint.run.results import FileReport, Report

SCHEMA = "sheetlint-report-lines/1"


def render(report: Report, lang: str) -> str:
    lines = [file_line(file, lang) for file in report.checked]
    return "".join(
        [header_line(report.version, report.rules_sha256), *lines, summary_line(report, lang)]
    )


def header_line(version: str, rules_sha256: str) -> str:
    return json.dump_json_line({"schema": SCHEMA, "tool": json.tool_entry(version, rules_sha256)})


def file_line(file: FileReport, lang: str) -> str:
    return json.dump_json_line({"file": json.file_entry(file, lang)})


def summary_line(report: Report, lang: str) -> str:
    """The last line: the summary and the findings across sheets."""
    batch = [json.finding_entry(found, lang) for found in report.batch]
    return json.dump_json_line({"summary": json.summary_entry(report), "batch": batch})
