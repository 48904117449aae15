"""A pool of workers that survives their deaths.

The items are split into portions and given to a ``concurrent.futures.Executor``.  A process that dies
loses the portions that were being worked on, its own and those of the other processes of the
executor.  They are done again, each by itself, and a portion that fails again is halved until one
item is left: only that item is lost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from typing import Any, Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_QUEUED_PER_WORKER = 2
"""Portions that wait in the executor for each worker: enough that none is idle."""


class LostItem(NamedTuple):
    """A worker died over the item."""

    reason: str


class NoWorkers(Exception):
    """No worker can do anything at all; no item is the cause."""


class WorkerPool(Generic[Item, Result]):
    """Calls one function for many items.

    ``start`` opens an executor with a number of workers; it is called again when one is broken.
    ``work`` is called with a portion and returns a result for each item.  ``prepare`` turns a portion
    into the argument of ``work`` just before it is sent: all arguments at once may need too much
    memory.
    """

    def __init__(
        self,
        start: Callable[[int], Executor],
        work: Callable[[Sequence[Any]], Sequence[Result]],
        jobs: int,
        prepare: Callable[[Sequence[Item]], Sequence[Any]] = tuple,
    ) -> None:
        self._start = start
        self._work = work
        self._jobs = jobs
        self._prepare = prepare
        self._proven = False

    def results(
        self, portions: Sequence[Sequence[Item]]
    ) -> Iterator[tuple[Item, Result | LostItem]]:
        """Each item with its result, in the order in which they are done.  Raises NoWorkers."""
        waiting = deque(portions)
        while waiting:
            running: dict[Future[Sequence[Result]], Sequence[Item]] = {}
            suspects: list[Sequence[Item]] = []
            with self._open_executor(self._jobs) as executor:
                while (waiting and not suspects) or running:
                    while (
                        waiting and not suspects and len(running) < self._jobs * _QUEUED_PER_WORKER
                    ):
                        portion = waiting.popleft()
                        try:
                            running[executor.submit(self._work, self._prepare(portion))] = portion
                        except RuntimeError:
                            # The executor broke between two portions.
                            suspects.append(portion)
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        portion = running.pop(future)
                        if future.exception() is None:
                            yield from zip(portion, future.result(), strict=True)
                        else:
                            suspects.append(portion)
            for portion in suspects:
                yield from self._run_alone(portion)

    @contextmanager
    def _open_executor(self, jobs: int) -> Iterator[Executor]:
        """An executor; whatever it is doing is given up where the run ends before it is done."""
        executor = self._start(jobs)
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise
        executor.shutdown()

    def _run_alone(self, portion: Sequence[Item]) -> Iterator[tuple[Item, Result | LostItem]]:
        """One portion in an executor of its own; halved where the worker dies again."""
        with self._open_executor(1) as executor:
            try:
                done = executor.submit(self._work, self._prepare(portion)).result()
            except Exception as error:
                failure = error
            else:
                yield from zip(portion, done, strict=True)
                return
        if len(portion) == 1:
            self._require_working_worker()
            yield portion[0], LostItem(f"{type(failure).__name__}: {failure}")
            return
        middle = len(portion) // 2
        for half in (portion[:middle], portion[middle:]):
            yield from self._run_alone(half)

    def _require_working_worker(self) -> None:
        """Raises NoWorkers where a worker dies that has nothing to do: then no item is the cause."""
        if self._proven:
            return
        with self._open_executor(1) as executor:
            try:
                executor.submit(self._work, ()).result()
            except Exception as error:
                raise NoWorkers(f"{type(error).__name__}: {error}") from error
        self._proven = True


def split_work(items: Sequence[Item], jobs: int, largest: int = 64) -> list[Sequence[Item]]:
    """Portions small enough that the workers end at about the same time, of at most ``largest`` items."""
    size = max(1, min(largest, -(-len(items) // (jobs * 8))))
    return [items[at : at + size] for at in range(0, len(items), size)]
