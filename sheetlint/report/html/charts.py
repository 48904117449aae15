"""Charts as coordinates in whole units: what is counted, where it is drawn, and its text alternative.

A chart is left out where there are too few values: see the ``MIN_`` constants.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from sheetlint.messages import html as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.report.html.chart_data import (
    CodeCount,
    Point,
    all_sheets,
    count_codes,
    rate_points,
    total_scores,
)
from sheetlint.run.results import Report

MIN_SHEETS_FOR_CODES = 2
MIN_CODES = 2
MIN_TOTALS = 5
"""Fewer sheets than this are no distribution."""
MIN_POINTS = 5
_MAX_CODES = 15
_MAX_BINS = 10
_MAX_TICKS = 6
_STEPS = (1, 2, 5)


class PlotArea(NamedTuple):
    """The part of the paper between the axes."""

    left: int
    right: int
    top: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


_WIDTH = 480
_FIELD = PlotArea(58, 466, 24, 240)
_BARS = PlotArea(184, 416, 24, 0)
"""The names of the checks stand to the left and the figures to the right; it grows downwards."""
_BAR = 26
_BELOW = 50
"""For the figures and the name of an axis."""


class Bar(NamedTuple):
    """A bar, with what is written beside it."""

    x: int
    y: int
    width: int
    height: int
    name: str | Text
    value: int
    style: str = ""
    kind: Text | None = None
    """What its colour says, in words."""


class Dot(NamedTuple):
    """A point."""

    x: int
    y: int
    name: str


class Tick(NamedTuple):
    """A mark on an axis."""

    at: int
    text: str


class Chart(NamedTuple):
    """One chart with everything that is said of it."""

    kind: str
    """``bars``, ``columns`` or ``dots``: its template."""
    title: Text
    x: Text
    y: Text
    summary: Text
    """The text alternative; the figures themselves stand in ``rows``."""
    head: tuple[Text, ...]
    rows: tuple[tuple[str | Text, ...], ...]
    field: PlotArea
    across: tuple[Tick, ...]
    up: tuple[Tick, ...] = ()
    boxes: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()

    @property
    def width(self) -> int:
        return _WIDTH

    @property
    def height(self) -> int:
        return self.field.bottom + _BELOW


def make_charts(report: Report) -> list[Chart]:
    """Those that the report has enough of."""
    sheets = all_sheets(report)
    if len(sheets) < min(MIN_SHEETS_FOR_CODES, MIN_TOTALS, MIN_POINTS):
        # Of the page of one file nothing is counted for charts that it cannot have.
        return []
    return draw_charts(len(sheets), count_codes(report), total_scores(sheets), rate_points(sheets))


def draw_charts(
    sheets: int, counts: Sequence[CodeCount], scores: Sequence[Decimal], pairs: Sequence[Point]
) -> list[Chart]:
    """The charts of so many sheets, of what was counted in them."""
    found = []
    if sheets >= MIN_SHEETS_FOR_CODES and len(counts) >= MIN_CODES:
        found.append(_codes(counts))
    if len(scores) >= MIN_TOTALS:
        found.append(_scores(scores))
    if len(pairs) >= MIN_POINTS:
        found.append(_rates(pairs))
    return found


def _codes(counts: Sequence[CodeCount]) -> Chart:
    shown, rest = counts[:_MAX_CODES], counts[_MAX_CODES:]
    bars: list[tuple[str | Text, int, str]] = [
        (Text(f"{c.code} {c.title.zh}", f"{c.code} {c.title.en}"), c.times, c.severity)
        for c in shown
    ]
    if rest:
        bars.append((messages.CODES_REST.fill(count=len(rest)), sum(c.times for c in rest), "rest"))
    most = max(count for _, count, _ in bars)
    step = _step(most)
    end = step * ceil(Fraction(most, step))
    field = _BARS._replace(bottom=_BARS.top + _BAR * len(bars))
    boxes = tuple(
        Bar(
            field.left,
            field.top + 4 + _BAR * i,
            max(1, field.width * count // end),
            _BAR - 8,
            name,
            count,
            style,
            report_messages.SEVERITY.get(style),
        )
        for i, (name, count, style) in enumerate(bars)
    )
    often = max(counts, key=lambda c: c.times)
    return Chart(
        "bars",
        messages.CODES_TITLE,
        messages.CODES_X,
        messages.CODES_Y,
        messages.CODES_SUMMARY.fill(count=len(counts), code=often.code, most=often.times),
        (messages.CHECK, messages.SEVERITY, messages.CODES_X),
        tuple(
            (
                Text(f"{c.code} {c.title.zh}", f"{c.code} {c.title.en}"),
                report_messages.SEVERITY[c.severity],
                str(c.times),
            )
            for c in counts
        ),
        field,
        tuple(Tick(field.left + field.width * n // end, str(n)) for n in range(0, end + 1, step)),
        boxes=boxes,
    )


def _scores(scores: Sequence[Decimal]) -> Chart:
    """Bars for the ranges from (not with) to (with): a full score belongs below itself."""
    low, high = min(scores), max(scores)
    step = _step(ceil(high) - floor(low), _MAX_BINS)
    first = min(floor(low / step), ceil(high / step) - 1)
    bins = [0] * max(1, ceil(high / step) - first)
    for score in scores:
        bins[max(0, ceil(score / step) - 1 - first)] += 1
    rise = _step(max(bins))
    top = rise * ceil(Fraction(max(bins), rise))
    width = _FIELD.width // len(bins)
    boxes, rows = [], []
    for i, count in enumerate(bins):
        height = _FIELD.height * count // top
        start, end = (first + i) * step, (first + i + 1) * step
        name = messages.SCORE_RANGE.fill(start=start, end=end)
        boxes.append(
            Bar(
                _FIELD.left + width * i,
                _FIELD.bottom - height,
                max(1, width - 2),
                height,
                name,
                count,
            )
        )
        rows.append((name, str(count)))
    return Chart(
        "columns",
        messages.SCORES_TITLE,
        messages.SCORES_X,
        messages.SCORES_Y,
        messages.SCORES_SUMMARY.fill(count=len(scores), least=f"{low:f}", most=f"{high:f}"),
        (messages.SCORES_X, messages.SCORES_Y),
        tuple(rows),
        _FIELD,
        tuple(Tick(_FIELD.left + width * i, str((first + i) * step)) for i in range(len(bins) + 1)),
        _vertical_ticks(0, top, rise, ""),
        tuple(boxes),
    )


def _rates(pairs: Sequence[Point]) -> Chart:
    """Both axes in per cent, from the ten below the least to the ten above the most."""
    across = _percent_range([pair.rate for pair in pairs])
    up = _percent_range([pair.outputs for pair in pairs])
    dots = tuple(
        Dot(
            _FIELD.left + floor(_FIELD.width * _share(pair.rate, across)),
            _FIELD.bottom - floor(_FIELD.height * _share(pair.outputs, up)),
            f"{pair.name} {_percent(pair.rate)} {_percent(pair.outputs)}",
        )
        for pair in pairs
    )
    step = _step(across[1] - across[0])
    return Chart(
        "dots",
        messages.RATES_TITLE,
        messages.RATES_X,
        messages.RATES_Y,
        messages.RATES_SUMMARY.fill(count=len(pairs)),
        (messages.SHEET, messages.RATES_X, messages.RATES_Y),
        tuple((pair.name, _percent(pair.rate), _percent(pair.outputs)) for pair in pairs),
        _FIELD,
        tuple(
            Tick(_FIELD.left + _FIELD.width * (n - across[0]) // (across[1] - across[0]), f"{n}%")
            for n in range(across[0], across[1] + 1, step)
        ),
        _vertical_ticks(up[0], up[1], _step(up[1] - up[0]), "%"),
        dots=dots,
    )


def _vertical_ticks(start: int, end: int, step: int, unit: str) -> tuple[Tick, ...]:
    return tuple(
        Tick(_FIELD.bottom - _FIELD.height * (n - start) // (end - start), f"{n}{unit}")
        for n in range(start, end + 1, step)
    )


def _percent_range(shares: Sequence[Fraction]) -> tuple[int, int]:
    low = 10 * floor(min(shares) * 10)
    return min(low, 90), max(100, 10 * ceil(max(shares) * 10))


def _share(value: Fraction, reach: tuple[int, int]) -> Fraction:
    return (value * 100 - reach[0]) / (reach[1] - reach[0])


def _percent(share: Fraction) -> str:
    """To a tenth, cut off: to look at, not to calculate with."""
    tenths = floor(share * 1000)
    return f"{tenths // 10}.{tenths % 10}%"


def _step(reach: int, most: int = _MAX_TICKS) -> int:
    """1, 2, 5, 10, 20 … so that there are at most so many of them."""
    size = 1
    while True:
        for step in _STEPS:
            if reach <= step * size * most:
                return step * size
        size *= 10
