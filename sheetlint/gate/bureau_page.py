"""The content of the bureau's page, made of the results of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple
from urllib.parse import quote

from sheetlint.crosscheck.inputs import RosterEntry
from sheetlint.gate.bureau_conditions import describe_conditions
from sheetlint.gate.bureau_files import list_files
from sheetlint.gate.file_outputs import WrittenFiles
from sheetlint.gate.run_results import RunResults
from sheetlint.gate.submission_folders import SubmissionFolder, SubmittedFolders, list_folders
from sheetlint.gate.tally import CHECKED, PASSED_OVER, UNREAD, FileLine, Tally
from sheetlint.gate.urgency import STATES
from sheetlint.intake.source import Source
from sheetlint.messages import bureau_page as texts
from sheetlint.messages.text import Text
from sheetlint.report.html.bureau_page import (
    BureauPage,
    Choices,
    Department,
    FolderRow,
    Link,
    ListedFile,
)
from sheetlint.report.html.chart_data import CodeCount
from sheetlint.report.html.charts import Chart, draw_charts
from sheetlint.report.html.overview import Tile
from sheetlint.rules.check import ERROR, WARNING
from sheetlint.rules.decide import rank
from sheetlint.run.results import FAIL
from sheetlint.sheet.numbers.rounding import round_to
from sheetlint.system.file_names import path_below

_MAX_LISTED = 2000
"""Files on the page: a browser still scrolls through them."""
_CENT = Decimal("0.01")


class WrittenOutputs(NamedTuple):
    """The files that the run has read and written, by paths below the folder of results."""

    sources: Sequence[Source]
    """The submissions, by number."""
    files: Mapping[int, WrittenFiles]
    """Pages and copies, by the number of the submission."""
    notices: Sequence[tuple[str, str]]
    """Paths and units."""
    others: Sequence[tuple[str, str | Text]]


def make_bureau(
    results: RunResults,
    outputs: WrittenOutputs,
    record: Mapping[str, object],
    given: SubmittedFolders,
) -> BureauPage:
    files = list_files(results, outputs, given)
    listed = files.listed[:_MAX_LISTED]
    return BureauPage(
        results.tally.verdict,
        _tiles(results),
        _charts(results),
        list_departments(results.lines),
        [_folder_row(row) for row in list_folders(results.lines, given)],
        _owed(results.owed),
        [
            (f.severity, _check(f.check.code, f.check.title), f.message)
            for f in results.crosscheck.findings
            if f.waived is None
        ],
        listed,
        _choices(listed),
        len(files.listed) - len(listed),
        files.versions,
        [
            (path_below(given.tops, line.path), results.reasons.get(line.number))
            for line in results.lines
            if line.status == PASSED_OVER
        ],
        [Link(quote(path), text) for path, text in outputs.others],
        [Link(quote(path), unit) for path, unit in outputs.notices],
        describe_conditions(record),
    )


def _folder_row(row: SubmissionFolder) -> FolderRow:
    counts = tuple(row.states[state] for state in STATES)
    return FolderRow(row.name or texts.NO_FOLDER, row.files, row.sheets, counts)


def _owed(entries: Iterable[RosterEntry]) -> list[tuple[str | Text, tuple[str, ...]]]:
    """The units of the roster that owe sheets, with the projects."""
    owed: dict[str, list[str]] = {}
    for entry in entries:
        owed.setdefault(entry.unit or entry.department, []).append(entry.project)
    return [(unit or texts.NO_UNIT, tuple(projects)) for unit, projects in owed.items()]


def _choices(listed: Sequence[ListedFile]) -> Choices:
    """What the files on the page can be chosen by, in the order of the names."""
    folders = {file.folder for file in listed if file.folder}
    departments = {name for file in listed for name in file.departments}
    return Choices(tuple(sorted(folders)), tuple(sorted(departments)))


def list_departments(lines: Iterable[FileLine]) -> list[Department]:
    """The departments, most failed sheets first; a sheet without one counts for its unit."""
    found: dict[str, Department] = {}
    scores: dict[str, list[Decimal]] = {}
    for line in lines:
        for number, sheet in enumerate(line.sheets):
            key = sheet.department or sheet.unit
            row = found.get(key) or Department(key or texts.NO_DEPARTMENT, 0, 0, 0, 0, None)
            first = number == 0
            found[key] = row._replace(
                sheets=row.sheets + 1,
                failed=row.failed + (sheet.verdict == FAIL),
                # The findings of a file are counted once, with its first sheet.
                errors=row.errors + line.errors * first,
                warnings=row.warnings + line.warnings * first,
            )
            if sheet.total is not None:
                scores.setdefault(key, []).append(sheet.total)
    rows = [row._replace(mean=_mean(scores.get(key, ()))) for key, row in found.items()]
    return sorted(rows, key=lambda row: (-row.failed, -row.errors, str(row.name)))


def _mean(scores: Sequence[Decimal]) -> Decimal | None:
    if not scores:
        return None
    return round_to(Fraction(sum(scores)) / len(scores), _CENT)


def _tiles(results: RunResults) -> list[Tile]:
    tally = results.tally
    errors, warnings = tally.findings[ERROR], tally.findings[WARNING]
    return [
        Tile(texts.FOUND, tally.found),
        Tile(texts.CHECKED, tally.files[CHECKED]),
        Tile(texts.UNREADABLE, tally.files[UNREAD], ERROR if tally.files[UNREAD] else ""),
        Tile(texts.OVER, tally.files[PASSED_OVER]),
        Tile(texts.SHEETS, tally.sheets),
        Tile(texts.PASSED, tally.sheets - tally.failed_sheets, "pass"),
        Tile(texts.FAILED, tally.failed_sheets, "fail" if tally.failed_sheets else ""),
        Tile(texts.ERRORS, errors, ERROR if errors else ""),
        Tile(texts.WARNINGS, warnings, WARNING if warnings else ""),
    ]


def _charts(results: RunResults) -> list[Chart]:
    scores = [
        sheet.total for line in results.lines for sheet in line.sheets if sheet.total is not None
    ]
    return draw_charts(results.tally.sheets, _counts(results.tally), scores, ())


def _counts(tally: Tally) -> list[CodeCount]:
    counts = [
        CodeCount(code, tally.titles[code], severity, times)
        for (severity, code), times in tally.codes.items()
    ]
    return sorted(counts, key=lambda c: (-rank(c.severity), -c.times, c.code))


def _check(code: str, title: Text) -> Text:
    return Text(f"{code} {title.zh}", f"{code} {title.en}")
