"""One sheet through the checks.

The engine decides whether a check can be called (its needs are met), calls it, and turns a crash
into a result.  What is reported at which severity is ``decide``'s business, what explains what is
``causes``'.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.rules.check import (
    EACH_BATCH,
    EACH_CRASH,
    EACH_FILE,
    EACH_INDICATOR,
    EACH_SHEET,
    Check,
    Crash,
    FileReading,
    Finding,
    Skip,
)
from sheetlint.rules.decide import Decision
from sheetlint.rules.needs import Available, scored
from sheetlint.rules.registry import Registry
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint.system.extras import MissingExtra

if TYPE_CHECKING:
    from sheetlint.crosscheck.batch import Batch

__all__ = [
    "Found",
    "Outcome",
    "Panel",
    "Trial",
    "check_batch",
    "check_file",
    "check_sheet",
    "crashed",
    "scored",
]


class Found(NamedTuple):
    """A finding with the check that made it and the severity it is reported at."""

    check: Check
    finding: Finding
    severity: str

    @property
    def key(self) -> tuple[str, str]:
        """The same finding in another state of the sheet has the same key."""
        return self.check.code, self.finding.at.path


class Outcome(NamedTuple):
    """What the checks said of one sheet, in the order of the checks."""

    found: tuple[Found, ...]
    skipped: tuple[Skip, ...]
    run: int


def check_file(reading: FileReading, registry: Registry, decision: Decision) -> list[Found]:
    """The checks that speak of a file as a whole."""
    return [
        Found(check, finding, decision.severity(check, finding.severity))
        for check in registry.by_scope[EACH_FILE]
        if decision.runs(check)
        for finding in check.run(reading)
    ]


def check_batch(batch: Batch, profile: Profile, registry: Registry, decision: Decision) -> Outcome:
    """All sheets together through the checks across sheets."""
    tally = _Tally(decision)
    for check in registry.by_scope[EACH_BATCH]:
        if not decision.runs(check):
            continue
        lack = next((n for n in check.needs if getattr(batch.inputs, n) is None), None)
        if lack is not None:
            tally.skipped.append(Skip(check.code, _NOT_GIVEN[lack]))
            continue
        try:
            # A check that stops halfway has said nothing: half a comparison is none.
            tally.take(check, list(check.run(batch, profile)))
        except UnknownParameter as unknown:
            tally.skipped.append(Skip(check.code, unknown.text))
        except MissingExtra as missing:
            tally.skipped.append(Skip(check.code, missing.text))
        except MemoryError as error:
            error.add_note(check.code)
            raise
        except Exception as error:
            crash = Crash(check.code, f"{type(error).__name__}: {error}", Value("batch"))
            tally.found += crashed(crash, registry, decision)
        else:
            tally.run += 1
    return Outcome(tuple(tally.found), tuple(tally.skipped), tally.run)


_NOT_GIVEN = {
    "roster": Text("没有给项目清单", "no list of projects was given"),
    "last_year": Text("没有给上年的自评表", "no sheets of the year before were given"),
    "targets": Text("没有给批复的绩效目标表", "no approved targets were given"),
    "summary": Text("没有给决算说明", "no text of the accounts was given"),
}


class Panel:
    """The checks that are on under one profile, ready for sheet after sheet."""

    def __init__(self, profile: Profile, registry: Registry, decision: Decision) -> None:
        self._profile = profile
        self._registry = registry
        self._decision = decision
        self._checks = [
            check
            for check in registry.checks
            if check.scope in (EACH_SHEET, EACH_INDICATOR) and decision.runs(check)
        ]

    def check(self, sheet: Sheet, only: Container[str] | None = None) -> Outcome:
        """Call every check whose needs are met.  ``only`` limits it to some codes."""
        available = Available(sheet)
        tally = _Tally(self._decision)
        for check in self._checks:
            if only is None or check.code in only:
                self._call(check, available, tally)
        return Outcome(tuple(tally.found), tuple(tally.skipped), tally.run)

    def trial(self, sheet: Sheet) -> Trial:
        """The same one check at a time, for whoever may know enough after some."""
        return Trial(Available(sheet), self._checks, self._found)

    def _found(self, check: Check, available: Available) -> list[Found]:
        tally = _Tally(self._decision)
        self._call(check, available, tally)
        return tally.found

    def _call(self, check: Check, available: Available, tally: _Tally) -> None:
        call = self._on_sheet if check.scope == EACH_SHEET else self._on_rows
        try:
            call(check, available, tally)
        except UnknownParameter as unknown:
            tally.skipped.append(Skip(check.code, unknown.text))
        except MemoryError as error:
            # The file's share is spent; whether this check is to blame, nobody knows.
            error.add_note(check.code)
            raise
        except Exception as error:
            # A crash in one check is a result like another: named, and the others go on.
            crash = Crash(check.code, f"{type(error).__name__}: {error}", available.sheet.title)
            tally.found += crashed(crash, self._registry, self._decision)
        except BaseException as stop:
            # Whoever stops the work learns what was at work.
            stop.add_note(check.code)
            raise

    def _on_sheet(self, check: Check, available: Available, tally: _Tally) -> None:
        reason = available.missing(check.needs)
        if reason is not None:
            tally.skipped.append(Skip(check.code, reason))
            return
        tally.run += 1
        tally.take(check, self._findings(check, available, ((available.sheet, self._profile),)))

    def _findings(
        self, check: Check, available: Available, calls: Iterable[tuple[Any, ...]]
    ) -> Iterator[Finding]:
        """Of one check, called with these arguments one after another."""
        if check.shared is not None:
            return available.shared.of(check, check.shared, calls)
        return (finding for arguments in calls for finding in check.run(*arguments))

    def _on_rows(self, check: Check, available: Available, tally: _Tally) -> None:
        """Rows that lack a need are left out; if that is every row, the check is skipped."""
        ready = available.rows(check.needs)
        if ready.rows:
            calls = ((row, available.sheet, self._profile) for row in ready.rows)
            tally.take(check, self._findings(check, available, calls))
            tally.run += 1
        tally.skipped += [Skip(check.code, reason) for reason in ready.reasons]


class Trial:
    """A sheet as it might be, before the checks that somebody wants to hear, in their order."""

    def __init__(
        self,
        available: Available,
        checks: Sequence[Check],
        found: Callable[[Check, Available], list[Found]],
    ) -> None:
        self._available = available
        self._checks = checks
        self._found = found

    def by(self, codes: Container[str]) -> Iterator[Found]:
        """What these checks find."""
        for check in self._checks:
            if check.code in codes:
                yield from self._found(check, self._available)

    def by_others(self, codes: Container[str]) -> Iterator[Found]:
        """What all the others find."""
        for check in self._checks:
            if check.code not in codes:
                yield from self._found(check, self._available)


class _Tally:
    """What comes of one sheet."""

    def __init__(self, decision: Decision) -> None:
        self.found: list[Found] = []
        self.skipped: list[Skip] = []
        self.run = 0
        self._decision = decision

    def take(self, check: Check, findings: Iterable[Finding]) -> None:
        for finding in findings:
            severity = self._decision.severity(check, finding.severity)
            self.found.append(Found(check, finding, severity))


def check_sheet(
    sheet: Sheet,
    profile: Profile,
    registry: Registry,
    decision: Decision,
    only: Container[str] | None = None,
) -> Outcome:
    """One sheet through the checks; ``Panel`` is for many."""
    return Panel(profile, registry, decision).check(sheet, only)


def crashed(crash: Crash, registry: Registry, decision: Decision) -> Iterator[Found]:
    """A crash, of a check or of the reading of a file, as a finding."""
    for check in registry.by_scope[EACH_CRASH]:
        for finding in check.run(crash):
            yield Found(check, finding, decision.severity(check, finding.severity))
