"""From what a run has gathered to what the bureau's page says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple
from urllib.parse import quote

from sheetlint.gate.pages_and_copies import WrittenFiles
from sheetlint.gate.run_results import RunResults
from sheetlint.gate.tally import CHECKED, PASSED_OVER, UNREAD, FileLine, Tally
from sheetlint.messages import bureau_page as words
from sheetlint.messages.text import Text
from sheetlint.report.html.bureau_page import BureauPage, ConcernedFile, Department, Link
from sheetlint.report.html.chart_data import CodeCount
from sheetlint.report.html.charts import Chart, draw_charts
from sheetlint.report.html.overview import Tile
from sheetlint.rules.check import ERROR, WARNING
from sheetlint.rules.decide import rank
from sheetlint.run.results import FAIL
from sheetlint.sheet.numbers.rounding import round_to

_MOST_LISTED = 2000
"""Files on the page: a browser still scrolls through them."""
_CENT = Decimal("0.01")


class WrittenOutputs(NamedTuple):
    """What the run has written, by paths below the folder of results."""

    handed: Mapping[int, WrittenFiles]
    """By the number of the file."""
    notices: Sequence[tuple[str, str]]
    """Paths and units."""
    others: Sequence[tuple[str, str | Text]]


def make_bureau(told: RunResults, left: WrittenOutputs, record: Mapping[str, object]) -> BureauPage:
    tally = told.tally
    concerned = sorted(
        (line for line in told.lines if line.verdict == FAIL or line.errors or line.warnings),
        key=lambda line: (line.verdict != FAIL, -line.errors, -line.warnings, line.path),
    )
    return BureauPage(
        tally.verdict,
        _tiles(told),
        _charts(told),
        list_departments(told.lines),
        [
            (f.severity, _check(f.check.code, f.check.title), f.message)
            for f in told.across.findings
            if f.waived is None
        ],
        [_concerned(line, left.handed.get(line.number)) for line in concerned[:_MOST_LISTED]],
        max(0, len(concerned) - _MOST_LISTED),
        [
            (line.path, told.reasons[line.number])
            for line in told.lines
            if line.status == UNREAD and line.number in told.reasons
        ],
        [
            (line.path, told.reasons.get(line.number))
            for line in told.lines
            if line.status == PASSED_OVER
        ],
        [Link(quote(path), text) for path, text in left.others],
        [Link(quote(path), unit) for path, unit in left.notices],
        _conditions(record),
    )


def list_departments(lines: Iterable[FileLine]) -> list[Department]:
    """Most failed sheets first; a sheet without a department is its unit's."""
    found: dict[str, Department] = {}
    scores: dict[str, list[Decimal]] = {}
    for line in lines:
        for number, sheet in enumerate(line.sheets):
            key = sheet.department or sheet.unit
            row = found.get(key) or Department(key or words.NO_DEPARTMENT, 0, 0, 0, 0, None)
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


def _tiles(told: RunResults) -> list[Tile]:
    tally = told.tally
    errors, warnings = tally.findings[ERROR], tally.findings[WARNING]
    return [
        Tile(words.FOUND, tally.found),
        Tile(words.CHECKED, tally.files[CHECKED]),
        Tile(words.UNREAD, tally.files[UNREAD], ERROR if tally.files[UNREAD] else ""),
        Tile(words.OVER, tally.files[PASSED_OVER]),
        Tile(words.SHEETS, tally.sheets),
        Tile(words.PASSED, tally.sheets - tally.failed_sheets, "pass"),
        Tile(words.FAILED, tally.failed_sheets, "fail" if tally.failed_sheets else ""),
        Tile(words.ERRORS, errors, ERROR if errors else ""),
        Tile(words.WARNINGS, warnings, WARNING if warnings else ""),
    ]


def _charts(told: RunResults) -> list[Chart]:
    scores = [
        sheet.total for line in told.lines for sheet in line.sheets if sheet.total is not None
    ]
    return draw_charts(told.tally.sheets, _counts(told.tally), scores, ())


def _counts(tally: Tally) -> list[CodeCount]:
    counts = [
        CodeCount(code, tally.titles[code], severity, times)
        for (severity, code), times in tally.codes.items()
    ]
    return sorted(counts, key=lambda c: (-rank(c.severity), -c.times, c.code))


def _concerned(line: FileLine, handed: WrittenFiles | None) -> ConcernedFile:
    totals = [f"{sheet.total:f}" for sheet in line.sheets if sheet.total is not None]
    return ConcernedFile(
        line.path,
        line.verdict,
        _listed(sheet.unit for sheet in line.sheets),
        _listed(sheet.project for sheet in line.sheets),
        _listed(totals),
        line.errors,
        line.warnings,
        quote(handed.page) if handed is not None else "",
        quote(handed.copy) if handed is not None else "",
        handed.problem if handed is not None else None,
    )


def _listed(texts: Iterable[str]) -> str:
    """The first few; a workbook may hold a hundred sheets."""
    found = list(dict.fromkeys(text for text in texts if text))
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
    said = [f"{key} = {value}" for key, value in configuration.items() if value]
    named = [
        f"{row['name']} ({row['sheets']}) sha256 {row['files'][0]['sha256'][:16]}…"
        for row in profiles
    ]
    waived = [
        f"{w['code'] or w['fingerprint']} {w['by']} {w['until']} ×{w['covered']}" for w in waivers
    ]
    idle = [f"{code} ×{count}" for code, count in skipped.items()]
    return [
        (words.VERSION, f"sheetlint {tool['version']}"),
        (words.RULES, str(tool["rules_sha256"])),
        (words.DATE, str(record["date"])),
        (words.PROFILES, "\n".join(named) or words.NONE),
        (words.SETTINGS, "\n".join(said) or words.NONE),
        (words.WAIVED, "\n".join(waived) or words.NONE),
        (words.SKIPPED, ", ".join(idle) or words.NONE),
    ]
