"""One cause, one finding.

A wrong figure is seen by every check that uses it: a weight that was typed wrong also spoils the
sum of the weights, the score of its row and the shares of the levels.  Which finding is the cause
is not written down in a table.  It is tried out: each finding may name values that would put it
right; the sheet is checked again with such a value in place, and what is then gone was a
consequence.  A value that would bring a new finding of the same weight explains nothing elsewhere;
but findings at the very cell that all go away with one value are one accusation, whatever else that
value upsets: a total that was added up from the wrong score will then be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sheetlint.rules.check import INFO, Fix
from sheetlint.rules.decide import rank
from sheetlint.rules.engine import Found, Trial
from sheetlint.sheet.sheet import Sheet

Rerun = Callable[[Sheet], Trial]
"""Puts a changed sheet before the checks as the original was."""
Key = tuple[str, str]
Substitute = Callable[[Sheet, str, str], Sheet | None]
"""Puts a text at a path; None where the sheet has no such cell."""
_MOST_TRIALS = 48
"""A sheet in which everything is wrong has no single cause worth a long search."""


class Explained(NamedTuple):
    """A finding with those that go away with it."""

    found: Found
    consequences: tuple[Found, ...] = ()


class _Trial(NamedTuple):
    cause: Found
    fix: Fix
    gone: frozenset[Key]
    weight: tuple[int, int]


def explain(
    sheet: Sheet, found: tuple[Found, ...], again: Rerun, substitute: Substitute
) -> list[Explained]:
    """Fold consequences under their causes, keeping the order of what remains."""
    trials = _Trials(sheet, found, again, substitute)
    left = list(found)
    result: dict[int, Explained] = {}
    tried = 0
    while len(left) > 1 and tried < _MOST_TRIALS:
        best: _Trial | None = None
        for candidate in left:
            for fix in candidate.finding.fixes:
                tried += 1
                trial = trials.of(candidate, fix, left)
                if trial is not None and (best is None or trial.weight > best.weight):
                    best = trial
        if best is None:
            break
        cause = best.cause
        gone = [f for f in left if f.key in best.gone and f is not cause]
        result[id(cause)] = Explained(_settled(sheet, cause, best.fix, gone), tuple(gone))
        left = [f for f in left if f is not cause and f not in gone]
    kept = {id(f) for f in left} | result.keys()
    return _joined([result.get(id(f), Explained(f)) for f in found if id(f) in kept])


def _joined(explained: list[Explained]) -> list[Explained]:
    """Findings that say the fact of another one at the same cell once more go along with it."""
    joined: list[Explained] = []
    taken: set[int] = set()
    for item in explained:
        finding = item.found.finding
        same = [
            other
            for other in explained
            if other.found.check.code in finding.along
            and other.found.finding.at.path == finding.at.path
        ]
        taken |= {id(other) for other in same}
        more = tuple(f for other in same for f in (other.found, *other.consequences))
        joined.append(item._replace(consequences=item.consequences + more) if more else item)
    return [new for old, new in zip(explained, joined, strict=True) if id(old) not in taken]


class _After(NamedTuple):
    """The findings with a value in place."""

    found: Mapping[Key, str]
    news: bool
    """The value brings a finding as severe that was not there before."""


class _Trials:
    """Checks the sheet with one value changed, once for each value that anybody proposes."""

    def __init__(
        self, sheet: Sheet, found: tuple[Found, ...], again: Rerun, substitute: Substitute
    ) -> None:
        self._sheet = sheet
        self._before = {f.key: f.severity for f in found}
        self._codes = {f.check.code for f in found}
        self._again = again
        self._substitute = substitute
        self._after: dict[Fix, _After | None] = {}

    def of(self, candidate: Found, fix: Fix, left: list[Found]) -> _Trial | None:
        """What goes away with ``fix``; None where it explains nothing but itself."""
        if fix not in self._after:
            self._after[fix] = self._tried(fix)
        after = self._after[fix]
        if after is None:
            return None
        gone = frozenset(
            f.key
            for f in left
            if f.key not in after.found and (f.finding.at.path == fix.path or not after.news)
        )
        if candidate.key not in gone or len(gone) < 2:
            return None
        severe = sum(rank(f.severity) * 10 + 1 for f in left if f.key in gone)
        return _Trial(candidate, fix, gone, (severe, fix.path == candidate.finding.at.path))

    def _tried(self, fix: Fix) -> _After | None:
        """None where it is no use to anybody."""
        changed = self._substitute(self._sheet, fix.path, fix.text)
        if changed is None:
            return None
        # Most values do away with one finding at most, and the checks that found something are
        # enough to see it; whether a value brings something new is for all of them to say, or for
        # the first that has news.
        trial = self._again(changed)
        found: dict[Key, str] = {}
        gone = set(self._before)
        for old in trial.by(self._codes):
            found[old.key] = old.severity
            gone.discard(old.key)
            if len(gone) < 2:
                return None
        if any(self._is_news(*item) for item in found.items()):
            return _After(found, news=True)
        for other in trial.by_others(self._codes):
            found[other.key] = other.severity
            if self._is_news(other.key, other.severity):
                return _After(found, news=True)
        return _After(found, news=False)

    def _is_news(self, key: Key, severity: str) -> bool:
        old = self._before.get(key)
        return rank(severity) > rank(INFO) and (old is None or rank(severity) > rank(old))


def _settled(sheet: Sheet, cause: Found, fix: Fix, gone: list[Found]) -> Found:
    """The cause stands at the cell that explains everything, as severe as what it explains."""
    severity = max((cause.severity, *(f.severity for f in gone)), key=rank)
    finding = cause.finding
    if fix.path != finding.at.path:
        at = sheet.get(fix.path)
        if at is not None:
            finding = finding._replace(at=at, printed=at.raw, expected=(fix.text,))
    return Found(cause.check, finding, severity)
