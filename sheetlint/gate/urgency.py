"""How urgent the files of a run are: what could not be read first, what passed last."""

from __future__ import annotations

from collections.abc import Iterable

from sheetlint.gate.tally import PASSED_OVER, UNREAD, FileLine
from sheetlint.run.results import FAIL

UNREADABLE = "unreadable"
FAILED = "failed"
WARNED = "warned"
PASSED = "passed"
STATES = (UNREADABLE, FAILED, WARNED, PASSED)
"""Most urgent first."""


def file_state(line: FileLine) -> str:
    """One of STATES, for a file that was not passed over."""
    if line.status == UNREAD:
        return UNREADABLE
    if line.verdict == FAIL:
        return FAILED
    return WARNED if line.errors or line.warnings else PASSED


def sort_by_urgency(lines: Iterable[FileLine]) -> list[FileLine]:
    """The files that were not passed over: by state, then by their errors, warnings and paths."""
    return sorted(
        (line for line in lines if line.status != PASSED_OVER),
        key=lambda line: (
            STATES.index(file_state(line)),
            -line.errors,
            -line.warnings,
            line.path,
        ),
    )
