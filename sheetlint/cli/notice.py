"""``sheetlint notice``: a letter to each unit that has sheets returned."""

from __future__ import annotations

from typing import Any

import click

from sheetlint.cli.declared import (
    BASELINE,
    CONFIG,
    FAIL_ON,
    FLAG,
    IGNORE,
    LANG,
    LIMITS,
    NO_WAIVERS,
    PATH,
    PROFILE,
    REQUIRE_PLUGINS,
    SELECT,
    TEXT,
    Declared,
)
from sheetlint.cli.options import ANY_PATH, option
from sheetlint.locale import cli
from sheetlint.locale import notices as words

LETTERHEAD = (
    Declared(("--bureau",), "bureau", TEXT, words.BUREAU, words.TEXT_META),
    Declared(("--number",), "number", TEXT, words.NUMBER, words.TEXT_META),
    Declared(("--contact",), "contact", TEXT, words.CONTACT, words.TEXT_META),
    Declared(("--deadline",), "deadline", TEXT, words.DEADLINE, cli.DATE_META),
)
TEMPLATE = Declared(("--template",), "template", PATH, words.TEMPLATE, cli.FILE_META)
_OPTIONS = (
    Declared(("--output", "-o"), "output", PATH, words.OUTPUT, words.OUTPUT_META),
    *LETTERHEAD,
    Declared(("--date",), "date", TEXT, words.DATE, cli.DATE_META),
    Declared(("--infos",), "infos", FLAG, words.INFOS),
    TEMPLATE,
    Declared(("--template-out",), "template_out", PATH, words.TEMPLATE_OUT, cli.FILE_META),
    SELECT,
    IGNORE,
    FAIL_ON,
    PROFILE,
    CONFIG,
    NO_WAIVERS,
    BASELINE,
    REQUIRE_PLUGINS,
    *LIMITS,
    LANG,
)


def command(lang: str) -> click.Command:
    return click.Command(
        "notice",
        callback=notice,
        help=words.NOTICE_HELP.in_(lang),
        short_help=words.NOTICE_SHORT.in_(lang),
        params=[
            click.Argument(["paths"], nargs=-1, type=ANY_PATH, metavar=cli.PATHS.in_(lang)),
            *(option(declared, lang) for declared in _OPTIONS),
        ],
    )


def notice(**options: Any) -> int:
    from sheetlint.cli.noticing import notice

    return notice(**options)
