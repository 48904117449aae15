"""Makes the page of a file, and the annotated copy of a file that fails.

The workers open the file again: only its findings are stored, and a page shows the form too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sheetlint import __version__
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.worker import WorkerContext, exit_when_overdue, load_context
from sheetlint.intake.source import Source
from sheetlint.messages import gate as texts
from sheetlint.messages.text import Text
from sheetlint.report.page_links import PageLinks
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.reopen import reopen_file
from sheetlint.run.results import FileReport, Report


class FileJob(NamedTuple):
    """The page and the copy to write of one file: paths below the folder of results, or empty."""

    source: Source
    page: str
    copy: str
    """Gets the suffix of the copy where that is another one."""
    links: PageLinks
    """From the page to the others."""
    report: str = ""
    """The report on it, as the codec encodes it; empty where that is not stored."""


class Made(NamedTuple):
    """A page or a copy: its path below the folder of results, and its content."""

    path: str
    data: bytes


class MadeFiles(NamedTuple):
    """The page and the copy of a file, as far as they are wanted, and why one could not be made."""

    made: tuple[Made, ...]
    problem: Text | None = None


def make_pages_and_copies(
    configuration: RunConfiguration, lang: str, jobs: Sequence[FileJob]
) -> list[MadeFiles]:
    """The page and the copy of each file.  Only the process of the run writes into its folder."""
    context = load_context(configuration.without_waivers)
    plan = context.plan._replace(configuration=configuration, keep_content=True)
    made: list[MadeFiles] = []
    for job in jobs:
        with exit_when_overdue(plan.bounds.patience):
            file = _open_report(job, plan, context)
            report = Report(
                __version__, "", (file,), file.verdict, plan.decision.show, plan.decision.fail_on
            )
            made.append(_make_outputs(job, report, file, lang))
    return made


def _open_report(job: FileJob, plan: Plan, context: WorkerContext) -> FileReport:
    """The report on the file with the content that a page and a copy are made of."""
    file = None
    if job.report:
        file = reopen_file(job.source, context.codec.decode(job.report), plan, context.pdf_process)
    return file or check_source(job.source, plan, context.panels, context.pdf_process)


def _make_outputs(job: FileJob, report: Report, file: FileReport, lang: str) -> MadeFiles:
    made: list[Made] = []
    try:
        if job.page:
            from sheetlint.report.html import render

            made.append(
                Made(job.page, render(report, lang, job.links).encode(errors="backslashreplace"))
            )
        if job.copy and file.content is not None:
            from sheetlint.annotate.annotated_copy import annotate_file

            copy = annotate_file(file._replace(findings=tuple(report.visible(file))), lang)
            # The copy of an old workbook is a new one, and may stand beside it under its own name.
            path = job.copy if job.copy.endswith(copy.suffix) else f"{job.copy}{copy.suffix}"
            made.append(Made(path, copy.data))
    except Exception as error:
        # A bug in a writer must not cost the other files their copies; the run reports it.
        return MadeFiles(
            tuple(made), texts.TOOL_FAILED.fill(error=f"{type(error).__name__}: {error}")
        )
    return MadeFiles(tuple(made))
