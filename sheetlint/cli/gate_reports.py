"""What ``sheetlint gate`` writes and says besides its folder."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from sheetlint.cli import options as shared
from sheetlint.cli.configuration import Refused, Setup
from sheetlint.cli.options import DisplayOptions
from sheetlint.cli.outputs import CommandOutputs
from sheetlint.cli.report_writer import ReportWriter, RequestedReports, parse_requested
from sheetlint.config.output_formats import OUTPUT_FORMATS
from sheetlint.gate.tally import RunOutcome
from sheetlint.messages import cli
from sheetlint.messages import gate as texts
from sheetlint.messages.text import Text


class ReportOptions(NamedTuple):
    """Where the results are written."""

    output: str | None
    format: str | None
    also: tuple[str, ...]
    force: bool
    no_annotate: bool


reports = shared.option_group(
    ReportOptions,
    "reports",
    shared.output(texts.OUT, texts.OUT_META),
    shared.choice("--format", text=texts.ALSO_PRINT, values=tuple(OUTPUT_FORMATS)),
    shared.path_option("--also", text=texts.ALSO, meta=cli.OUTPUT_META, multiple=True),
    shared.force,
    shared.flag("--no-annotate", text=texts.NO_ANNOTATE),
)


def requested_reports(options: ReportOptions, setup: Setup) -> RequestedReports | None:
    """What ``--format`` and ``--also`` ask for; None for nothing.

    Raises Refused, also where the results would be written nowhere.
    """
    if options.format is None and not options.also:
        if options.output is None:
            raise Refused(texts.NOWHERE, setup.lang)
        return None
    wanted = parse_requested(options.format, options.also, False, setup)
    if wanted.needs_sheets:
        raise Refused(texts.NO_HTML_OUTPUT, setup.lang)
    for _, path in wanted.files:
        if options.output is not None and _is_within(path, options.output):
            text = texts.ALSO_IN_FOLDER.fill(path=path, out=options.output)
            raise Refused(text, setup.lang)
    return wanted if options.format is not None else wanted._replace(printed=None)


def _is_within(path: str, folder: str) -> bool:
    top = os.path.join(os.path.realpath(folder), "")
    return os.path.realpath(path).startswith(top)


def make_writer(wanted: RequestedReports, outputs: CommandOutputs, quiet: bool) -> ReportWriter:
    """The writer of these reports.  Raises Refused for one that cannot be written."""
    outputs.refuse(wanted.outputs)
    return ReportWriter(wanted, outputs.lang, False, DisplayOptions(), outputs, quiet)


def summary_texts(outcome: RunOutcome, out: str | None) -> Iterator[Text]:
    """The counts of a run, for the error stream: its output is the folder."""
    yield texts.COUNTS.fill(
        found=outcome.found,
        checked=outcome.checked,
        unread=outcome.unread,
        over=outcome.passed_over,
    )
    yield texts.OUTCOME.fill(
        sheets=outcome.sheets,
        passed=outcome.sheets - outcome.failed_sheets,
        failed=outcome.failed_sheets,
        errors=outcome.errors,
        warnings=outcome.warnings,
        infos=outcome.infos,
    )
    if out is not None:
        yield texts.LEFT.fill(out=out)
