"""Processes of this machine as an executor."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import lru_cache
from multiprocessing.context import BaseContext


def start_processes(workers: int) -> Executor:
    return ProcessPoolExecutor(workers, mp_context=_context(), initializer=_begin)


def count_processors() -> int:
    """Processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


@lru_cache(maxsize=1)
def _context() -> BaseContext:
    """A server that has everything loaded forks the workers: this process has threads by then,
    and may not be forked any more."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sheetlint.gate.preload"])
    return context


def _begin() -> None:
    # Ctrl-C reaches every process of the terminal; the one that was started decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.join,), daemon=True).start()


def _follow(join: object) -> None:
    """When the run is killed, its workers do not wait for work for ever."""
    assert callable(join)
    join()
    os._exit(1)
