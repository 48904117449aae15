"""A process whose work cannot be interrupted ends itself."""

from __future__ import annotations

import subprocess
import sys

_STUCK = """
import signal, sys, time
from sheetlint.gate import worker
worker._GRACE = 0
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
with worker.exit_when_overdue(0.2):
    time.sleep(float(sys.argv[1]))
print("done")
"""


def ran(seconds: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _STUCK, seconds]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_it_ends() -> None:
    dead = ran("60")
    assert (dead.returncode, dead.stdout, dead.stderr) == (1, "", "")


def test_it_goes_on() -> None:
    assert (ran("0").returncode, ran("0").stdout) == (0, "done\n")
