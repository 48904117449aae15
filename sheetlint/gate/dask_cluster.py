"""An existing Dask cluster as an executor.

Its workers run tasks in threads, where nothing can be timed or interrupted, and a worker that dies
loses the tasks of all its threads.  So a task checks its files in a child process of the worker, as a
run on one machine does, and a malicious file can end only that process.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import partial
from typing import Any

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.local_workers import start_local_workers
from sheetlint.gate.results_folder import Unusable
from sheetlint.gate.worker import CheckedFile, check_submissions
from sheetlint.intake.source import Source
from sheetlint.messages import gate as texts
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool
from sheetlint.system.extras import requires_extra

SCHEME = "dask://"
_TIMEOUT = 10
"""Seconds in which a scheduler must answer."""


@contextmanager
def connect(address: str) -> Iterator[Cluster]:
    """The cluster whose scheduler is at ``dask://host:port``.  Unusable where there is none."""
    with requires_extra("dask"):
        from distributed import Client
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            address.replace(SCHEME, "tcp://", 1), timeout=_TIMEOUT
        )
    except (OSError, ValueError) as error:
        raise Unusable(texts.NO_CLUSTER.fill(address=address, reason=error)) from error
    with client:
        yield Cluster(client, address)


class Cluster:
    """The workers of a scheduler."""

    def __init__(self, client: Any, address: str) -> None:
        self._client = client
        self._address = address

    def start(self, workers: int) -> Executor:
        """The executor; the cluster decides how many workers it has.  Raises Unusable where it is gone."""
        if self._client.status != "running" or not self._threads():
            raise Unusable(texts.CLUSTER_GONE.fill(address=self._address))
        return _ClusterExecutor(self._client.get_executor(pure=False))

    @property
    def jobs(self) -> int:
        return self._threads()

    def _threads(self) -> int:
        return sum(self._client.nthreads().values())


class _ClusterExecutor(Executor):
    """The cluster's executor, which knows no ``cancel_futures``: it cancels when it does not wait."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = self._inner.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._inner.shutdown(wait=wait)


def check_in_process(
    configuration: RunConfiguration, sources: Sequence[Source]
) -> list[CheckedFile | LostItem]:
    """Check the files of one task in a child process."""
    # A worker is a daemon process, which may not have children.  When it is killed, the child process
    # notices that its parent is gone and ends as well.
    multiprocessing.current_process().daemon = False
    pool: WorkerPool[Source, CheckedFile] = WorkerPool(
        start_local_workers, partial(check_submissions, configuration), 1
    )
    done = dict(pool.results([sources] if sources else []))
    return [done[source] for source in sources]
