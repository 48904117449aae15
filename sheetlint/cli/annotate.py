"""``sheetlint annotate``: copies with what was found in them."""

from __future__ import annotations

from typing import Any

import click

from sheetlint.cli.declared import (
    BASELINE,
    CONFIG,
    DATE,
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
    SEVEREST_FIRST,
    TEXT,
    Declared,
)
from sheetlint.cli.options import ANY_PATH, option
from sheetlint.locale import annotate as words
from sheetlint.locale import cli

_OPTIONS = (
    Declared(("--output", "-o"), "output", PATH, words.OUTPUT, cli.FILE_META),
    Declared(("--output-dir",), "output_dir", PATH, words.OUTPUT_DIR, words.FOLDER_META),
    Declared(("--force",), "force", FLAG, words.FORCE),
    Declared(("--all",), "all_", FLAG, words.ALL),
    SELECT,
    IGNORE,
    FAIL_ON,
    Declared(("--show",), "show", TEXT, words.SHOW, choices=SEVEREST_FIRST),
    PROFILE,
    CONFIG,
    NO_WAIVERS,
    BASELINE,
    DATE,
    REQUIRE_PLUGINS,
    *LIMITS,
    LANG,
)


def command(lang: str) -> click.Command:
    return click.Command(
        "annotate",
        callback=annotate,
        help=words.ANNOTATE_HELP.in_(lang),
        short_help=words.ANNOTATE_SHORT.in_(lang),
        params=[
            click.Argument(
                ["paths"], nargs=-1, required=True, type=ANY_PATH, metavar=cli.PATHS.in_(lang)
            ),
            *(option(declared, lang) for declared in _OPTIONS),
        ],
    )


def annotate(paths: tuple[str, ...], **options: Any) -> int:
    from sheetlint.cli.annotating import annotate

    return annotate(paths, **options)
