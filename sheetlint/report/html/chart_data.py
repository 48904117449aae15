"""What the charts count: codes, total scores, execution rates against output scores."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import OUTPUT_LEVEL
from sheetlint.rules.decide import rank
from sheetlint.run.results import Report, SheetReport
from sheetlint.sheet.sheet import Sheet


class CodeCount(NamedTuple):
    """How often a check found something, by severity."""

    code: str
    title: Text
    severity: str
    times: int


class Point(NamedTuple):
    """One sheet: both as shares of 1."""

    name: str
    rate: Fraction
    outputs: Fraction


def count_codes(report: Report) -> list[CodeCount]:
    """Findings that count and are shown; most severe first, then most often."""
    counts: dict[tuple[str, str], CodeCount] = {}
    shown = [found for file in report.checked for found in report.visible(file)]
    for found in shown + report.visible_batch:
        key = (found.severity, found.check.code)
        first = CodeCount(found.check.code, found.check.title, found.severity, 0)
        before = counts.get(key, first)
        counts[key] = before._replace(times=before.times + 1)
    return sorted(counts.values(), key=lambda c: (-rank(c.severity), -c.times, c.code))


def all_sheets(report: Report) -> list[SheetReport]:
    return [sheet for file in report.checked for sheet in file.sheets]


def total_scores(sheets: Iterable[SheetReport]) -> list[Decimal]:
    """Printed total scores."""
    return [Decimal(sheet.total) for sheet in sheets if sheet.total is not None]


def rate_points(sheets: Iterable[SheetReport]) -> list[Point]:
    """Sheets that have an execution rate and output indicators with scores."""
    found = []
    for report in sheets:
        if report.sheet is None:
            continue
        rate, outputs = _rate(report.sheet), _outputs(report.sheet)
        if rate is not None and outputs is not None:
            found.append(Point(report.unit or report.project, rate, outputs))
    return found


def _rate(sheet: Sheet) -> Fraction | None:
    total = sheet.fund_total
    return None if total is None or total.rate.number is None else Fraction(total.rate.number)


def _outputs(sheet: Sheet) -> Fraction | None:
    """The share of their points that the output indicators reached."""
    rows = [
        row for row in sheet.indicators if row.level1.text == OUTPUT_LEVEL and row.doubt is None
    ]
    pairs = [(row.score.number, row.weight.number) for row in rows]
    known = [(score, weight) for score, weight in pairs if score is not None and weight is not None]
    whole = sum((Fraction(weight) for _, weight in known), Fraction(0))
    if not whole or len(known) < len(pairs):
        return None
    return sum((Fraction(score) for score, _ in known), Fraction(0)) / whole
