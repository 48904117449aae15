"""``sheetlint check``: checks files and writes reports."""

from typing import NamedTuple

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import load_setup, prepare_plan, report_idle_waivers
from sheetlint.cli.options import DisplayOptions, RunOptions
from sheetlint.cli.outputs import open_outputs
from sheetlint.cli.report_writer import ReportWriter, parse_requested
from sheetlint.cli.terminal import write_error
from sheetlint.config.output_formats import OUTPUT_FORMATS
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.messages import cli as texts
from sheetlint.messages.visible import visible
from sheetlint.run.check_files import check_each, make_report
from sheetlint.run.results import FAIL, Report
from sheetlint.run.rules_digest import rules_sha256


class _ReportOptions(NamedTuple):
    """Which reports are written, and where."""

    format: str | None
    output: tuple[str, ...]
    force: bool
    quiet: bool
    verbose: bool


_reports = shared.option_group(
    _ReportOptions,
    "reports",
    shared.choice("--format", text=texts.FORMAT, values=tuple(OUTPUT_FORMATS)),
    shared.output(texts.OUTPUT, texts.OUTPUT_META, multiple=True),
    shared.force,
    shared.quiet(texts.QUIET),
    shared.verbose(texts.VERBOSE),
)


@command("check", texts.CHECK_HELP)
@shared.paths
@_reports
@shared.run_options()
@shared.only_sheets
@shared.display
def check(
    paths: tuple[str, ...],
    reports: _ReportOptions,
    options: RunOptions,
    only_sheets: bool,
    display: DisplayOptions,
) -> int:
    setup = load_setup(options.settings, quiet=reports.quiet)
    wanted = parse_requested(reports.format, reports.output, reports.quiet, setup)
    plan = prepare_plan(
        setup.run_configuration(options, only_sheets=only_sheets), setup.lang
    )._replace(keep_content=wanted.needs_sheets)
    sources = find_sources(paths, plan.bounds)
    outputs = open_outputs(setup, options, sources, force=reports.force)
    outputs.refuse(wanted.outputs)
    sources = outputs.drop_earlier(sources, wanted.outputs)
    writer = ReportWriter(wanted, setup.lang, reports.verbose, display, outputs, reports.quiet)
    rules = rules_sha256(plan.registry) if wanted.needs_rules_digest else ""
    checked = check_each(sources, plan)
    report = make_report(writer.print_along(checked, rules), plan, rules)
    nothing = all(map(is_missing, sources)) or not (report.checked or only_sheets)
    if nothing:
        # A program that reads the verdict and not the exit status must not take it for a pass.
        report = report._replace(verdict=FAIL)
    # Where nothing was checked, one sentence says so: a report would look like a verdict.
    silent = not (report.checked or only_sheets) or (reports.quiet and report.verdict != FAIL)
    written = writer.finish(report, silent)
    if nothing and not (report.checked or report.crashed):
        _explain_nothing(paths, report, setup.lang)
    if reports.verbose and (silent or not wanted.lists_passed_over):
        _list_passed_over(report, setup.lang)
    report_idle_waivers(report, plan.waivers, setup.lang)
    if report.crashed or not written:
        return status.FAILED
    if nothing:
        return status.NO_INPUT
    if report.verdict == FAIL:
        return status.FINDINGS
    if next(checked, None) is not None:
        write_error(texts.READER_LEFT.in_(setup.lang))
        return status.FAILED
    return status.OK


def _explain_nothing(paths: tuple[str, ...], report: Report, lang: str) -> None:
    """Why nothing was checked, in one sentence."""
    over = report.passed_over
    text = texts.ONLY_OTHERS if over else texts.NO_INPUT
    write_error(visible(text.fill(paths="、".join(paths), count=len(over)).in_(lang)))


def _list_passed_over(report: Report, lang: str) -> None:
    """On the error stream, where no full report lists them."""
    from sheetlint.report.summary_texts import passed_over_lines

    for line in passed_over_lines(report, lang):
        write_error(visible(f"  {line}"))
