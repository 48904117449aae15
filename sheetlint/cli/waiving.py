"""Waivers and the baseline of one run: taken from the configuration, and what is idle of them said."""

from __future__ import annotations

import datetime

from sheetlint.cli.context import Context, Refused
from sheetlint.cli.terminal import complain
from sheetlint.locale import cli as words
from sheetlint.report.visible import visible
from sheetlint.results import Report
from sheetlint.waivers import BadBaseline, Known, Waivers, read_baseline


def waivers_of(ctx: Context, baseline: str | None, date: str | None) -> Waivers:
    """What holds on the day asked for; Refused for a date or a baseline that is none."""
    settings = ctx.settings
    path = baseline or settings.baseline
    known = _known(path, ctx) if path else ()
    return Waivers(settings.waivers, _day(date, ctx), frozenset(k.fingerprint for k in known))


def _day(date: str | None, ctx: Context) -> datetime.date:
    if date is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(date)
    except ValueError as error:
        raise Refused(words.BAD_DATE.fill(date=date), ctx.lang) from error


def _known(path: str, ctx: Context) -> tuple[Known, ...]:
    try:
        return read_baseline(path)
    except BadBaseline as error:
        raise Refused(error.text, ctx.lang) from error


def say_idle(report: Report, waivers: Waivers, lang: str) -> None:
    """On the error stream: waivers that have expired or cover nothing, entries that are gone."""
    expired, unused = waivers.idle(report.waived)
    for waiver in expired:
        text = words.EXPIRED.fill(what=waiver.what, by=waiver.by, until=waiver.until.isoformat())
        complain(visible(text.in_(lang)))
    for waiver in unused:
        complain(visible(words.UNUSED.fill(what=waiver.what, by=waiver.by).in_(lang)))
    stale = waivers.baseline - {found.fingerprint for found in report.all_findings()}
    if stale:
        complain(words.STALE.fill(count=len(stale)).in_(lang))
