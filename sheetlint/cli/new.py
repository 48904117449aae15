"""``sheetlint new``: an empty form by the rules of a place."""

from __future__ import annotations

import os

import click

from sheetlint.cli import status
from sheetlint.cli.context import Refused, context
from sheetlint.cli.options import ANY_PATH, config_option, lang_option, profile_option
from sheetlint.cli.terminal import say
from sheetlint.locale import cli
from sheetlint.locale import newform as words
from sheetlint.locale.system import why
from sheetlint.profiles import DEFAULT
from sheetlint.report.visible import visible

_FILE = "自评表.xlsx"
_WRITERS = {
    ".xlsx": ("workbook", "written"),
    ".docx": ("document", "written"),
    ".yaml": ("plain", "as_yaml"),
    ".yml": ("plain", "as_yaml"),
    ".json": ("plain", "as_json"),
}
_MOST_ROWS = 50


def command(lang: str) -> click.Command:
    named = (
        ("--project", words.PROJECT),
        ("--unit", words.UNIT),
        ("--department", words.DEPARTMENT),
    )
    return click.Command(
        "new",
        callback=new,
        help=words.HELP.in_(lang),
        short_help=words.SHORT.in_(lang),
        params=[
            profile_option(lang),
            click.Option(
                ["--output", "-o"],
                type=ANY_PATH,
                default=_FILE,
                metavar=cli.FILE_META.in_(lang),
                help=words.OUTPUT.in_(lang),
            ),
            click.Option(
                ["--rows"],
                type=click.IntRange(1, _MOST_ROWS),
                default=1,
                metavar=words.COUNT_META.in_(lang),
                help=words.ROWS.in_(lang),
            ),
            *(
                click.Option(
                    [flag], default="", metavar=words.TEXT_META.in_(lang), help=text.in_(lang)
                )
                for flag, text in named
            ),
            click.Option(
                ["--year"],
                type=click.IntRange(2000, 2099),
                metavar=words.YEAR_META.in_(lang),
                help=words.OF_YEAR.in_(lang),
            ),
            click.Option(["--force"], is_flag=True, help=words.FORCE.in_(lang)),
            config_option(lang),
            lang_option(lang),
        ],
    )


def new(
    profile: str | None,
    output: str,
    rows: int,
    project: str,
    unit: str,
    department: str,
    year: int | None,
    force: bool,
    config: str | None,
    lang: str | None,
) -> int:
    from importlib import import_module

    from sheetlint.newform.blank import Given, blank
    from sheetlint.writing import write

    ctx = context(lang, config)
    writer = _WRITERS.get(os.path.splitext(output)[1].lower())
    if writer is None:
        raise Refused(words.BAD_SUFFIX.fill(path=output), ctx.lang)
    if os.path.lexists(output) and not force:
        raise Refused(words.EXISTS.fill(path=output), ctx.lang)
    profiles = ctx.profiles()
    choice = ctx.chosen(profiles, profile or ctx.settings.profile or DEFAULT)
    assert choice is not None
    chosen = choice.profile
    made = blank(chosen, profiles.own(chosen.id), Given(project, unit, department, year, rows))
    module, function = writer
    data: bytes = getattr(import_module(f"sheetlint.newform.{module}"), function)(made, ctx.lang)
    try:
        write(output, data)
    except OSError as error:
        raise Refused(cli.CANNOT_WRITE.fill(path=output, reason=why(error)), ctx.lang) from error
    said = words.WRITTEN.fill(path=output, profile=chosen.id).in_(ctx.lang)
    say(f"{visible(said)}\n")
    return status.OK
