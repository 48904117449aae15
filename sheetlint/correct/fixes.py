"""Corrections of a sheet: the cells whose figures arithmetic determines, with the right figures.

Nothing here writes a file.  A value that somebody measured, counted or judged is never changed:
amounts, targets, actual values and weights are taken as printed, and where one of them is doubtful,
the figures calculated from it are left to a person.

Each correction is tried: the figure is put into the sheet, the sheet is checked again, and the
figure stays only if the finding disappears.  Operands come first, so that the score follows from
the right rate and the total from the right score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from sheetlint.correct.figure_style import figure_texts
from sheetlint.correct.fix_candidates import (
    Candidate,
    FixOptions,
    Key,
    find_candidates,
    finding_keys,
    is_judged,
    order_of,
)
from sheetlint.recognise.values import substitute
from sheetlint.rules.check import ERROR, INFO, WARNING, Check
from sheetlint.rules.engine import ResolvedFinding
from sheetlint.run.examine import ExaminedSheet
from sheetlint.sheet.numbers.parse import parse_number
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

Recheck = Callable[[Sheet], ExaminedSheet]
"""Checks a sheet, changed or not, and assigns each finding to its cause."""

_MAX_ROUNDS = 200
"""Corrections tried in one sheet: every derived cell once, and those calculated from it in turn."""


class Proposal(NamedTuple):
    """The correction of one cell."""

    path: str
    where: Where
    before: str
    """What the cell prints."""
    after: str
    """What it should print."""
    number: Decimal | None
    """The number of ``after`` without percent sign or unit; None for a text."""
    formula: str
    """How it was calculated."""
    check: Check
    safe: bool
    stale: bool
    """The printed figure was right and changes only because an operand is corrected."""


class FixResult(NamedTuple):
    """The corrections of one sheet."""

    proposals: tuple[Proposal, ...]
    """In reading order."""
    sheet: Sheet
    """The sheet with all proposals in place."""
    remaining: tuple[ResolvedFinding, ...]
    """Findings that are left to a person, without hints."""
    unsafe_count: int
    """How many cells of those could be corrected with ``FixOptions.unsafe``."""
    found_before: frozenset[Key]
    """Findings of the sheet as it was, without hints."""
    errors_before: frozenset[Key]
    """The errors among them."""


def find_fixes(sheet: Sheet, recheck: Recheck, options: FixOptions) -> FixResult:
    """All corrections of a sheet that bring no new error."""
    search = _Search(sheet, recheck, options)
    best = search.best_attempt()
    remaining = tuple(
        item.found
        for item in best.examined.explained
        if item.found.severity != INFO and item.found.key not in options.waived
    )
    with_unsafe = options._replace(unsafe=True)
    unsafe = () if options.unsafe else find_candidates(best.examined, with_unsafe)
    return FixResult(
        tuple(_proposals(sheet, best, {path for _, path in finding_keys(search.original)})),
        best.examined.sheet,
        remaining,
        len({candidate.path for candidate in unsafe}),
        frozenset(finding_keys(search.original)),
        frozenset(finding_keys(search.original, ERROR)),
    )


class _Substitution(NamedTuple):
    """A figure put into its cell."""

    candidate: Candidate
    printed: str


class _Attempt(NamedTuple):
    """A sheet with some cells corrected."""

    examined: ExaminedSheet
    substitutions: dict[str, _Substitution]
    """By path; of several at one cell the last."""


class _Search:
    """Corrects a sheet cell by cell and leaves out corrections that bring new errors."""

    def __init__(self, sheet: Sheet, recheck: Recheck, options: FixOptions) -> None:
        self._sheet = sheet
        self._recheck = recheck
        self._options = options
        self.original = recheck(sheet)

    def best_attempt(self) -> _Attempt:
        """As many corrections as possible without a new error, which a person would have to judge."""
        refused: frozenset[Key] = frozenset()
        while True:
            attempt = self._attempt_without(refused)
            if not self._has_new_errors(attempt):
                return attempt
            suspects = [item.candidate.found.key for item in attempt.substitutions.values()]
            # The last one first: fewer figures are calculated from it.
            for key in reversed(suspects):
                if not self._has_new_errors(self._attempt_without(refused | {key})):
                    suspects = [key]
                    break
            refused |= frozenset(suspects)

    def _has_new_errors(self, attempt: _Attempt) -> bool:
        return bool(finding_keys(attempt.examined, ERROR) - finding_keys(self.original, ERROR))

    def _attempt_without(self, refused: frozenset[Key]) -> _Attempt:
        """All corrections but those of the findings ``refused``."""
        attempt = _Attempt(self.original, {})
        skipped = set(refused)
        for _ in range(_MAX_ROUNDS):
            candidates = [
                candidate
                for candidate in find_candidates(attempt.examined, self._options)
                if candidate.found.key not in skipped
            ]
            if not candidates:
                break
            first = min(candidates, key=lambda candidate: order_of(candidate.path))
            if self._is_ambiguous(attempt, first):
                first = first._replace(safe=False)
            allowed = first.safe or self._options.unsafe
            better = self._substitute(attempt, first) if allowed else None
            if better is None:
                skipped.add(first.found.key)
            else:
                attempt = better
        return attempt

    def _is_ambiguous(self, attempt: _Attempt, candidate: Candidate) -> bool:
        """Whether another figure in an operand of ``candidate`` resolves the finding as well.

        Amounts printed in 万元 may leave room for two budget scores.  Where the printed total is
        the sum with the other one, either the score or the total is wrong: a person must decide.
        """
        rest = finding_keys(attempt.examined) - {candidate.found.key}
        for fix in candidate.found.finding.fixes:
            if order_of(fix.path) >= order_of(candidate.path) or is_judged(fix.path):
                continue
            changed = substitute(attempt.examined.sheet, fix.path, fix.text)
            if changed is not None and finding_keys(self._recheck(changed)) <= rest:
                return True
        return False

    def _substitute(self, attempt: _Attempt, candidate: Candidate) -> _Attempt | None:
        """The attempt with the candidate's figure; None where the finding stays in every style."""
        old = self._sheet.get(candidate.path)
        assert old is not None
        for figure in figure_texts(old, candidate.text):
            changed = substitute(attempt.examined.sheet, candidate.path, figure.value_text)
            if changed is None:
                return None
            examined = self._recheck(changed)
            # Of an error a hint may stay; where it was one itself, it explained an error elsewhere.
            was_shown = candidate.found.key in finding_keys(attempt.examined)
            if candidate.found.key not in finding_keys(examined, WARNING if was_shown else INFO):
                substitution = _Substitution(candidate, figure.printed)
                return _Attempt(examined, {**attempt.substitutions, candidate.path: substitution})
        return None


def _proposals(sheet: Sheet, attempt: _Attempt, wrong_paths: set[str]) -> Iterator[Proposal]:
    """In reading order; ``wrong_paths`` are those of the findings of the original sheet."""
    for old in sheet.values():
        substitution = attempt.substitutions.get(old.path)
        # A cell that was corrected in between may end as it was.
        if substitution is not None and substitution.printed != old.raw:
            yield _proposal(old, substitution, old.path not in wrong_paths)


def _proposal(old: Value, substitution: _Substitution, stale: bool) -> Proposal:
    candidate = substitution.candidate
    number = parse_number(substitution.printed)
    return Proposal(
        old.path,
        old.where,
        old.raw,
        substitution.printed,
        None if number is None else number.value,
        candidate.found.finding.formula,
        candidate.found.check,
        candidate.safe,
        stale,
    )
