"""The run of ``sheetlint check``: read, check, report.  Nothing here knows how it was called."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from sheetlint.cli import status
from sheetlint.cli.context import Context, Refused, context, known, selectors, vetted
from sheetlint.cli.declared import COMMANDS
from sheetlint.cli.terminal import coloured, complain, say, width
from sheetlint.locale import cli as words
from sheetlint.results import FAIL, Report

if TYPE_CHECKING:
    from sheetlint.waivers import Waivers


def check(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    config: str | None,
    format_: str | None,
    output: str | None,
    quiet: bool,
    verbose: bool,
    only_sheets: bool,
    no_color: bool,
    **rest: Any,
) -> int:
    from sheetlint.batch.files import found, missing
    from sheetlint.batch.run import Plan, run
    from sheetlint.decide import Decision

    ctx = context(rest["lang"], config)
    settings = ctx.settings
    registry, profiles = ctx.registry(rest["require_plugins"]), ctx.profiles()
    decision = Decision(
        selectors(select) or settings.select,
        selectors(ignore) or settings.ignore,
        settings.severity,
        rest["fail_on"] or settings.fail_on or "error",
        rest["show"] or settings.show or "info",
    )
    wanted = (*decision.select, *decision.ignore, *(code for code, _ in decision.overrides))
    known(registry, wanted, ctx.lang)
    vetted(profiles, registry, ctx.lang)
    bounds = ctx.bounds(rest)
    plan = Plan(
        registry,
        decision,
        profiles,
        ctx.chosen(profiles, profile),
        only_sheets,
        bounds=bounds,
        lexicon=ctx.lexicon(),
    )
    waivers = _waivers(ctx, rest)
    if waivers is not None:
        plan = plan._replace(waivers=waivers)
    kind = format_ or ("concise" if quiet else settings.format or "full")
    sources = found(paths, bounds)
    report = run(sources, plan, _rules(kind, registry))
    nothing = all(missing(source) for source in sources) or not (report.checked or only_sheets)
    # Where nothing was checked, one sentence says so: a report would look like a verdict.
    shown = bool(report.checked or only_sheets or output) or kind == "json"
    if shown and not (quiet and report.verdict != FAIL):
        _deliver(report, kind, ctx, output, verbose, no_color, rest["width"])
    if nothing and not report.crashed:
        _nothing(paths, report, ctx)
    if verbose and not (shown and kind == "full"):
        _list_passed_over(report, ctx.lang)
    if waivers is not None:
        from sheetlint.cli.waiving import say_idle

        say_idle(report, waivers, ctx.lang)
    if report.crashed:
        return status.FAILED
    if nothing:
        return status.NO_INPUT
    return status.FINDINGS if report.verdict == FAIL else status.OK


def _waivers(ctx: Context, rest: dict[str, Any]) -> Waivers | None:
    """None where nothing is waived, as almost always."""
    some = ctx.settings.waivers or ctx.settings.baseline or rest["baseline"] or rest["date"]
    if rest["no_waivers"] or not some:
        return None
    from sheetlint.cli.waiving import waivers_of

    return waivers_of(ctx, rest["baseline"], rest["date"])


def _rules(kind: str, registry: Any) -> str:
    """Reading every check's source is work that only a printed digest is worth."""
    if kind != "json":
        return ""
    from sheetlint.batch.rules import rules_sha256

    return rules_sha256(registry)


def _deliver(
    report: Report,
    kind: str,
    ctx: Context,
    output: str | None,
    verbose: bool,
    no_color: bool,
    columns: int | None,
) -> None:
    colour = output is None and coloured(sys.stdout, os.environ, no_color)
    if kind == "json":
        from sheetlint.report import json

        text = json.render(report, ctx.lang)
    elif kind == "concise":
        from sheetlint.report import concise

        text = concise.render(report, ctx.lang)
    else:
        from sheetlint.report import full
        from sheetlint.report.signs import signs_for

        text = full.render(
            report,
            ctx.lang,
            width(sys.stdout, os.environ, columns),
            colour=colour,
            verbose=verbose,
            signs=signs_for("utf-8" if output else sys.stdout.encoding),
        )
    if output is None:
        say(text, colour)
        return
    try:
        with open(output, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(words.CANNOT_WRITE.fill(path=output, reason=reason), ctx.lang) from error


def _nothing(paths: tuple[str, ...], report: Report, ctx: Context) -> None:
    """Say why there was nothing to check, where the report does not say so itself."""
    from difflib import get_close_matches

    from sheetlint.report.visible import visible

    if not report.checked:
        over = report.passed_over
        text = words.ONLY_OTHERS if over else words.NO_INPUT
        said = text.fill(paths="、".join(paths), count=len(over))
        complain(visible(said.in_(ctx.lang)))
        return
    near = get_close_matches(paths[0], COMMANDS, 1, 0.7)
    if near:
        complain(words.MEANT_COMMAND.fill(near=near[0]).in_(ctx.lang))


def _list_passed_over(report: Report, lang: str) -> None:
    """For reports that are read by programs, and where there is none; the full one has its own."""
    from sheetlint.report.counting import passed_over
    from sheetlint.report.visible import visible

    for line in passed_over(report, lang):
        complain(visible(f"  {line}"))
