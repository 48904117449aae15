"""Options that several commands have."""

from __future__ import annotations

import click

from sheetlint.locale import LANGUAGES
from sheetlint.locale import cli as words


def lang_option(lang: str) -> click.Option:
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        callback=_from_program,
        help=words.LANG.in_(lang),
    )


def _from_program(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """``sheetlint --lang en rules`` is ``sheetlint rules --lang en``."""
    return value or ctx.find_root().params.get("lang")


def config_option(lang: str) -> click.Option:
    return click.Option(
        ["--config"],
        type=click.Path(),
        metavar=words.FILE_META.in_(lang),
        help=words.CONFIG.in_(lang),
    )
