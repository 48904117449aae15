"""The run of ``sheetlint check``: read, check, report.  Nothing here knows how it was called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sheetlint.cli import status
from sheetlint.cli.context import Context, context
from sheetlint.cli.declared import COMMANDS
from sheetlint.cli.delivering import Delivery, ordered
from sheetlint.cli.planning import planned
from sheetlint.cli.terminal import complain
from sheetlint.locale import cli as words
from sheetlint.outputs import FULL
from sheetlint.results import FAIL, Report

if TYPE_CHECKING:
    from sheetlint.batch.run import Plan


def check(
    paths: tuple[str, ...],
    config: str | None,
    format_: str | None,
    output: tuple[str, ...],
    quiet: bool,
    verbose: bool,
    only_sheets: bool,
    no_color: bool,
    **rest: Any,
) -> int:
    from sheetlint.batch.files import found, missing
    from sheetlint.batch.run import each, gathered

    ctx = context(rest["lang"], config)
    wanted = ordered(format_, output, quiet, ctx)
    plan = planned(ctx, rest, only_sheets=only_sheets)._replace(keep=wanted.keeps)
    delivery = Delivery(wanted, ctx.lang, verbose, no_color, rest["width"])
    sources = found(paths, plan.bounds)
    rules = _rules(plan) if wanted.digest else ""
    report = gathered(delivery.followed(each(sources, plan), rules), plan, rules)
    nothing = all(missing(source) for source in sources) or not (report.checked or only_sheets)
    if nothing:
        # A program that reads the verdict and not the exit status must not take it for a pass.
        report = report._replace(verdict=FAIL)
    # Where nothing was checked, one sentence says so: a report would look like a verdict.
    silent = not (report.checked or only_sheets) or (quiet and report.verdict != FAIL)
    delivery.finish(report, silent)
    if nothing and not report.crashed:
        _nothing(paths, report, ctx)
    if verbose and (silent or wanted.printed != FULL):
        _list_passed_over(report, ctx.lang)
    if plan.waivers.any:
        from sheetlint.cli.waiving import say_idle

        say_idle(report, plan.waivers, ctx.lang)
    if report.crashed:
        return status.FAILED
    if nothing:
        return status.NO_INPUT
    return status.FINDINGS if report.verdict == FAIL else status.OK


def _rules(plan: Plan) -> str:
    """Reading every check's source is work that only a printed digest is worth."""
    from sheetlint.batch.rules import rules_sha256

    return rules_sha256(plan.registry)


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
