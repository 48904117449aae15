"""Declared options as click's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from sheetlint.cli.declared import (
    CONFIG,
    FLAG,
    LANG,
    LIMITS,
    NUMBER,
    PATH,
    PATHS,
    PROFILE,
    SEVERAL,
    SIZE,
    Declared,
)
from sheetlint.locale import cli as words
from sheetlint.numbers.bytecount import parsed

ANY_PATH = click.Path(readable=False)
"""Whether a file can be read is for its reader to say: one that cannot costs only itself."""


def option(declared: Declared, lang: str) -> click.Option:
    kind: Any = None
    if declared.choices:
        kind = click.Choice(declared.choices)
    elif declared.kind in (PATH, PATHS):
        kind = ANY_PATH
    elif declared.kind == NUMBER:
        kind = click.IntRange(declared.least)
    callback: Callable[..., Any] | None = None
    if declared.kind == SIZE:
        callback = _sized(lang)
    elif declared is LANG:
        callback = _from_program
    return click.Option(
        [*declared.flags, declared.name],
        type=kind,
        is_flag=declared.kind == FLAG,
        multiple=declared.kind in SEVERAL,
        metavar=None if declared.meta is None else declared.meta.in_(lang),
        help=declared.help.in_(lang),
        callback=callback,
    )


def lang_option(lang: str) -> click.Option:
    return option(LANG, lang)


def config_option(lang: str) -> click.Option:
    return option(CONFIG, lang)


def limit_options(lang: str) -> list[click.Option]:
    return [option(declared, lang) for declared in LIMITS]


def profile_option(lang: str) -> click.Option:
    return option(PROFILE, lang)


def _sized(lang: str) -> Callable[[click.Context, click.Parameter, str | None], int | None]:
    def size(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        count = parsed(value)
        if count is None:
            raise click.BadParameter(words.NO_SIZE.fill(wrong=value).in_(lang), ctx, param)
        return count

    return size


def _from_program(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """``sheetlint --lang en rules`` is ``sheetlint rules --lang en``."""
    return value or ctx.find_root().params.get("lang")
