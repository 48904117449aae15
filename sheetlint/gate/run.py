"""What came of all submissions, gathered in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sheetlint.batch.run import Plan
from sheetlint.gate.checking import Submissions
from sheetlint.gate.conditions import Seen
from sheetlint.gate.tally import Line, Tally, line
from sheetlint.model import Text
from sheetlint.results import FileReport, Reported


class Sink(Protocol):
    """Takes every file as it is read."""

    def add(self, row: Line, file: FileReport) -> None: ...


class Gathered(NamedTuple):
    """What is kept of a run: a line for every file, and whole only the files with findings."""

    tally: Tally
    seen: Seen
    lines: tuple[Line, ...]
    remarkable: tuple[FileReport, ...]
    batch: tuple[Reported, ...]
    reasons: dict[int, Text]
    """Why files that were passed over could not be read, by number, if so."""


def gathered(
    submissions: Submissions, plan: Plan, sinks: Sequence[Sink] = (), *, whole: bool = False
) -> Gathered:
    """Read every result once.  ``whole`` keeps every file as it is.  Raises what sinks raise."""
    tally, seen = Tally(), Seen()
    lines: list[Line] = []
    kept: list[FileReport] = []
    reasons: dict[int, Text] = {}
    for number, file in submissions.files(plan.waivers):
        row = line(number, file)
        tally.add(row, file)
        seen.add(file)
        lines.append(row)
        for sink in sinks:
            sink.add(row, file)
        if file.passed_over and file.reason is not None:
            reasons[number] = file.reason
        if whole:
            kept.append(file)
        elif file.findings and not file.passed_over:
            kept.append(file._replace(skipped=()))
    batch: tuple[Reported, ...] = ()
    return Gathered(tally, seen, tuple(lines), tuple(kept), batch, reasons)
