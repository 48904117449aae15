"""Who works: processes of this machine, or those of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import NamedTuple

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.worker import CheckedFile, check_submissions
from sheetlint.intake.source import Source
from sheetlint.sandbox.local_processes import count_processors, start_processes
from sheetlint.sandbox.worker_pool import LostItem

PROCESSES = "processes"
Work = Callable[[RunConfiguration, Sequence[Source]], Sequence[CheckedFile | LostItem]]


class Workers(NamedTuple):
    """Who works, and how many at once."""

    start: Callable[[int], Executor]
    jobs: int
    work: Work = check_submissions
    """What a worker is called with."""


@contextmanager
def open_workers(jobs: int, executor: str = PROCESSES) -> Iterator[Workers]:
    """``jobs`` at once, 0 for as many as there are processors or workers.

    Raises ``place.Unusable`` for a cluster that cannot be reached, Missing for its library.
    """
    if executor == PROCESSES:
        yield Workers(start_processes, jobs or count_processors())
        return
    from sheetlint.gate.dask_cluster import check_below, connected

    with connected(executor) as cluster:
        yield Workers(cluster.start, jobs or cluster.jobs, check_below)
