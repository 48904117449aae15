"""Interleaved timing: every candidate in turn, round after round, so that a slow moment of the
machine falls on all of them; the median of each.

What is counted is the time of the processor, that of finished child processes included: on a busy
machine the clock on the wall says more about the others.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping

try:
    import resource
except ImportError:  # Windows
    clock = time.perf_counter
else:

    def clock() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        # ``getrusage`` tells our own by the tick, and what takes less would take nothing.
        return time.process_time() + children.ru_utime + children.ru_stime


def medians(candidates: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds of one call of each candidate."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for call in candidates.values():
        call()  # warm: files in the cache, modules compiled
    for _ in range(rounds):
        for name, call in candidates.items():
            times[name].append(timed(call))
    return {name: statistics.median(values) for name, values in times.items()}


def table(results: Mapping[str, float], reference: str) -> str:
    """Milliseconds and the ratio to the reference, one line a candidate."""
    width = max(map(len, results))
    return "\n".join(
        f"{name:<{width}}  {seconds * 1000:9.2f} ms  {seconds / results[reference]:7.2f}"
        for name, seconds in results.items()
    )


def timed(call: Callable[..., object], *arguments: object) -> float:
    """Seconds of one call."""
    start = clock()
    call(*arguments)
    return clock() - start
