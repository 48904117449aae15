"""The parts of a page about the whole run: tiles, table of findings, manuals, skipped checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from sheetlint.messages import html as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.report.html.numbered_findings import NumberedFinding
from sheetlint.report.html.section import FileSection
from sheetlint.report.html.templates import render_template
from sheetlint.report.manual_sections import split_manual
from sheetlint.rules.check import ERROR, INFO, WARNING, Check
from sheetlint.run.results import FAIL, Report, Skipped

ACROSS = -1
"""In the place of a file's number."""


class Tile(NamedTuple):
    """A number with what it counts."""

    label: Text
    value: int
    style: str = ""


class FindingRow(NamedTuple):
    """A finding with whom it concerns."""

    item: NumberedFinding
    file: int
    """Number of the file, to filter by."""
    file_name: str | Text
    sheet: str | Text
    anchor: str


class Manual(NamedTuple):
    """The manual of a check on the page."""

    anchor: str
    check: Check
    text: Markup


class SkippedChecks(NamedTuple):
    """Checks that did not run for one reason."""

    code: str
    reason: Text
    times: int


def overview_tiles(report: Report) -> list[Tile]:
    errors, warnings, infos = map(report.count, (ERROR, WARNING, INFO))
    verdicts = [sheet.verdict for file in report.checked for sheet in file.sheets]
    failed = verdicts.count(FAIL)
    return [
        Tile(messages.TILE_FILES, len(report.checked)),
        Tile(messages.TILE_SHEETS, report.sheets),
        Tile(messages.TILE_PASSED, report.sheets - failed, "pass"),
        Tile(messages.TILE_FAILED, failed, "fail" if failed else ""),
        Tile(messages.TILE_ERRORS, errors, ERROR if errors else ""),
        Tile(messages.TILE_WARNINGS, warnings, WARNING if warnings else ""),
        Tile(messages.TILE_INFOS, infos, INFO if infos else ""),
        Tile(messages.TILE_SKIPPED, report.skipped),
    ]


def finding_rows(
    across: Iterable[NumberedFinding], files: Iterable[FileSection]
) -> list[FindingRow]:
    """All findings in the order of the page."""
    found = [FindingRow(item, ACROSS, report_messages.ACROSS, "", "across") for item in across]
    for number, file in enumerate(files):
        found += [FindingRow(item, number, file.name, "", file.anchor) for item in file.findings]
        found += [
            FindingRow(item, number, file.name, section.name, section.anchor)
            for section in file.sheets
            for item in section.findings
        ]
    return found


def render_findings_table(rows: Sequence[FindingRow], lang: str) -> Markup:
    """Complete without a script; the script adds filters and sorting."""
    checks = {row.item.found.check.code: row.item.found.check for row in rows}
    files = {row.file: row.file_name for row in rows}
    return render_template(
        lang,
        "findings.html",
        rows=rows,
        checks=[checks[code] for code in sorted(checks)],
        files=files,
    )


def collect_manuals(rows: Iterable[FindingRow], lang: str) -> list[Manual]:
    """Of the checks that found something, by code."""
    checks = {row.item.found.check.code: row.item.found.check for row in rows}
    return [
        Manual(f"m{number}", checks[code], _manual(checks[code].manual, checks[code].basis, lang))
        for number, code in enumerate(sorted(checks), 1)
    ]


@lru_cache(maxsize=512)
def _manual(manual: str, basis: Text, lang: str) -> Markup:
    """What is told of a check is the same on every page."""
    wanted = messages.MANUAL_PARTS.in_(lang).split("|")
    parts = [part for part in split_manual(manual, lang) if part[0] in wanted]
    return render_template(lang, "manual.html", parts=parts, basis=basis)


def count_skipped(skipped: Iterable[Skipped]) -> list[SkippedChecks]:
    """By code and reason; which row it was is left out, the column says enough."""
    counts = Counter([(skip.code, _column(*skip.reason)) for skip in skipped])
    return [SkippedChecks(code, reason, times) for (code, reason), times in sorted(counts.items())]


@lru_cache(maxsize=1024)
def _column(zh: str, en: str) -> Text:
    """The reason without the row."""
    return Text(zh.rpartition(" › ")[2], en.rpartition(" › ")[2])
