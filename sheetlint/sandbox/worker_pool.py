"""Workers that may die.

The work is cut into portions and given to a ``concurrent.futures.Executor``, whatever stands behind
it.  A process that dies takes the portions with it that were being worked on, its own and, in a
pool, those of the others.  They are done again, each by itself, and one that dies again is halved
until the file is alone that is to blame: it costs itself and nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Any, Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 2
"""Portions a worker that wait in the executor: enough that nobody is idle."""


class LostItem(NamedTuple):
    """A worker died over the item."""

    reason: str


class NoWorkers(Exception):
    """No worker can do anything at all: no item is to blame."""


class WorkerPool(Generic[Item, Result]):
    """Does one kind of work on many items.

    ``start`` opens an executor with so many workers; it is asked again for one that takes the place
    of a broken one.  ``work`` is called with a portion and gives a result for each item.  ``sent``
    makes of a portion what ``work`` is called with, when its turn comes: all of it at once may be
    more than there is room for.
    """

    def __init__(
        self,
        start: Callable[[int], Executor],
        work: Callable[[Sequence[Any]], Sequence[Result]],
        jobs: int,
        sent: Callable[[Sequence[Item]], Sequence[Any]] = tuple,
    ) -> None:
        self._start = start
        self._work = work
        self._jobs = jobs
        self._sent = sent
        self._fit = False

    def results(
        self, portions: Sequence[Sequence[Item]]
    ) -> Iterator[tuple[Item, Result | LostItem]]:
        """Each item with its result, as they come.  Raises Unfit."""
        waiting = deque(portions)
        while waiting:
            executor = self._start(self._jobs)
            running: dict[Future[Sequence[Result]], Sequence[Item]] = {}
            suspects: list[Sequence[Item]] = []
            try:
                while (waiting and not suspects) or running:
                    while waiting and not suspects and len(running) < self._jobs * _AHEAD:
                        portion = waiting.popleft()
                        try:
                            running[executor.submit(self._work, self._sent(portion))] = portion
                        except RuntimeError:
                            # It broke between two portions.
                            suspects.append(portion)
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        portion = running.pop(future)
                        if future.exception() is None:
                            yield from zip(portion, future.result(), strict=True)
                        else:
                            suspects.append(portion)
            finally:
                executor.shutdown(wait=not running, cancel_futures=True)
            for portion in suspects:
                yield from self._alone(portion)

    def _alone(self, portion: Sequence[Item]) -> Iterator[tuple[Item, Result | LostItem]]:
        """One portion by itself; halved where it dies again."""
        with self._start(1) as executor:
            try:
                done = executor.submit(self._work, self._sent(portion)).result()
            except Exception as error:
                failure = error
            else:
                yield from zip(portion, done, strict=True)
                return
        if len(portion) == 1:
            self._prove()
            yield portion[0], LostItem(f"{type(failure).__name__}: {failure}")
            return
        middle = len(portion) // 2
        for half in (portion[:middle], portion[middle:]):
            yield from self._alone(half)

    def _prove(self) -> None:
        """Before an item is blamed for the first time: a worker with nothing to do must live."""
        if self._fit:
            return
        with self._start(1) as executor:
            try:
                executor.submit(self._work, ()).result()
            except Exception as error:
                raise NoWorkers(f"{type(error).__name__}: {error}") from error
        self._fit = True


def split_work(items: Sequence[Item], jobs: int, most: int = 64) -> list[Sequence[Item]]:
    """So many that the workers end at about the same time, and few enough to cost nothing."""
    size = max(1, min(most, -(-len(items) // (jobs * 8))))
    return [items[at : at + size] for at in range(0, len(items), size)]
