"""The same two sheets in every format, beside the usual libraries: ``python benchmarks/reading.py``.

One line a format: how many times faster the sheets are read than the usual script walks the cells,
how far that is from the fastest library there is, where the time of the whole check goes, and the
memory at its highest.  Every candidate reads the same files in the same process, in turn.
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path

import stages
from libraries import FASTEST, USUAL, Script
from memory import peak
from timing import medians
from two_sheet_files import WRITERS
from two_sheets import pair

ROUNDS = int(os.environ.get("ROUNDS", "21"))
FILES = 8
"""Different ones, so that nobody reads what it has just read."""
_SLOW = 3
"""Rounds for a script that starts a whole program."""
MIB = 1 << 20

HEAD = (
    *("format", "ours ms", "usual library", "times", "fastest library", "of it"),
    *("parser %", "reader %", "recogniser %", "checks %", "MiB", "usual MiB"),
)


def in_turn(paths: Sequence[Path], read: Callable[[Path], object]) -> Callable[[], object]:
    """Reads the next file at each call."""
    turn = cycle(paths)
    return lambda: read(next(turn))


def of_bytes(paths: Sequence[Path], script: Script) -> Callable[[], object]:
    return in_turn(paths, lambda path: script.read(path.read_bytes()))


def measured(kind: str, folder: Path) -> tuple[str, ...]:
    """One line of the table."""
    paths = [folder / f"{number}.{kind}" for number in range(FILES)]
    for number, path in enumerate(paths):
        path.write_bytes(WRITERS[kind](pair(number)))
    plan = stages.whole_plan()
    usual, floor = USUAL[kind], FASTEST.get(kind)
    candidates = {
        "sheets": in_turn(paths, stages.sheets),
        "whole": in_turn(paths, lambda path: stages.checked(path, plan)),
    }
    if kind not in stages.NORMALISED:
        candidates["documents"] = in_turn(paths, stages.documents)
    parser = stages.parser(kind, paths[0].read_bytes())
    if parser is not None:
        candidates["parser"] = parser
    slow = usual.needs == "soffice"
    if usual.there and not slow:
        candidates["usual"] = of_bytes(paths, usual)
    if floor is not None and floor.there:
        candidates["floor"] = of_bytes(paths, floor)
    times = medians(candidates, ROUNDS)
    if usual.there and slow:
        times |= medians({"usual": of_bytes(paths, usual)}, min(ROUNDS, _SLOW))
    return (
        kind,
        f"{times['sheets'] * 1000:.2f}",
        usual.name if usual.there else f"({usual.name})",
        f"{times['usual'] / times['sheets']:.2f}" if "usual" in times else "-",
        floor.name if floor is not None and "floor" in times else "-",
        f"{times['floor'] / times['sheets']:.2f}" if "floor" in times else "-",
        *shares(times),
        f"{peak(kind, 'ours', paths[0]) / MIB:.0f}",
        f"{peak(kind, 'usual', paths[0]) / MIB:.0f}" if usual.there and not slow else "-",
    )


def shares(times: dict[str, float]) -> tuple[str, ...]:
    """Of the whole check: the bare parser, our reader above it, the recogniser, the checks."""
    documents = times.get("documents", times["sheets"])
    parser = min(times.get("parser", 0.0), documents)
    whole = max(times["whole"], times["sheets"])
    parts = (parser, documents - parser, times["sheets"] - documents, whole - times["sheets"])
    return tuple(f"{100 * max(part, 0.0) / whole:.0f}" for part in parts)


def printed(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    left = (0, 2, 4)
    return "\n".join(
        "  ".join(
            text.ljust(width) if column in left else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def main() -> None:
    gc.set_threshold(50_000, 50, 50)  # as the command line has it
    rows: list[Sequence[str]] = [HEAD]
    with tempfile.TemporaryDirectory() as folder:
        for kind in WRITERS:
            rows.append(measured(kind, Path(folder)))
    print(printed(rows))
    missing = {s.needs for s in (*USUAL.values(), *FASTEST.values()) if not s.there}
    if missing:
        print(f"Left out, not installed: {', '.join(sorted(missing))}.")


if __name__ == "__main__":
    main()
