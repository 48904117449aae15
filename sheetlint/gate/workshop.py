"""Who works: processes of this machine, or those of a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sheetlint.gate.checking import Workshop
from sheetlint.gate.processes import available, pool


@contextmanager
def opened(jobs: int) -> Iterator[Workshop]:
    """``jobs`` at once; 0 for one a processor."""
    yield Workshop(pool, jobs or available())
