"""What is handed back of single files: a page for each, and an annotated copy of what failed.

The file is opened once more for it, by the workers: what is kept of a file are the findings, and a
page shows the form too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint import __version__
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.worker import WorkerContext, exit_when_overdue, load_context
from sheetlint.intake.source import Source
from sheetlint.messages import gate as words
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.reopen import reopen_file
from sheetlint.run.results import FileReport, Report
from sheetlint.system.atomic_write import write_file


class FileJob(NamedTuple):
    """What is wanted about one file; paths below the folder of results, empty for what is not."""

    source: Source
    page: str
    copy: str
    """Gets the suffix of the copy where that is another one."""
    report: str = ""
    """What was found in it, as the codec writes it; empty where that is not known any more."""


class WrittenFiles(NamedTuple):
    """What was written about it, and what could not be."""

    page: str
    copy: str
    problem: Text | None = None


class OutputOptions(NamedTuple):
    """How a run hands back."""

    out: str
    lang: str


def write_pages_and_copies(
    configuration: RunConfiguration, options: OutputOptions, jobs: Sequence[FileJob]
) -> list[WrittenFiles]:
    """Write what is wanted about each file."""
    tools = load_context(configuration.without_waivers)
    plan = tools.plan._replace(configuration=configuration, keep_content=True)
    done: list[WrittenFiles] = []
    for job in jobs:
        with exit_when_overdue(plan.bounds.patience):
            file = _looked_into(job, plan, tools)
            report = Report(
                __version__, "", (file,), file.verdict, plan.decision.show, plan.decision.fail_on
            )
            done.append(_handed(job, report, file, options))
    return done


def _looked_into(job: FileJob, plan: Plan, tools: WorkerContext) -> FileReport:
    """The file with everything that a page and a copy are made of."""
    file = None
    if job.report:
        file = reopen_file(job.source, tools.codec.read(job.report), plan, tools.pdf_process)
    return file or check_source(job.source, plan, tools.panels, tools.pdf_process)


def _handed(job: FileJob, report: Report, file: FileReport, options: OutputOptions) -> WrittenFiles:
    page = copy = ""
    problem: Text | None = None
    try:
        if job.page:
            from sheetlint.report.html import render

            _put(
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
            _put(options.out, copy, made.data)
    except OSError as error:
        problem = words.NOT_WRITTEN.fill(reason=os_error_text(error))
    except Exception as error:
        # A bug in what writes must not cost the others their copies; the run says so.
        problem = words.TOOL_FAILED.fill(error=f"{type(error).__name__}: {error}")
    return WrittenFiles(page, copy, problem)


def _put(out: str, name: str, data: bytes) -> None:
    path = os.path.join(out, *name.split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write_file(path, data)
