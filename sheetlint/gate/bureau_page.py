"""The content of the bureau's page, made of the results of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple
from urllib.parse import quote

from sheetlint.gate.file_outputs import WrittenFiles
from sheetlint.gate.run_results import RunResults
from sheetlint.gate.tally import CHECKED, PASSED_OVER, UNREAD, FileLine, Tally
from sheetlint.messages import bureau_page as texts
from sheetlint.messages.text import Text
from sheetlint.report.html.bureau_page import BureauPage, ConcernedFile, Department, Link
from sheetlint.report.html.chart_data import CodeCount
from sheetlint.report.html.charts import Chart, draw_charts
from sheetlint.report.html.overview import Tile
from sheetlint.rules.check import ERROR, WARNING
from sheetlint.rules.decide import rank
from sheetlint.run.results import FAIL
from sheetlint.sheet.numbers.rounding import round_to

_MAX_LISTED = 2000
"""Files on the page: a browser still scrolls through them."""
_CENT = Decimal("0.01")


class WrittenOutputs(NamedTuple):
    """The files that the run has written, by paths below the folder of results."""

    files: Mapping[int, WrittenFiles]
    """Pages and copies, by the number of the submission."""
    notices: Sequence[tuple[str, str]]
    """Paths and units."""
    others: Sequence[tuple[str, str | Text]]


def make_bureau(
    results: RunResults, outputs: WrittenOutputs, record: Mapping[str, object]
) -> BureauPage:
    tally = results.tally
    with_findings = sorted(
        (line for line in results.lines if line.verdict == FAIL or line.errors or line.warnings),
        key=lambda line: (line.verdict != FAIL, -line.errors, -line.warnings, line.path),
    )
    return BureauPage(
        tally.verdict,
        _tiles(results),
        _charts(results),
        list_departments(results.lines),
        [
            (f.severity, _check(f.check.code, f.check.title), f.message)
            for f in results.crosscheck.findings
            if f.waived is None
        ],
        [
            _file_with_findings(line, outputs.files.get(line.number))
            for line in with_findings[:_MAX_LISTED]
        ],
        max(0, len(with_findings) - _MAX_LISTED),
        [
            (line.path, results.reasons[line.number])
            for line in results.lines
            if line.status == UNREAD and line.number in results.reasons
        ],
        [
            (line.path, results.reasons.get(line.number))
            for line in results.lines
            if line.status == PASSED_OVER
        ],
        [Link(quote(path), text) for path, text in outputs.others],
        [Link(quote(path), unit) for path, unit in outputs.notices],
        _conditions(record),
    )


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
        Tile(texts.UNREAD, tally.files[UNREAD], ERROR if tally.files[UNREAD] else ""),
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


def _file_with_findings(line: FileLine, written: WrittenFiles | None) -> ConcernedFile:
    totals = [f"{sheet.total:f}" for sheet in line.sheets if sheet.total is not None]
    return ConcernedFile(
        line.path,
        line.verdict,
        _join_first(sheet.unit for sheet in line.sheets),
        _join_first(sheet.project for sheet in line.sheets),
        _join_first(totals),
        line.errors,
        line.warnings,
        quote(written.page) if written is not None else "",
        quote(written.copy) if written is not None else "",
        written.problem if written is not None else None,
    )


def _join_first(names: Iterable[str]) -> str:
    """The first three texts; a workbook may hold a hundred sheets."""
    found = list(dict.fromkeys(name for name in names if name))
    return "、".join(found[:3]) + ("…" if len(found) > 3 else "")


def _check(code: str, title: Text) -> Text:
    return Text(f"{code} {title.zh}", f"{code} {title.en}")


def _conditions(record: Mapping[str, object]) -> list[tuple[Text, str | Text]]:
    tool, profiles = record["tool"], record["profiles"]
    waivers, skipped = record["waivers"], record["skipped"]
    assert isinstance(tool, dict)
    assert isinstance(profiles, list)
    assert isinstance(waivers, list)
    assert isinstance(skipped, dict)
    configuration = record["configuration"]
    assert isinstance(configuration, dict)
    settings = [f"{key} = {value}" for key, value in configuration.items() if value]
    profiles_used = [
        f"{row['name']} ({row['sheets']}) sha256 {row['files'][0]['sha256'][:16]}…"
        for row in profiles
    ]
    waived = [
        f"{w['code'] or w['fingerprint']} {w['by']} {w['until']} ×{w['covered']}" for w in waivers
    ]
    skipped_checks = [f"{code} ×{count}" for code, count in skipped.items()]
    return [
        (texts.VERSION, f"sheetlint {tool['version']}"),
        (texts.RULES, str(tool["rules_sha256"])),
        (texts.DATE, str(record["date"])),
        (texts.PROFILES, "\n".join(profiles_used) or texts.NONE),
        (texts.SETTINGS, "\n".join(settings) or texts.NONE),
        (texts.WAIVED, "\n".join(waived) or texts.NONE),
        (texts.SKIPPED, ", ".join(skipped_checks) or texts.NONE),
    ]
