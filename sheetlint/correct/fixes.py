"""What can be put right without a person: figures that others on the sheet make up.

Nothing here writes a file.  A sheet goes in, and out come the cells that arithmetic dictates, with
what they are to print.  A value that somebody measured, counted or judged is never touched: amounts,
targets, actual values and weights are taken as they are, and where one of them is itself in
question, what is made of it waits for a person.

It is tried out like a cause is: a value is put in place, the sheet is checked again, and it stays
only if the finding goes.  What others are made of comes first, so that the score follows from the
right rate and the total from the right score.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from sheetlint.correct.figure_style import figure_texts
from sheetlint.correct.operands import find_doubtful_cells, has_reliable_operands
from sheetlint.recognise.values import substitute
from sheetlint.rules.check import ERROR, INFO, SAFE, WARNING, Check, Finding
from sheetlint.rules.decide import reaches
from sheetlint.rules.engine import ResolvedFinding
from sheetlint.run.examine import ExaminedSheet
from sheetlint.sheet.numbers.parse import parse_number
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

Recheck = Callable[[Sheet], ExaminedSheet]
"""Checks a sheet, changed or not, and brings each finding to its cause."""
Key = tuple[str, str]
"""Code and path of a finding."""

_RANKS = (
    re.compile(r"funds\.\w+\.rate"),
    re.compile(r"funds\.total\.score|indicators\.\d+\.score|total\.weight"),
    re.compile(r"total\.score"),
    re.compile(r"headline|grade"),
)
"""The cells that may be written, those first that others are made of."""
_JUDGED = re.compile(r"indicators\.\d+\.score")
"""Scores that a unit gives itself: arithmetic alone never decides them."""
_APART = Decimal("0.05")
"""Right answers that lie further apart than any rounding are several answers."""
_MOST_ROUNDS = 200
"""Of one sheet: every cell once, and those above it in turn."""


class Proposal(NamedTuple):
    """One cell, from what it prints to what it should print."""

    path: str
    where: Where
    before: str
    after: str
    number: Decimal | None
    """What ``after`` is as a number, without its percent sign or unit; None for a word."""
    formula: str
    """How it was calculated."""
    check: Check
    safe: bool
    stale: bool
    """It was right, and only follows another cell that is put right."""


class FixOptions(NamedTuple):
    """What may be put right."""

    unsafe: bool = False
    codes: Callable[[Check], bool] = lambda check: True
    waived: frozenset[Key] = frozenset()
    """Findings that somebody has taken note of as they are."""


class FixResult(NamedTuple):
    """What came of one sheet."""

    proposals: tuple[Proposal, ...]
    """In reading order."""
    sheet: Sheet
    """With all of them in place."""
    remaining: tuple[ResolvedFinding, ...]
    """Findings that are left to a person, without hints."""
    unsafe_count: int
    """How many of those could be put right if what is likely were allowed."""
    found_before: frozenset[Key]
    """What was found before anything was changed, without hints."""
    errors_before: frozenset[Key]
    """The errors among it."""


def find_fixes(sheet: Sheet, look: Recheck, wanted: FixOptions) -> FixResult:
    """Everything that can be put right in a sheet."""
    attempts = _Attempts(sheet, look, wanted)
    attempt = attempts.best()
    left = tuple(
        item.found
        for item in attempt.seen.explained
        if item.found.severity != INFO and item.found.key not in wanted.waived
    )
    allowing = wanted._replace(unsafe=True)
    more = () if wanted.unsafe else _candidates(attempt.seen, allowing)
    return FixResult(
        tuple(_proposals(sheet, attempt, {path for _, path in _keys(attempts.first)})),
        attempt.seen.sheet,
        left,
        len({candidate.path for candidate in more}),
        frozenset(_keys(attempts.first)),
        frozenset(_keys(attempts.first, ERROR)),
    )


class _Candidate(NamedTuple):
    found: ResolvedFinding
    text: str
    safe: bool

    @property
    def path(self) -> str:
        return self.found.finding.at.path


class _Put(NamedTuple):
    """A value in its place."""

    candidate: _Candidate
    printed: str


class _Attempt(NamedTuple):
    """The sheet as far as it could be put right."""

    seen: ExaminedSheet
    puts: dict[str, _Put]
    """By path: the last one counts."""


class _Attempts:
    """Puts a sheet right, and leaves out again what would do harm."""

    def __init__(self, sheet: Sheet, look: Recheck, wanted: FixOptions) -> None:
        self._sheet = sheet
        self._look = look
        self._wanted = wanted
        self.first = look(sheet)

    def best(self) -> _Attempt:
        """The most that brings no error which was not there: for that a person must decide."""
        refused: frozenset[Key] = frozenset()
        while True:
            attempt = self._without(refused)
            if not self._harms(attempt):
                return attempt
            blamed = [put.candidate.found.key for put in attempt.puts.values()]
            # The last one first: the fewer others are made of it, the less is lost.
            for key in reversed(blamed):
                if not self._harms(self._without(refused | {key})):
                    blamed = [key]
                    break
            refused |= frozenset(blamed)

    def _harms(self, attempt: _Attempt) -> bool:
        return bool(_keys(attempt.seen, ERROR) - _keys(self.first, ERROR))

    def _without(self, refused: frozenset[Key]) -> _Attempt:
        attempt = _Attempt(self.first, {})
        given_up = set(refused)
        for _ in range(_MOST_ROUNDS):
            ready = [
                candidate
                for candidate in _candidates(attempt.seen, self._wanted)
                if candidate.found.key not in given_up
            ]
            if not ready:
                break
            first = min(ready, key=lambda candidate: _rank(candidate.path))
            if self._ambiguous(attempt, first):
                first = first._replace(safe=False)
            allowed = first.safe or self._wanted.unsafe
            better = self._with(attempt, first) if allowed else None
            if better is None:
                given_up.add(first.found.key)
            else:
                attempt = better
        return attempt

    def _ambiguous(self, attempt: _Attempt, candidate: _Candidate) -> bool:
        """The finding goes as well with another figure at a cell that ``candidate`` is made of.

        Amounts printed in 万元 may leave room for two budget scores.  Where the printed total is
        the sum with the other one, either the score or the total is wrong: a person must decide.
        """
        rest = _keys(attempt.seen) - {candidate.found.key}
        for fix in candidate.found.finding.fixes:
            if _rank(fix.path) >= _rank(candidate.path) or _JUDGED.fullmatch(fix.path):
                continue
            changed = substitute(attempt.seen.sheet, fix.path, fix.text)
            if changed is not None and _keys(self._look(changed)) <= rest:
                return True
        return False

    def _with(self, attempt: _Attempt, candidate: _Candidate) -> _Attempt | None:
        """None where the finding stays, however the value is written."""
        old = self._sheet.get(candidate.path)
        assert old is not None
        for way in figure_texts(old, candidate.text):
            changed = substitute(attempt.seen.sheet, candidate.path, way.meaning)
            if changed is None:
                return None
            seen = self._look(changed)
            # Of an error a hint may stay; where it was one itself, it explained an error elsewhere.
            mildest = WARNING if candidate.found.key in _keys(attempt.seen) else INFO
            if candidate.found.key not in _keys(seen, mildest):
                put = _Put(candidate, way.printed)
                return _Attempt(seen, {**attempt.puts, candidate.path: put})
        return None


def _candidates(seen: ExaminedSheet, wanted: FixOptions) -> Iterator[_Candidate]:
    """What a check proposes for the very cell at which its finding stands.

    Where that was explained by another cell, the other one is looked at: what follows from it is
    put right with it.
    """
    doubted = find_doubtful_cells((item.found for item in seen.explained), seen.outcome.found)
    keys = _keys(seen, INFO)
    for item in seen.explained:
        path = item.found.finding.at.path
        if item.found.severity == INFO or item.found.key in wanted.waived:
            continue
        if _rank(path) == len(_RANKS) or not has_reliable_operands(seen.sheet, path, doubted):
            continue
        for one in (item.found, *item.consequences):
            if one.key not in keys or not one.check.fix or not wanted.codes(one.check):
                continue
            text = next((fix.text for fix in one.finding.fixes if fix.path == path), None)
            if text is None or one.finding.at.path != path:
                continue
            safe = (
                one.check.fix == SAFE and not _JUDGED.fullmatch(path) and _one_answer(one.finding)
            )
            if safe or wanted.unsafe:
                yield _Candidate(one, text, safe)
                break


def _rank(path: str) -> int:
    """Where a cell comes in the order of work; len(_RANKS) for one that is never written."""
    return next((i for i, rank in enumerate(_RANKS) if rank.fullmatch(path)), len(_RANKS))


def _one_answer(finding: Finding) -> bool:
    """Several figures that differ by a rounding are one answer, of which the first is taken.

    A check names the figure from the exact ratio first, and the one from the printed rate after it:
    both are right, but only the first is right whoever calculates it.
    """
    if len(finding.expected) < 2:
        return True
    numbers = [parse_number(text) for text in finding.expected]
    values = [number.value for number in numbers if number is not None]
    return len(values) == len(numbers) and max(values) - min(values) <= _APART


def _keys(seen: ExaminedSheet, severity: str = WARNING) -> set[Key]:
    """What is found, causes and consequences where they stand themselves."""
    return {f.key for f in seen.outcome.found if reaches(f.severity, severity)}


def _proposals(sheet: Sheet, attempt: _Attempt, wrong: set[str]) -> Iterator[Proposal]:
    """``wrong`` are the paths at which something was found before anything was changed."""
    for old in sheet.values():
        put = attempt.puts.get(old.path)
        # One that was put right for a while may end as it was.
        if put is not None and put.printed != old.raw:
            yield _proposal(old, put, old.path not in wrong)


def _proposal(old: Value, put: _Put, stale: bool) -> Proposal:
    candidate = put.candidate
    number = parse_number(put.printed)
    return Proposal(
        old.path,
        old.where,
        old.raw,
        put.printed,
        None if number is None else number.value,
        candidate.found.finding.formula,
        candidate.found.check,
        candidate.safe,
        stale,
    )
