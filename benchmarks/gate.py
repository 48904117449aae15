"""The gate on what a bureau receives: ``python benchmarks/gate.py``.

``SUBMISSIONS`` are the sizes, separated by commas.  Seconds on the clock depend on what else the machine
does; beside them stand those of the processors, and the share of the command's own process, which
nothing runs beside: the more processes, the more it counts.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from process_tree import Cost, cost_of
from submissions import HANDED_IN, ROSTER, SUMMARY, Wanted, written

SIZES = [int(size) for size in os.environ.get("SUBMISSIONS", "150,600").split(",")]
_MEGABYTE = 1 << 20
_GOAL = 100_000
"""Sheets for which memory is extrapolated."""


def gated(folder: Path, jobs: int, *more: str) -> Cost:
    compared = ("--roster", str(folder / ROSTER), "--summary", str(folder / SUMMARY))
    command = [sys.executable, "-m", "sheetlint", "gate", str(folder / HANDED_IN), "-q"]
    command += ["-j", str(jobs), "--cache", str(folder / f"{jobs}.sqlite")]
    return cost_of([*command, "-o", str(folder / f"out{jobs}"), *compared, *more])


def line(what: str, files: int, run: Cost) -> str:
    return (
        f"{files:6} files  {what:<16} {run.wall:7.1f} s  {files / run.wall:7.1f} files/s   "
        f"processor {run.processor / files * 1000:6.2f} ms a file, "
        f"{run.main / run.processor:4.0%} of it in the command's own process   "
        f"{run.main_size / _MEGABYTE:5.0f} MB, a worker {run.worker_size / _MEGABYTE:4.0f} MB"
    )


def measured(folder: Path, files: int) -> Cost:
    """One size, with one process and with two, without and with what was kept."""
    one, two = gated(folder, 1), gated(folder, 2)
    print(line("1 process", files, one), flush=True)
    print(line("2 processes", files, two), flush=True)
    print(line("2, all is kept", files, gated(folder, 2)), flush=True)
    serial = two.main + two.others / 2
    print(
        f"{'':14}2 processes / 1: {one.wall / two.wall:.2f} on the clock, "
        f"{(one.main + one.others) / serial:.2f} by the processors"
    )
    return two


def main() -> None:
    runs: list[tuple[int, Cost]] = []
    with tempfile.TemporaryDirectory() as top:
        for files in SIZES:
            folder = Path(top) / str(files)
            folder.mkdir()
            written(folder, Wanted(files))
            runs.append((files, measured(folder, files)))
    (few, small), (many, large) = runs[0], runs[-1]
    if many > few:
        cost = (large.processor / many) / (small.processor / few)
        each = (large.main_size - small.main_size) / (many - few)
        whole = (large.main_size + each * (_GOAL - many)) / _MEGABYTE
        print(f"a file of {many} costs {cost:.2f} of what one of {few} does")
        print(f"memory {each / 1024:.1f} kB a file: {whole:.0f} MB for {_GOAL} sheets")


if __name__ == "__main__":
    main()
