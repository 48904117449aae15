"""``sheetlint diff``: what became of sheets that were returned."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from sheetlint.cli import status
from sheetlint.cli.context import context
from sheetlint.cli.declared import (
    CONFIG,
    FAIL_ON,
    FLAG,
    IGNORE,
    LANG,
    LIMITS,
    NARROWEST,
    NUMBER,
    PROFILE,
    SELECT,
    TEXT,
    Declared,
)
from sheetlint.cli.options import ANY_PATH, option
from sheetlint.cli.planning import planned
from sheetlint.cli.terminal import coloured, complain, say, width
from sheetlint.locale import cli
from sheetlint.locale import comparing as words
from sheetlint.report.visible import visible
from sheetlint.results import FAIL

_OPTIONS = (
    Declared(("--format",), "format_", TEXT, words.FORMAT, choices=("text", "json")),
    Declared(("--verbose", "-v"), "verbose", FLAG, words.VERBOSE),
    SELECT,
    IGNORE,
    FAIL_ON,
    PROFILE,
    CONFIG,
    Declared(("--no-color",), "no_color", FLAG, cli.NO_COLOR),
    Declared(("--width",), "width", NUMBER, words.WIDTH, cli.NUMBER_META, least=NARROWEST),
    *LIMITS,
    LANG,
)


def command(lang: str) -> click.Command:
    return click.Command(
        "diff",
        callback=diff,
        help=words.DIFF_HELP.in_(lang),
        short_help=words.DIFF_SHORT.in_(lang),
        params=[
            click.Argument(["before"], type=ANY_PATH, metavar=words.BEFORE.in_(lang)),
            click.Argument(["after"], type=ANY_PATH, metavar=words.AFTER.in_(lang)),
            *(option(declared, lang) for declared in _OPTIONS),
        ],
    )


def diff(before: str, after: str, **options: Any) -> int:
    from sheetlint.batch.comparing import compared
    from sheetlint.batch.files import found
    from sheetlint.batch.run import run
    from sheetlint.report import diff as report
    from sheetlint.report.signs import signs_for

    ctx = context(options["lang"], options["config"])
    plan = planned(ctx, options)._replace(keep=True)
    reports = []
    for path in (before, after):
        made = run(found((path,), plan.bounds), plan)
        if not made.checked or not os.path.lexists(path):
            complain(visible(cli.NO_INPUT.fill(paths=path).in_(ctx.lang)))
            return status.NO_INPUT
        reports.append(made)
    old, new = reports
    comparison = compared(old, before, new, after)
    if options["format_"] == "json":
        say(report.as_json(comparison, ctx.lang))
    else:
        colour = coloured(sys.stdout, os.environ, options["no_color"])
        text = report.as_text(
            comparison,
            ctx.lang,
            width(sys.stdout, os.environ, options["width"]),
            colour=colour,
            verbose=options["verbose"],
            signs=signs_for(sys.stdout.encoding or ""),
        )
        say(text, colour)
    if old.crashed or new.crashed:
        return status.FAILED
    return status.FINDINGS if comparison.verdict == FAIL else status.OK
