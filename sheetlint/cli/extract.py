"""``sheetlint extract``: the sheets of files as plain data."""

from __future__ import annotations

from typing import Any

import click

from sheetlint.cli import status
from sheetlint.cli.context import context
from sheetlint.cli.options import (
    ANY_PATH,
    config_option,
    lang_option,
    limit_options,
    profile_option,
)
from sheetlint.cli.terminal import complain, say
from sheetlint.locale import cli as words
from sheetlint.report.visible import visible


def command(lang: str) -> click.Command:
    return click.Command(
        "extract",
        callback=extract,
        help=words.EXTRACT_HELP.in_(lang),
        short_help=words.EXTRACT_SHORT.in_(lang),
        params=[
            click.Argument(
                ["paths"], nargs=-1, required=True, type=ANY_PATH, metavar=words.PATHS.in_(lang)
            ),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(["yaml", "json"]),
                default="yaml",
                help=words.EXTRACT_FORMAT.in_(lang),
            ),
            profile_option(lang),
            config_option(lang),
            *limit_options(lang),
            lang_option(lang),
        ],
    )


def extract(
    paths: tuple[str, ...],
    format_: str,
    profile: str | None,
    config: str | None,
    lang: str | None,
    **limits: int | None,
) -> int:
    from sheetlint.batch.apart import Apart
    from sheetlint.batch.extracting import extracted
    from sheetlint.batch.files import found, missing
    from sheetlint.schema.document import SCHEMA

    ctx = context(lang, config)
    profiles = ctx.profiles()
    choice = ctx.chosen(profiles, profile)
    files: list[dict[str, Any]] = []
    failed = False
    bounds, lexicon = ctx.bounds(limits), ctx.lexicon()
    sources = found(paths, bounds)
    told: set[str | bytes | None] = set()
    with Apart(bounds) as apart:
        for source in sources:
            if source.listed and source.archive in told:
                continue
            data, refusal = extracted(source, profiles, choice, bounds, apart, lexicon)
            if data is not None or refusal is not None:
                told.add(source.archive)
            if refusal is not None:
                failed = True
                complain(visible(f"{source.path}: {refusal.in_(ctx.lang)}"))
            elif data is not None:
                files.append(data)
    document = {"schema": SCHEMA, "files": files}
    if files:
        say(_as_json(document) if format_ == "json" else _as_yaml(document))
    if all(missing(source) for source in sources):
        return status.NO_INPUT
    if not files and not failed:
        complain(words.NO_INPUT.fill(paths="、".join(paths)).in_(ctx.lang))
        return status.NO_INPUT
    return status.FINDINGS if failed else status.OK


def _as_json(document: object) -> str:
    from sheetlint.report.json import written

    return written(document)


def _as_yaml(document: object) -> str:
    from sheetlint.report.yaml import written

    return written(document)
