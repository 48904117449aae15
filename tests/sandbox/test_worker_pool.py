"""Workers that die take nothing with them but the item that they died over."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence

import pytest

from sheetlint.sandbox.local_processes import start_processes
from sheetlint.sandbox.worker_pool import LostItem, NoWorkers, WorkerPool, split_work

FATAL = frozenset((3, 17, 18))
RAISING = 11


def doubled(items: Sequence[int]) -> list[int]:
    for item in items:
        if item in FATAL:
            os.kill(os.getpid(), signal.SIGKILL)
        if item == RAISING:
            raise ValueError("eleven")
    return [item * 2 for item in items]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_others_are_done(jobs: int) -> None:
    pool: WorkerPool[int, int] = WorkerPool(start_processes, doubled, jobs)
    results = dict(pool.results(split_work(list(range(40)), jobs, 8)))
    assert {item for item, result in results.items() if isinstance(result, LostItem)} == {
        *FATAL,
        RAISING,
    }
    assert results[RAISING] == LostItem("ValueError: eleven")
    assert all(results[n] == 2 * n for n in range(40) if n not in FATAL | {RAISING})


@pytest.mark.parametrize("jobs", [1, 2])
def test_something_else_is_sent(jobs: int) -> None:
    pool: WorkerPool[str, int] = WorkerPool(
        start_processes, doubled, jobs, lambda portion: [len(text) for text in portion]
    )
    results = dict(pool.results([["a", "aa"], ["aaa", "aaaa"]]))
    assert isinstance(results.pop("aaa"), LostItem)
    assert results == {"a": 2, "aa": 4, "aaaa": 8}


def never(items: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_nobody_is_to_blame_where_nothing_works() -> None:
    pool: WorkerPool[int, int] = WorkerPool(start_processes, never, 2)
    with pytest.raises(NoWorkers):
        list(pool.results([[1, 2], [3]]))


def test_no_items() -> None:
    pool: WorkerPool[int, int] = WorkerPool(start_processes, doubled, 2)
    assert list(pool.results([])) == []


@pytest.mark.parametrize(("count", "jobs"), [(0, 2), (1, 2), (7, 2), (100, 2), (10_000, 3)])
def test_portions_hold_every_item_once(count: int, jobs: int) -> None:
    cut = split_work(list(range(count)), jobs)
    assert [item for portion in cut for item in portion] == list(range(count))
    assert max(map(len, cut), default=0) <= 64
