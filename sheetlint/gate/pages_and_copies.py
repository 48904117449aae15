"""Writes the page of a file, and the annotated copy of a file that fails.

The workers open the file again: only its findings are stored, and a page shows the form too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint import __version__
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.worker import WorkerContext, exit_when_overdue, load_context
from sheetlint.intake.source import Source
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.reopen import reopen_file
from sheetlint.run.results import FileReport, Report
from sheetlint.system.atomic_write import write_file


class FileJob(NamedTuple):
    """The page and the copy to write of one file: paths below the folder of results, or empty."""

    source: Source
    page: str
    copy: str
    """Gets the suffix of the copy where that is another one."""
    report: str = ""
    """The report on it, as the codec encodes it; empty where that is not stored."""


class WrittenFiles(NamedTuple):
    """The page and the copy that were written, and why one was not."""

    page: str
    copy: str
    problem: Text | None = None


class OutputOptions(NamedTuple):
    """Place and language of the pages and copies of a run."""

    out: str
    lang: str


def write_pages_and_copies(
    configuration: RunConfiguration, options: OutputOptions, jobs: Sequence[FileJob]
) -> list[WrittenFiles]:
    """Write the page and the copy of each file."""
    context = load_context(configuration.without_waivers)
    plan = context.plan._replace(configuration=configuration, keep_content=True)
    written: list[WrittenFiles] = []
    for job in jobs:
        with exit_when_overdue(plan.bounds.patience):
            file = _open_report(job, plan, context)
            report = Report(
                __version__, "", (file,), file.verdict, plan.decision.show, plan.decision.fail_on
            )
            written.append(_write_outputs(job, report, file, options))
    return written


def _open_report(job: FileJob, plan: Plan, context: WorkerContext) -> FileReport:
    """The report on the file with the content that a page and a copy are made of."""
    file = None
    if job.report:
        file = reopen_file(job.source, context.codec.decode(job.report), plan, context.pdf_process)
    return file or check_source(job.source, plan, context.panels, context.pdf_process)


def _write_outputs(
    job: FileJob, report: Report, file: FileReport, options: OutputOptions
) -> WrittenFiles:
    page = copy = ""
    problem: Text | None = None
    try:
        if job.page:
            from sheetlint.report.html import render

            _write(
                options.out,
                job.page,
                render(report, options.lang).encode(errors="backslashreplace"),
            )
            page = job.page
        if job.copy and file.content is not None:
            from sheetlint.annotate.annotated_copy import annotate_file

            shown = file._replace(findings=tuple(report.visible(file)))
            made = annotate_file(shown, options.lang)
            # The copy of an old workbook is a new one, and may stand beside it under its own name.
            copy = job.copy if job.copy.endswith(made.suffix) else f"{job.copy}{made.suffix}"
            _write(options.out, copy, made.data)
    except OSError as error:
        problem = texts.NOT_WRITTEN.fill(reason=os_error_text(error))
    except Exception as error:
        # A bug in a writer must not cost the other files their copies; the run reports it.
        problem = texts.TOOL_FAILED.fill(error=f"{type(error).__name__}: {error}")
    return WrittenFiles(page, copy, problem)


def _write(out: str, name: str, data: bytes) -> None:
    path = os.path.join(out, *name.split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write_file(path, data)
