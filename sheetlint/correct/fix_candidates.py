"""Figures that checks propose for the cells of their findings, as far as they may be written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from sheetlint.correct.operands import find_doubtful_cells, has_reliable_operands
from sheetlint.rules.check import INFO, SAFE, WARNING, Check, Finding
from sheetlint.rules.decide import reaches
from sheetlint.rules.engine import ResolvedFinding
from sheetlint.run.examine import ExaminedSheet
from sheetlint.sheet.numbers.parse import parse_number

Key = tuple[str, str]
"""Code and path of a finding."""

_DERIVED_CELLS = (
    re.compile(r"funds\.\w+\.rate"),
    re.compile(r"funds\.total\.score|indicators\.\d+\.score|total\.weight"),
    re.compile(r"total\.score"),
    re.compile(r"headline|grade"),
)
"""The cells that may be written; operands come before the figures calculated from them."""
NEVER_WRITTEN = len(_DERIVED_CELLS)
_JUDGED = re.compile(r"indicators\.\d+\.score")
"""Scores that a unit gives itself: arithmetic alone never decides them."""
_ROUNDING = Decimal("0.05")
"""Expected figures that differ by more than any rounding are different answers."""


class FixOptions(NamedTuple):
    """What may be corrected."""

    unsafe: bool = False
    """Also figures that are likely and not certain."""
    codes: Callable[[Check], bool] = lambda check: True
    """Whether the findings of a check are corrected."""
    waived: frozenset[Key] = frozenset()
    """Waived findings, whose cells stay as they are."""


class Candidate(NamedTuple):
    """A figure that a finding proposes for its cell."""

    found: ResolvedFinding
    text: str
    safe: bool

    @property
    def path(self) -> str:
        return self.found.finding.at.path


def find_candidates(examined: ExaminedSheet, options: FixOptions) -> Iterator[Candidate]:
    """What a check proposes for the very cell of its finding.

    A finding that is explained by the figure of another cell has no candidate: the other cell has
    one, and the finding disappears with it.
    """
    doubtful = find_doubtful_cells(
        (item.found for item in examined.explained), examined.outcome.found
    )
    keys = finding_keys(examined, INFO)
    for item in examined.explained:
        path = item.found.finding.at.path
        if item.found.severity == INFO or item.found.key in options.waived:
            continue
        if order_of(path) == NEVER_WRITTEN:
            continue
        if not has_reliable_operands(examined.sheet, path, doubtful):
            continue
        for found in (item.found, *item.consequences):
            if found.key not in keys or not found.check.fix or not options.codes(found.check):
                continue
            fixes = found.finding.fixes
            text = next((fix.text for fix in fixes if fix.path == path), None)
            if text is None or found.finding.at.path != path:
                continue
            is_safe = found.check.fix == SAFE and not is_judged(path) and _one_answer(found.finding)
            if is_safe or options.unsafe:
                yield Candidate(found, text, is_safe)
                break


def order_of(path: str) -> int:
    """The place of a cell in the order of correction; ``NEVER_WRITTEN`` for measured values."""
    cells = enumerate(_DERIVED_CELLS)
    return next((index for index, cell in cells if cell.fullmatch(path)), NEVER_WRITTEN)


def is_judged(path: str) -> bool:
    """Whether the cell holds a score that the unit gives itself."""
    return bool(_JUDGED.fullmatch(path))


def finding_keys(examined: ExaminedSheet, severity: str = WARNING) -> set[Key]:
    """The keys of all findings, causes and consequences, from ``severity`` upwards."""
    return {found.key for found in examined.outcome.found if reaches(found.severity, severity)}


def _one_answer(finding: Finding) -> bool:
    """Whether the expected figures differ by rounding alone; the first of them is written.

    A check names the figure from the exact ratio first and the one from the printed rate second:
    both are right, but only the first does not depend on how the rate is printed.
    """
    if len(finding.expected) < 2:
        return True
    numbers = [parse_number(text) for text in finding.expected]
    values = [number.value for number in numbers if number is not None]
    return len(values) == len(numbers) and max(values) - min(values) <= _ROUNDING
