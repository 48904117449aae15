"""A real scheduler and two workers on this machine, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate import submissions as submissions_module
from sheetlint.gate.executors import open_workers
from sheetlint.gate.results_folder import Unusable
from sheetlint.gate.store import ResultStore
from sheetlint.gate.submissions import Submissions
from sheetlint.intake.find_sources import find_sources
from sheetlint.rules.waivers import Waivers
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import load_plan
from tests.run.documents import WRONG_RATE, written

distributed = pytest.importorskip("distributed")


def started(stack: ExitStack, *arguments: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


@pytest.fixture(scope="module")
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    with ExitStack() as stack:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        here = ("--host", "127.0.0.1", "--no-dashboard")
        started(stack, "scheduler", *here, "--port", str(port))
        address = f"127.0.0.1:{port}"
        alone = ("--no-nanny", "--nthreads", "1", "--no-dashboard")
        workers = [started(stack, "worker", f"tcp://{address}", *alone) for _ in range(2)]
        with distributed.Client(f"tcp://{address}", timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
        yield f"dask://{address}", workers


def results(
    top: Path, address: str, configuration: RunConfiguration, told: Any = lambda count: None
) -> Any:
    work = Submissions(
        find_sources([str(top)]), load_plan(configuration, keep_summaries=True), ResultStore(None)
    )
    with open_workers(0, address) as workshop:
        work.check(workshop, told)
    return tuple(file for _, file in work.file_reports(Waivers()))


def test_a_file_that_kills_its_process(
    submissions: Path, fatal: str, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    written(submissions / "致命.json", {"project": "致命项目"})
    files = results(submissions, cluster[0], RunConfiguration(checks=(fatal,)))
    dead = [f for f in files if "致命" in f.path]
    assert [[f.check.code for f in file.findings] for file in dead] == [["RD001"]]
    assert [f.verdict for f in files if f not in dead] == [
        f.verdict
        for f in check_files(
            find_sources([str(submissions)]), load_plan(RunConfiguration(), keep_summaries=True)
        ).files
        if "致命" not in f.path
    ]
    assert all(worker.poll() is None for worker in cluster[1])


def test_a_worker_that_is_killed(
    submissions: Path,
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(10, 60):
        written(submissions / f"{number}.json", WRONG_RATE, {"project": f"项目{number}"})
    monkeypatch.setattr(
        submissions_module,
        "split_work",
        lambda items, jobs: [items[n : n + 4] for n in range(0, len(items), 4)],
    )
    done = 0

    def told(count: int) -> None:
        nonlocal done
        done += count
        if done == 8:
            os.kill(cluster[1][0].pid, signal.SIGKILL)

    files = results(submissions, cluster[0], RunConfiguration(), told)
    assert cluster[1][0].wait(60) == -signal.SIGKILL
    assert (
        files
        == check_files(
            find_sources([str(submissions)]), load_plan(RunConfiguration(), keep_summaries=True)
        ).files
    )


def test_no_cluster_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sheetlint.gate.dask_cluster._TIMEOUT", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"dask://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(Unusable), open_workers(0, address):
        pass
