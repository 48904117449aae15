"""``sheetlint gate``: submissions by the thousand."""

from __future__ import annotations

from typing import Any

import click

from sheetlint.cli.comparing import OPTIONS as COMPARED
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
    ONLY_SHEETS,
    PATH,
    PATHS,
    PROFILE,
    REQUIRE_PLUGINS,
    SELECT,
    SIZE,
    TEXT,
    Declared,
)
from sheetlint.cli.notice import LETTERHEAD, TEMPLATE
from sheetlint.cli.options import ANY_PATH, option
from sheetlint.locale import cli
from sheetlint.locale import gate as words
from sheetlint.outputs import NAMES

_OPTIONS = (
    Declared(("--jobs", "-j"), "jobs", TEXT, words.JOBS, words.JOBS_META),
    Declared(("--executor",), "executor", TEXT, words.EXECUTOR, words.EXECUTOR_META),
    SELECT,
    IGNORE,
    FAIL_ON,
    PROFILE,
    CONFIG,
    NO_WAIVERS,
    BASELINE,
    DATE,
    Declared(("--format",), "format_", TEXT, words.ALSO_PRINT, choices=NAMES),
    Declared(("--also",), "also", PATHS, words.ALSO, cli.OUTPUT_META),
    Declared(("--tracked",), "tracked", FLAG, words.TRACKED),
    ONLY_SHEETS,
    Declared(("--no-annotate",), "no_annotate", FLAG, words.NO_ANNOTATE),
    *COMPARED,
    *LETTERHEAD,
    TEMPLATE,
    Declared(("--no-cache",), "no_cache", FLAG, words.NO_CACHE),
    Declared(("--cache",), "cache", PATH, words.CACHE, cli.FILE_META),
    Declared(("--cache-size",), "cache_size", SIZE, words.CACHE_SIZE, cli.SIZE_META),
    Declared(("--quiet", "-q"), "quiet", FLAG, words.QUIET),
    REQUIRE_PLUGINS,
    *LIMITS,
    LANG,
)


def command(lang: str) -> click.Command:
    return click.Command(
        "gate",
        callback=gate,
        help=words.GATE_HELP.in_(lang),
        short_help=words.GATE_SHORT.in_(lang),
        params=[
            click.Argument(
                ["paths"], nargs=-1, required=True, type=ANY_PATH, metavar=cli.PATHS.in_(lang)
            ),
            click.Option(
                ["--output", "-o", "out"],
                type=ANY_PATH,
                metavar=words.OUT_META.in_(lang),
                help=words.OUT.in_(lang),
            ),
            *(option(declared, lang) for declared in _OPTIONS),
        ],
    )


def gate(jobs: str | None, **options: Any) -> int:
    from sheetlint.cli.gating import gate

    return gate(jobs=jobs or "auto", **options)
