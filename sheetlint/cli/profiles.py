"""``sheetlint profiles``: the rules of places."""

from __future__ import annotations

import os
import sys

import click

from sheetlint.cli import status
from sheetlint.cli.context import Refused, context
from sheetlint.cli.options import ANY_PATH, config_option, lang_option
from sheetlint.cli.terminal import coloured, say, width
from sheetlint.locale import cli as words
from sheetlint.profiles import BadProfile


def command(lang: str) -> click.Command:
    group = click.Group(
        "profiles",
        callback=profiles,
        invoke_without_command=True,
        help=words.PROFILES_HELP.in_(lang),
        short_help=words.PROFILES_SHORT.in_(lang),
        params=[config_option(lang), lang_option(lang)],
        subcommand_metavar=words.SHOW_META.in_(lang),
    )
    group.add_command(
        click.Command(
            "show",
            callback=show,
            help=words.PROFILES_SHOW_HELP.in_(lang),
            short_help=words.PROFILES_SHOW_SHORT.in_(lang),
            options_metavar=words.OPTIONS_META.in_(lang),
            params=[
                click.Argument(["name"], metavar=words.NAME_META.in_(lang)),
                config_option(lang),
                lang_option(lang),
            ],
        )
    )
    from sheetlint.cli.newprofile import new

    group.add_command(
        click.Command(
            "new",
            callback=new,
            help=words.PROFILES_NEW_HELP.in_(lang),
            short_help=words.PROFILES_NEW_SHORT.in_(lang),
            options_metavar=words.OPTIONS_META.in_(lang),
            params=[
                click.Argument(["name"], metavar=words.NAME_META.in_(lang)),
                click.Option(
                    ["--from", "parent"],
                    metavar=words.NAME_META.in_(lang),
                    help=words.PROFILE_PARENT.in_(lang),
                ),
                click.Option(
                    ["--output", "-o"],
                    type=ANY_PATH,
                    metavar=words.FILE_META.in_(lang),
                    help=words.PROFILE_FILE.in_(lang),
                ),
                config_option(lang),
                lang_option(lang),
            ],
        )
    )
    return group


def profiles(config: str | None, lang: str | None) -> int | None:
    if click.get_current_context().invoked_subcommand is None:
        return _print(None, config, lang)
    return None


def show(name: str, config: str | None, lang: str | None) -> int:
    return _print(name, config, lang)


def _print(name: str | None, config: str | None, lang: str | None) -> int:
    from sheetlint.report import profiles as report

    ctx = context(lang, config)
    available = ctx.profiles()
    colour, columns = coloured(sys.stdout, os.environ), width(sys.stdout, os.environ)
    try:
        if name is None:
            text = report.as_list(available, ctx.lang, columns, colour)
        else:
            text = report.as_page(available, name, ctx.registry(), ctx.lang, columns, colour)
    except BadProfile as error:
        raise Refused(error.text, ctx.lang) from error
    say(text, colour)
    return status.OK
