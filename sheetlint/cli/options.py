"""Declared options as click's."""

from __future__ import annotations

from typing import Any

import click

from sheetlint.cli.declared import (
    CONFIG,
    FLAG,
    LANG,
    NARROWEST,
    NUMBER,
    PATH,
    PROFILE,
    TEXTS,
    Declared,
)


def option(declared: Declared, lang: str) -> click.Option:
    kind: Any = None
    if declared.choices:
        kind = click.Choice(declared.choices)
    elif declared.kind == PATH:
        kind = click.Path()
    elif declared.kind == NUMBER:
        kind = click.IntRange(NARROWEST)
    return click.Option(
        [*declared.flags, declared.name],
        type=kind,
        is_flag=declared.kind == FLAG,
        multiple=declared.kind == TEXTS,
        metavar=None if declared.meta is None else declared.meta.in_(lang),
        help=declared.help.in_(lang),
        callback=_from_program if declared is LANG else None,
    )


def lang_option(lang: str) -> click.Option:
    return option(LANG, lang)


def config_option(lang: str) -> click.Option:
    return option(CONFIG, lang)


def profile_option(lang: str) -> click.Option:
    return option(PROFILE, lang)


def _from_program(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """``sheetlint --lang en rules`` is ``sheetlint rules --lang en``."""
    return value or ctx.find_root().params.get("lang")
