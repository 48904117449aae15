"""The work on a few files, wherever it is done: in a process of this machine or of another one."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.codec import Codec
from sheetlint.intake.source import Source
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan, load_plan
from sheetlint.run.profile_panels import ProfilePanels
from sheetlint.sandbox.pdf_process import PdfProcess

_GRACE = 10
"""Seconds beyond the bound of time in which a file has to come to its end by itself."""


class WorkerContext(NamedTuple):
    """What the files of a run share in one process."""

    plan: Plan
    codec: Codec
    panels: ProfilePanels
    pdf_process: PdfProcess


class CheckedFile(NamedTuple):
    """What became of a file."""

    sha256: str
    """Of the bytes read; empty where there were none."""
    lasting: bool
    """The same bytes will give the same again."""
    text: str
    """The report on it, as the codec writes it."""


@lru_cache(maxsize=1)
def load_context(configuration: RunConfiguration) -> WorkerContext:
    """The plug-ins are loaded once a process, and the process for PDF files is kept.

    Of a configuration without waivers: results are kept for runs on other days.
    """
    plan = load_plan(configuration, keep_summaries=True)
    codec = Codec(plan.registry)
    return WorkerContext(
        plan, codec, ProfilePanels(plan.registry, plan.decision), PdfProcess(plan.bounds)
    )


def check_submissions(
    configuration: RunConfiguration, sources: Sequence[Source]
) -> list[CheckedFile]:
    """What became of each file."""
    tools = load_context(configuration)
    return [_checked(source, tools) for source in sources]


def _checked(source: Source, tools: WorkerContext) -> CheckedFile:
    with exit_when_overdue(tools.plan.bounds.patience):
        file = check_source(source, tools.plan, tools.panels, tools.pdf_process)
    lasting = bool(file.sha256) and not (file.stopped or file.crashed)
    return CheckedFile(file.sha256, lasting, tools.codec.written(file))


@contextmanager
def exit_when_overdue(patience: float) -> Iterator[None]:
    """Code in C that never comes back is not stopped by the clock of the file.  Then the process
    ends, and whoever waits for it sees that it died over this file."""
    if not patience:
        yield
        return
    faulthandler.dump_traceback_later(patience + _GRACE, exit=True, file=_nowhere())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@lru_cache(maxsize=1)
def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
