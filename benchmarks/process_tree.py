"""A command with all its processes: what they cost together, and how large each kind grows.

Workers are no children of the command: a server forks them, and it outlives the command by a
moment.  Where the system lets us (Linux) we adopt what the command leaves behind, so that its time
is counted too, and look into ``/proc`` while it runs.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_BECOME_SUBREAPER = 36
_EVERY = 0.05
"""Seconds between two looks."""
_PROC = Path("/proc")


class Cost(NamedTuple):
    """Seconds, and bytes at the peak."""

    wall: float
    main: float
    """Processor time of the command's own process."""
    others: float
    """That of all others."""
    main_size: int
    """Resident."""
    worker_size: int
    """Of the largest other process: what it shares with no other one."""

    @property
    def processor(self) -> float:
        return self.main + self.others


def cost_of(command: Sequence[str], status: Sequence[int] = (0, 1)) -> Cost:
    """Run it to its end, with that of everything that it has started."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_BECOME_SUBREAPER, 1, 0, 0, 0)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    sizes: dict[int, int] = {}
    done = threading.Event()
    looking = threading.Thread(target=_look, args=(process.pid, sizes, done))
    looking.start()
    _, ended, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(ended)
    wall = time.monotonic() - start
    done.set()
    looking.join()
    if process.returncode not in status:
        raise SystemExit(f"{' '.join(command)}: status {process.returncode}")
    main_size = sizes.pop(process.pid, 0)
    worker = max(sizes.values(), default=0)
    return Cost(wall, used.ru_utime + used.ru_stime, _left(process.pid), main_size, worker)


def _left(group: int) -> float:
    """Processor time of what the command left behind."""
    total = 0.0
    with suppress(ChildProcessError):
        while True:
            _, _, used = os.wait4(-group, 0)
            total += used.ru_utime + used.ru_stime
    return total


def _look(session: int, sizes: dict[int, int], done: threading.Event) -> None:
    while not done.wait(_EVERY):
        for entry in _PROC.glob("[0-9]*"):
            with suppress(OSError, ValueError, IndexError):
                pid = int(entry.name)
                if pid == session:
                    sizes[pid] = max(sizes.get(pid, 0), _peak(entry))
                elif _is_of(entry, session):
                    sizes[pid] = max(sizes.get(pid, 0), _own(entry))


def _is_of(entry: Path, session: int) -> bool:
    fields = (entry / "stat").read_text().rpartition(")")[2].split()
    return int(fields[3]) == session


def _peak(entry: Path) -> int:
    """Bytes at most so far.  What ``wait4`` tells counts whoever started the command, too."""
    lines = (entry / "status").read_text().splitlines()
    return 1024 * sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def _own(entry: Path) -> int:
    """Bytes that go when the process goes."""
    lines = (entry / "smaps_rollup").read_text().splitlines()
    return 1024 * sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
