"""The run of ``sheetlint fix``, from its options to its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from sheetlint.batch.bounds import within
from sheetlint.batch.files import found, missing
from sheetlint.batch.panels import Panels
from sheetlint.batch.run import Plan, each
from sheetlint.cli import status
from sheetlint.cli.context import Context, context, known, selectors
from sheetlint.cli.planning import planned
from sheetlint.cli.terminal import coloured, complain, say, width
from sheetlint.decide import Decision
from sheetlint.handback.corrections import FileFixes, corrections
from sheetlint.locale import cli as words
from sheetlint.report.counting import named
from sheetlint.report.visible import visible
from sheetlint.results import FAIL, FileReport
from sheetlint.tables import Unreadable


def fix(paths: tuple[str, ...], **options: Any) -> int:
    ctx = context(options["lang"], options["config"])
    # What is the cause of what, only all the checks together can tell: the selection is one of
    # what is put right.
    wanted = Decision(selectors(options["select"]), selectors(options["ignore"]))
    plan = planned(ctx, {**options, "select": (), "ignore": ()})._replace(keep=True)
    known(plan.registry, (*wanted.select, *wanted.ignore), ctx.lang)
    sources = found(paths, plan.bounds)
    panels = Panels(plan.registry, plan.decision)
    files: list[FileFixes] = []
    failed = crashed = False
    for file in each(sources, plan):
        if file.passed_over:
            continue
        crashed = crashed or file.crashed
        if not file.sheets:
            failed = failed or file.verdict == FAIL
            _unread(file, ctx)
            continue
        try:
            files.append(_corrected(file, plan, panels, wanted, options["unsafe"]))
        except Unreadable as error:
            failed = True
            _complain(file, error.reason.in_(ctx.lang), ctx)
    if all(missing(source) for source in sources) or not (files or failed):
        complain(visible(words.NO_INPUT.fill(paths="、".join(paths), count=0).in_(ctx.lang)))
        return status.NO_INPUT
    _show(files, options, ctx)
    if crashed:
        return status.FAILED
    return status.FINDINGS if failed or any(file.proposals for file in files) else status.OK


def _corrected(
    file: FileReport, plan: Plan, panels: Panels, wanted: Decision, unsafe: bool
) -> FileFixes:
    return within(plan.bounds, lambda: corrections(file, plan, panels, unsafe, wanted.runs))


def _unread(file: FileReport, ctx: Context) -> None:
    for item in file.findings:
        _complain(file, item.message.in_(ctx.lang), ctx)


def _complain(file: FileReport, text: str, ctx: Context) -> None:
    complain(visible(f"{named(file.path, ctx.lang)}: {text}"))


def _show(files: Sequence[FileFixes], options: Mapping[str, Any], ctx: Context) -> None:
    from sheetlint.report import corrections as page
    from sheetlint.report.signs import signs_for

    if options["diff"]:
        say(page.diff(files, ctx.lang))
        for text in page.ending(files, wrote=False):
            complain(visible(text.in_(ctx.lang)))
        return
    colour = coloured(sys.stdout, os.environ, options["no_color"])
    columns = width(sys.stdout, os.environ, options["width"])
    signs = signs_for(sys.stdout.encoding)
    say(page.listed(files, ctx.lang, columns, colour=colour, signs=signs), colour)
