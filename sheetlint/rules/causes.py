"""Which findings are consequences of another one, found by trial.

A wrong figure is seen by every check that uses it: a weight that was typed wrong also spoils the
sum of the weights, the score of its row and the shares of the levels.  No table says which finding
is the cause.  Each finding may propose values that would put it right (``Finding.fixes``); the sheet
is checked again with such a value in place, and the findings that are then gone are consequences.

A value that brings a new finding of the same severity explains nothing at other cells.  Findings at
the very cell of the value that all go away with it are folded even so: a total that was added up
from the wrong score is wrong once the score is right.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.rules.check import EACH_CRASH, INFO, Fix, Skip
from sheetlint.rules.decide import rank
from sheetlint.rules.engine import ResolvedFinding, TrialRun
from sheetlint.sheet.sheet import Sheet

Recheck = Callable[[Sheet], TrialRun]
"""Runs the checks of the original sheet on a changed one."""
Key = tuple[str, str]
Substitute = Callable[[Sheet, str, str], Sheet | None]
"""The sheet with a text at a path; None where the sheet has no such cell."""
_MAX_TRIALS = 48
"""A sheet in which everything is wrong has no single cause that is worth a long search."""
_MOST_WORK = 10_000
"""Rows that are checked again for all proposed values of a sheet together: about a second's work.
Fifty rows that are all wrong stay below it."""
_CHARACTERS_OF_A_ROW = 100
"""So many characters of text take as long to check as a row of figures."""
INCOMPLETE = Skip(
    "SY002",
    Text(
        "表太长、问题太多，没有逐一查找起因，同一处引起的可能分开列出",
        "too many findings in too long a sheet to look for every cause: what follows from one mistake "
        "may be listed apart",
    ),
)


class Explanation(NamedTuple):
    """A finding with its consequences, which are reported below it."""

    found: ResolvedFinding
    consequences: tuple[ResolvedFinding, ...] = ()


class FoundCauses(NamedTuple):
    """The findings of a sheet by cause."""

    explanations: list[Explanation]
    complete: bool
    """Not so where values that findings propose were left untried, as it would take too long."""


class _Cause(NamedTuple):
    """A finding and a fix with which it and others go away."""

    finding: ResolvedFinding
    fix: Fix
    gone: frozenset[Key]
    weight: tuple[int, int]
    """The cause with the highest weight is taken first."""


def find_causes(
    sheet: Sheet, found: tuple[ResolvedFinding, ...], recheck: Recheck, substitute: Substitute
) -> FoundCauses:
    """Fold consequences under their causes; the order of the findings that remain is kept."""
    trials = _Trials(sheet, found, recheck, substitute)
    # That a check crashed is nobody's consequence, even where it would not with another value.
    crashes = {id(f) for f in found if f.check.scope == EACH_CRASH}
    left = [f for f in found if id(f) not in crashes]
    tried_findings = _within_bound(sheet, left)
    explanations: dict[int, Explanation] = {}
    tried = 0
    while len(left) > 1 and tried < _MAX_TRIALS:
        best: _Cause | None = None
        for candidate in left:
            if id(candidate) not in tried_findings:
                continue
            for fix in candidate.finding.fixes:
                tried += 1
                cause = trials.try_fix(candidate, fix, left)
                if cause is not None and (best is None or cause.weight > best.weight):
                    best = cause
        if best is None:
            break
        cause_finding = best.finding
        gone = [f for f in left if f.key in best.gone and f is not cause_finding]
        moved = _move_to_fix(sheet, cause_finding, best.fix, gone)
        explanations[id(cause_finding)] = Explanation(moved, tuple(gone))
        left = [f for f in left if f is not cause_finding and f not in gone]
    kept = {id(f) for f in left} | explanations.keys() | crashes
    absorbed = _absorb([explanations.get(id(f), Explanation(f)) for f in found if id(f) in kept])
    complete = len(left) < 2 or all(id(f) in tried_findings for f in left)
    return FoundCauses(absorbed, complete)


def _within_bound(sheet: Sheet, found: list[ResolvedFinding]) -> set[int]:
    """The identities of the findings whose values may be tried.

    Findings with few values come first: they say where the mistake is.  A total that does not add up
    proposes one value for every row of the sheet.
    """
    characters = sum(len(value.raw) for value in sheet.values())
    rows = len(sheet.funds) + len(sheet.indicators) + characters // _CHARACTERS_OF_A_ROW
    most = _MOST_WORK // rows if rows else _MOST_WORK
    chosen: set[int] = set()
    by_count: dict[int, list[int]] = {}
    for f in found:
        by_count.setdefault(len(f.finding.fixes), []).append(id(f))
    for count, findings in sorted(by_count.items()):
        most -= count * len(findings)
        if most < 0:
            break
        chosen.update(findings)
    return chosen


def _absorb(explanations: list[Explanation]) -> list[Explanation]:
    """Findings that state the fact of another one at the same cell (``Finding.absorbs``) become its
    consequences."""
    by_path: dict[str, list[Explanation]] = {}
    for item in explanations:
        by_path.setdefault(item.found.finding.at.path, []).append(item)
    merged: list[Explanation] = []
    absorbed: set[int] = set()
    for item in explanations:
        finding = item.found.finding
        same = [
            other for other in by_path[finding.at.path] if other.found.check.code in finding.absorbs
        ]
        absorbed |= {id(other) for other in same}
        more = tuple(f for other in same for f in (other.found, *other.consequences))
        merged.append(item._replace(consequences=item.consequences + more) if more else item)
    return [new for old, new in zip(explanations, merged, strict=True) if id(old) not in absorbed]


class _TrialResult(NamedTuple):
    """The findings with a value in place."""

    found: Mapping[Key, str]
    """The severity of each."""
    has_new: bool
    """The value brings a finding as severe that was not there before."""


class _Trials:
    """Checks the sheet with one value changed, once for each fix that a finding proposes."""

    def __init__(
        self,
        sheet: Sheet,
        found: tuple[ResolvedFinding, ...],
        recheck: Recheck,
        substitute: Substitute,
    ) -> None:
        self._sheet = sheet
        self._before = {f.key: f.severity for f in found}
        self._codes = {f.check.code for f in found}
        self._recheck = recheck
        self._substitute = substitute
        self._results: dict[Fix, _TrialResult | None] = {}

    def try_fix(
        self, candidate: ResolvedFinding, fix: Fix, left: list[ResolvedFinding]
    ) -> _Cause | None:
        """What goes away with ``fix``; None where that is the candidate at most."""
        if fix not in self._results:
            self._results[fix] = self._run_trial(fix)
        result = self._results[fix]
        if result is None:
            return None
        gone = frozenset(
            f.key
            for f in left
            if f.key not in result.found and (f.finding.at.path == fix.path or not result.has_new)
        )
        if candidate.key not in gone or len(gone) < 2:
            return None
        severity = sum(rank(f.severity) * 10 + 1 for f in left if f.key in gone)
        return _Cause(candidate, fix, gone, (severity, fix.path == candidate.finding.at.path))

    def _run_trial(self, fix: Fix) -> _TrialResult | None:
        """None where fewer than two findings go away."""
        changed = self._substitute(self._sheet, fix.path, fix.text)
        if changed is None:
            return None
        # Most values do away with one finding at most, and the checks that found something are
        # enough to see it.  Only then are the others run, up to the first that finds something new.
        trial = self._recheck(changed)
        found: dict[Key, str] = {}
        gone = set(self._before)
        for old in trial.findings_of(self._codes):
            found[old.key] = old.severity
            gone.discard(old.key)
            if len(gone) < 2:
                return None
        if any(self._is_new(*item) for item in found.items()):
            return _TrialResult(found, has_new=True)
        for other in trial.findings_of_others(self._codes):
            found[other.key] = other.severity
            if self._is_new(other.key, other.severity):
                return _TrialResult(found, has_new=True)
        return _TrialResult(found, has_new=False)

    def _is_new(self, key: Key, severity: str) -> bool:
        old = self._before.get(key)
        return rank(severity) > rank(INFO) and (old is None or rank(severity) > rank(old))


def _move_to_fix(
    sheet: Sheet, cause: ResolvedFinding, fix: Fix, gone: list[ResolvedFinding]
) -> ResolvedFinding:
    """The cause at the cell of the fix, as severe as the most severe of its consequences."""
    severity = max((cause.severity, *(f.severity for f in gone)), key=rank)
    finding = cause.finding
    if fix.path != finding.at.path:
        at = sheet.get(fix.path)
        if at is not None:
            finding = finding._replace(at=at, printed=at.raw, expected=(fix.text,))
    return ResolvedFinding(cause.check, finding, severity)
