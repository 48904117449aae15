"""``sheetlint baseline``: take note of today's findings, so that only new ones count."""

from __future__ import annotations

import os

import click

from sheetlint.cli import status
from sheetlint.cli.context import Refused, context, known, selectors
from sheetlint.cli.options import ANY_PATH, config_option, lang_option, profile_option
from sheetlint.cli.terminal import complain
from sheetlint.locale import cli as words
from sheetlint.locale.system import why
from sheetlint.results import Report
from sheetlint.waivers import BadBaseline, Known, read_baseline, written_baseline
from sheetlint.writing import write_text

_FILE = "sheetlint-baseline.json"


def command(lang: str) -> click.Command:
    return click.Command(
        "baseline",
        callback=baseline,
        help=words.BASELINE_HELP.in_(lang),
        short_help=words.BASELINE_SHORT.in_(lang),
        params=[
            click.Argument(
                ["paths"], nargs=-1, required=True, type=ANY_PATH, metavar=words.PATHS.in_(lang)
            ),
            click.Option(
                ["--output", "-o"],
                type=ANY_PATH,
                default=_FILE,
                metavar=words.FILE_META.in_(lang),
                help=words.BASELINE_OUTPUT.in_(lang),
            ),
            click.Option(["--prune"], is_flag=True, help=words.PRUNE.in_(lang)),
            click.Option(
                ["--select"],
                multiple=True,
                metavar=words.CHECKS_META.in_(lang),
                help=words.SELECT.in_(lang),
            ),
            profile_option(lang),
            config_option(lang),
            lang_option(lang),
        ],
    )


def baseline(
    paths: tuple[str, ...],
    output: str,
    prune: bool,
    select: tuple[str, ...],
    profile: str | None,
    config: str | None,
    lang: str | None,
) -> int:
    from sheetlint.batch.files import found, missing
    from sheetlint.batch.run import Plan, run
    from sheetlint.decide import Decision

    ctx = context(lang, config)
    registry, profiles = ctx.registry(), ctx.profiles()
    wanted = selectors(select) or ctx.settings.select
    known(registry, wanted, ctx.lang)
    decision = Decision(wanted, ctx.settings.ignore, ctx.settings.severity)
    plan = Plan(registry, decision, profiles, ctx.chosen(profiles, profile))
    sources = found(paths)
    if all(missing(source) for source in sources):
        complain(words.NO_INPUT.fill(paths="、".join(paths)).in_(ctx.lang))
        return status.NO_INPUT
    entries = noted(run(sources, plan))
    try:
        old = read_baseline(output) if prune else ()
        there = {entry.fingerprint for entry in entries}
        kept = [entry for entry in old if entry.fingerprint in there] if prune else entries
        write_text(output, written_baseline(kept))
    except BadBaseline as error:
        raise Refused(error.text, ctx.lang) from error
    except OSError as error:
        raise Refused(words.CANNOT_WRITE.fill(path=output, reason=why(error)), ctx.lang) from error
    text = words.BASELINE_PRUNED if prune else words.BASELINE_WRITTEN
    gone = len(set(old)) - len(set(kept))
    complain(text.fill(count=len(set(kept)), path=output, gone=gone).in_(ctx.lang))
    return status.OK


def noted(report: Report) -> list[Known]:
    """Every finding, with its place in words for the person who reads the file."""
    return [
        Known(
            found.fingerprint,
            found.check.code,
            f"{os.path.basename(file.path)} {found.where.words}",
        )
        for file, found in report.findings()
    ]
