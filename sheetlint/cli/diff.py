"""``sheetlint diff``: what became of sheets that were returned."""

from __future__ import annotations

import os
import sys

import click

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import Argument, command
from sheetlint.cli.configuration import load_setup, prepare_plan
from sheetlint.cli.options import DisplayOptions, RunOptions
from sheetlint.cli.parameters import PATH
from sheetlint.cli.terminal import write_error, write_output
from sheetlint.diff.comparison import Comparison, compare_reports
from sheetlint.intake.find_sources import find_sources
from sheetlint.messages import cli
from sheetlint.messages import diff as texts
from sheetlint.messages.visible import visible
from sheetlint.run.check_files import check_files
from sheetlint.run.results import FAIL


@command("diff", texts.DIFF_HELP)
@click.argument("before", cls=Argument, type=PATH, meta=texts.BEFORE)
@click.argument("after", cls=Argument, type=PATH, meta=texts.AFTER)
@shared.choice("--format", "format_", text=texts.FORMAT, values=("text", "json"), default="text")
@shared.quiet(texts.QUIET)
@shared.verbose(texts.VERBOSE)
@shared.run_options()
@shared.display
def diff(
    before: str,
    after: str,
    format_: str,
    quiet: bool,
    verbose: bool,
    options: RunOptions,
    display: DisplayOptions,
) -> int:
    setup = load_setup(options.settings, quiet=quiet)
    plan = prepare_plan(setup.run_configuration(options), setup.lang)._replace(keep_content=True)
    reports = []
    for path in (before, after):
        report = check_files(find_sources((path,), plan.bounds), plan)
        if not report.checked or not os.path.lexists(path):
            write_error(visible(cli.NO_INPUT.fill(paths=path).in_(setup.lang)))
            return status.NO_INPUT
        reports.append(report)
    old, new = reports
    comparison = compare_reports(old, before, new, after)
    if format_ == "json":
        from sheetlint.report.diff import as_json

        write_output(as_json(comparison, setup.lang))
    elif not quiet or comparison.verdict == FAIL:
        _print(comparison, plan.decision.show, verbose, setup.lang, display)
    if old.crashed or new.crashed:
        return status.FAILED
    return status.FINDINGS if comparison.verdict == FAIL else status.OK


def _print(
    comparison: Comparison, show: str, verbose: bool, lang: str, display: DisplayOptions
) -> None:
    from sheetlint.report.diff import as_text
    from sheetlint.report.symbols import choose_symbols

    text = as_text(
        comparison,
        lang,
        display.columns,
        colour=display.colour,
        show=show,
        verbose=verbose,
        symbols=choose_symbols(sys.stdout.encoding or ""),
    )
    write_output(text, display.colour)
