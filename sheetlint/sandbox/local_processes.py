"""Processes of this machine as an executor, which the end of the parent process ends as well."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import lru_cache
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from sheetlint.system.interruption import delay_signals, leave_signals_to_parent

_T = TypeVar("_T")


def start_processes(count: int, preload: str | None = None) -> Executor:
    """``count`` processes.  ``preload`` names a module that is imported once, before they are
    forked, where the system can fork."""
    return _Processes(count, mp_context=_context(preload), initializer=_initialise)


class _Processes(ProcessPoolExecutor):
    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> Future[_T]:
        """A process that is half started would be known to nobody."""
        with delay_signals():
            return super().submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Without waiting, the processes are ended, whatever they are doing: a run that is
        interrupted must not wait for the file that each of them is at."""
        if not wait:
            for process in list((self._processes or {}).values()):
                process.kill()
        # The thread that looks after the processes notices, and is through before anything ends.
        super().shutdown(cancel_futures=cancel_futures)


def count_processors() -> int:
    """Processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


@lru_cache(maxsize=1)
def _context(preload: str | None) -> BaseContext:
    """A server that has loaded what is needed forks the processes: this process has threads by
    then, and must not be forked any more."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    if preload is not None:
        context.set_forkserver_preload([preload])
    return context


def _initialise() -> None:
    leave_signals_to_parent()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_exit_after, args=(parent.join,), daemon=True).start()


def _exit_after(join_parent: object) -> None:
    """When the parent process is killed, its workers do not wait for work for ever."""
    assert callable(join_parent)
    join_parent()
    os._exit(1)
