"""``sheetlint fix``: corrected copies."""

from __future__ import annotations

from typing import Any

import click

from sheetlint.cli.declared import (
    BASELINE,
    CONFIG,
    DATE,
    FLAG,
    LANG,
    LIMITS,
    NARROWEST,
    NO_WAIVERS,
    NUMBER,
    PATH,
    PROFILE,
    TEXTS,
    Declared,
)
from sheetlint.cli.options import ANY_PATH, option
from sheetlint.locale import cli
from sheetlint.locale import fix as words

_OPTIONS = (
    Declared(("--diff",), "diff", FLAG, words.DIFF),
    Declared(("--unsafe",), "unsafe", FLAG, words.UNSAFE),
    Declared(("--select",), "select", TEXTS, words.SELECT, cli.CHECKS_META),
    Declared(("--ignore",), "ignore", TEXTS, words.IGNORE, cli.CHECKS_META),
    Declared(("--output", "-o"), "output", PATH, words.OUTPUT, cli.FILE_META),
    Declared(("--output-dir",), "output_dir", PATH, words.OUTPUT_DIR, words.FOLDER_META),
    Declared(("--in-place",), "in_place", FLAG, words.IN_PLACE),
    Declared(("--force",), "force", FLAG, words.FORCE),
    PROFILE,
    CONFIG,
    NO_WAIVERS,
    BASELINE,
    DATE,
    Declared(("--no-color",), "no_color", FLAG, cli.NO_COLOR),
    Declared(("--width",), "width", NUMBER, cli.WIDTH, cli.NUMBER_META, least=NARROWEST),
    *LIMITS,
    LANG,
)


def command(lang: str) -> click.Command:
    return click.Command(
        "fix",
        callback=fix,
        help=words.FIX_HELP.in_(lang),
        short_help=words.FIX_SHORT.in_(lang),
        params=[
            click.Argument(
                ["paths"], nargs=-1, required=True, type=ANY_PATH, metavar=cli.PATHS.in_(lang)
            ),
            *(option(declared, lang) for declared in _OPTIONS),
        ],
    )


def fix(paths: tuple[str, ...], **options: Any) -> int:
    from sheetlint.cli.fixing import fix

    return fix(paths, **options)
