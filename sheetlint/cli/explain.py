"""``sheetlint explain``: the manual of a check."""

from __future__ import annotations

import os
import sys

import click

from sheetlint.cli import status
from sheetlint.cli.context import Refused, context, known
from sheetlint.cli.options import config_option, lang_option
from sheetlint.cli.terminal import coloured, say, width
from sheetlint.locale import cli as words
from sheetlint.profiles import BadProfile


def command(lang: str) -> click.Command:
    return click.Command(
        "explain",
        callback=explain,
        help=words.EXPLAIN_HELP.in_(lang),
        short_help=words.EXPLAIN_SHORT.in_(lang),
        params=[
            click.Argument(["checks"], nargs=-1, required=True, metavar=words.CHECK_META.in_(lang)),
            config_option(lang),
            lang_option(lang),
        ],
    )


def explain(checks: tuple[str, ...], config: str | None, lang: str | None) -> int:
    from sheetlint.report import manual

    ctx = context(lang, config)
    registry, profiles = ctx.registry(), ctx.profiles()
    known(registry, checks, ctx.lang)
    wanted = {check.code: check for selector in checks for check in registry.find(selector)}
    try:
        loaded = [profiles.load(name) for name in profiles.names]
    except BadProfile as error:
        raise Refused(error.text, ctx.lang) from error
    colour = coloured(sys.stdout, os.environ)
    columns = width(sys.stdout, os.environ)
    say(manual.render(list(wanted.values()), loaded, ctx.lang, columns, colour), colour)
    return status.OK
