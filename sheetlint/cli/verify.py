"""``sheetlint verify``: whether the report of a run holds."""

from __future__ import annotations

from typing import Any

import click

from sheetlint.cli.options import ANY_PATH, lang_option
from sheetlint.locale import cli
from sheetlint.locale import gate as words


def command(lang: str) -> click.Command:
    return click.Command(
        "verify",
        callback=verify,
        help=words.VERIFY_HELP.in_(lang),
        short_help=words.VERIFY_SHORT.in_(lang),
        params=[
            click.Argument(["report"], type=ANY_PATH, metavar=words.REPORT_META.in_(lang)),
            click.Argument(
                ["paths"], nargs=-1, required=True, type=ANY_PATH, metavar=cli.PATHS.in_(lang)
            ),
            lang_option(lang),
        ],
    )


def verify(**options: Any) -> int:
    from sheetlint.cli.verifying import verify

    return verify(**options)
