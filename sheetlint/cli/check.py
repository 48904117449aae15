"""``sheetlint check``, the command."""

from __future__ import annotations

import click

from sheetlint.cli.checking import check
from sheetlint.cli.declared import CHECK
from sheetlint.cli.options import ANY_PATH, option
from sheetlint.locale import cli as words


def command(lang: str) -> click.Command:
    return click.Command(
        "check",
        callback=check,
        help=words.CHECK_HELP.in_(lang),
        short_help=words.CHECK_SHORT.in_(lang),
        params=[
            click.Argument(
                ["paths"],
                nargs=-1,
                required=True,
                type=ANY_PATH,
                metavar=words.PATHS.in_(lang),
            ),
            *(option(declared, lang) for declared in CHECK),
        ],
    )
