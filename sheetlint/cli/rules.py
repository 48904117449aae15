"""``sheetlint rules``: all checks that there are."""

from __future__ import annotations

import os
import sys

import click

from sheetlint.cli import status
from sheetlint.cli.context import context
from sheetlint.cli.options import config_option, lang_option
from sheetlint.cli.terminal import coloured, say, width
from sheetlint.locale import cli as words


def command(lang: str) -> click.Command:
    return click.Command(
        "rules",
        callback=rules,
        help=words.RULES_HELP.in_(lang),
        short_help=words.RULES_SHORT.in_(lang),
        params=[
            click.Option(
                ["--format", "format_"],
                type=click.Choice(["table", "json"]),
                default="table",
                help=words.RULES_FORMAT.in_(lang),
            ),
            config_option(lang),
            lang_option(lang),
        ],
    )


def rules(format_: str, config: str | None, lang: str | None) -> int:
    from sheetlint.report import rules as report

    ctx = context(lang, config)
    registry = ctx.registry()
    if format_ == "json":
        say(report.as_json(registry, ctx.lang))
        return status.OK
    colour = coloured(sys.stdout, os.environ)
    say(report.as_table(registry, ctx.lang, width(sys.stdout, os.environ), colour), colour)
    return status.OK
