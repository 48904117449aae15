"""Options that several commands have."""

from __future__ import annotations

import click

from sheetlint.locale import LANGUAGES
from sheetlint.locale import cli as words


def lang_option(lang: str) -> click.Option:
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), help=words.LANG.in_(lang))


def config_option(lang: str) -> click.Option:
    return click.Option(
        ["--config"], metavar=words.FILE_META.in_(lang), help=words.CONFIG.in_(lang)
    )
