"""What a worker does: check a few files, in a process of this machine or of a cluster."""

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
"""Seconds beyond the bound of time after which the process ends itself."""


class WorkerContext(NamedTuple):
    """What the files of a run share in one process."""

    plan: Plan
    codec: Codec
    panels: ProfilePanels
    pdf_process: PdfProcess


class CheckedFile(NamedTuple):
    """The encoded report on a file."""

    sha256: str
    """Of the bytes read; empty where there were none."""
    lasting: bool
    """The same bytes will give the same report again."""
    text: str
    """The report, as the codec encodes it."""


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
    """Check each file."""
    context = load_context(configuration)
    return [_check(source, context) for source in sources]


def _check(source: Source, context: WorkerContext) -> CheckedFile:
    with exit_when_overdue(context.plan.bounds.patience):
        file = check_source(source, context.plan, context.panels, context.pdf_process)
    lasting = bool(file.sha256) and not (file.stopped or file.crashed)
    return CheckedFile(file.sha256, lasting, context.codec.encode(file))


@contextmanager
def exit_when_overdue(patience: float) -> Iterator[None]:
    """End the process where the work takes ``patience`` seconds and the grace: code in C that never
    returns cannot be interrupted.  The pool then reports the file as lost."""
    if not patience:
        yield
        return
    faulthandler.dump_traceback_later(patience + _GRACE, exit=True, file=_null_device())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@lru_cache(maxsize=1)
def _null_device() -> int:
    return os.open(os.devnull, os.O_WRONLY)
