"""The workers of a run: processes of this machine, or those of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import NamedTuple

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.local_workers import start_local_workers
from sheetlint.gate.worker import CheckedFile, check_submissions
from sheetlint.intake.source import Source
from sheetlint.sandbox.local_processes import count_processors
from sheetlint.sandbox.worker_pool import LostItem

PROCESSES = "processes"
Work = Callable[[RunConfiguration, Sequence[Source]], Sequence[CheckedFile | LostItem]]


class Workers(NamedTuple):
    """What starts workers, how many work at once, and the function that they are called with."""

    start: Callable[[int], Executor]
    jobs: int
    work: Work = check_submissions


@contextmanager
def open_workers(jobs: int, executor: str = PROCESSES) -> Iterator[Workers]:
    """``jobs`` workers; 0 for as many as there are processors, or threads of the cluster.

    Raises Unusable for a cluster that cannot be reached, MissingExtra for its library.
    """
    if executor == PROCESSES:
        yield Workers(start_local_workers, jobs or count_processors())
        return
    from sheetlint.gate.dask_cluster import check_in_process, connect

    with connect(executor) as cluster:
        yield Workers(cluster.start, jobs or cluster.jobs, check_in_process)
