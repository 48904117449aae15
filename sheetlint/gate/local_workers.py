"""Worker processes of this machine."""

from __future__ import annotations

from concurrent.futures import Executor

from sheetlint.sandbox.local_processes import start_processes

_PRELOAD = "sheetlint.gate.preload"


def start_local_workers(count: int) -> Executor:
    """Processes of this machine that have loaded what a worker needs."""
    return start_processes(count, _PRELOAD)
