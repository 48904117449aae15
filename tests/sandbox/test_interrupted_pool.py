"""A run that is interrupted ends its worker processes at once, whatever they are doing."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sheetlint.sandbox.local_processes import start_processes
from sheetlint.sandbox.worker_pool import WorkerPool
from sheetlint.system.interruption import Interrupted, catch_signals, delay_signals


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    catch_signals()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def hang(paths: Sequence[str]) -> list[str]:
    for path in paths:
        Path(path).write_text(str(os.getpid()), encoding="ascii")
        # The run is interrupted while its worker is at work.
        os.kill(int(Path(path).suffix[1:]), signal.SIGTERM)
        time.sleep(60)
    return list(paths)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_no_process_is_left(tmp_path: Path) -> None:
    pool: WorkerPool[str, str] = WorkerPool(start_processes, hang, 1)
    path = tmp_path / f"at.{os.getpid()}"
    started = time.monotonic()
    with pytest.raises(Interrupted):
        list(pool.results([[str(path)]]))
    assert time.monotonic() - started < 20
    assert not is_alive(int(path.read_text(encoding="ascii")))


def test_signals_wait_for_the_end_of_what_is_done_whole() -> None:
    done: list[int] = []

    def work() -> None:
        with delay_signals():
            os.kill(os.getpid(), signal.SIGTERM)
            with delay_signals():
                done.append(1)
            done.append(2)

    with pytest.raises(Interrupted) as stop:
        work()
    assert (done, stop.value.number) == ([1, 2], signal.SIGTERM)


def test_signals_after_that_raise_at_once() -> None:
    with delay_signals():
        pass
    with pytest.raises(Interrupted):
        signal.raise_signal(signal.SIGINT)
