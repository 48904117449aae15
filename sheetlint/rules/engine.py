"""Runs the checks on a file, a sheet or a batch of sheets.

The engine calls a check where its needs are met, and turns an exception into a finding.  ``decide``
sets the severities, ``causes`` folds consequences.
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
from sheetlint.rules.needs import AvailableValues
from sheetlint.rules.registry import Registry
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint.system.extras import MissingExtra

if TYPE_CHECKING:
    from sheetlint.crosscheck.batch import Batch


class ResolvedFinding(NamedTuple):
    """A finding with its check and the severity at which it is reported."""

    check: Check
    finding: Finding
    severity: str

    @property
    def key(self) -> tuple[str, str]:
        """Identifies the finding in a changed copy of the sheet (``causes``)."""
        return self.check.code, self.finding.at.path


class Outcome(NamedTuple):
    """The results of the checks for one sheet or one batch, in the order of the checks."""

    found: tuple[ResolvedFinding, ...]
    skipped: tuple[Skip, ...]
    run: int
    """How many checks were run."""


def check_file(
    reading: FileReading, registry: Registry, decision: Decision
) -> list[ResolvedFinding]:
    """Run the checks of whole files."""
    return [
        ResolvedFinding(check, finding, decision.severity(check, finding.severity))
        for check in registry.by_scope[EACH_FILE]
        if decision.runs(check)
        for finding in check.run(reading)
    ]


def check_batch(batch: Batch, profile: Profile, registry: Registry, decision: Decision) -> Outcome:
    """Run the checks across sheets."""
    results = _Results(decision)
    for check in registry.by_scope[EACH_BATCH]:
        if not decision.runs(check):
            continue
        missing_input = next((n for n in check.needs if getattr(batch.inputs, n) is None), None)
        if missing_input is not None:
            results.skipped.append(Skip(check.code, _MISSING_INPUTS[missing_input]))
            continue
        try:
            # The findings of a check that raises halfway are dropped: half a comparison is none.
            results.add(check, list(check.run(batch, profile)))
        except UnknownParameter as unknown:
            results.skipped.append(Skip(check.code, unknown.text))
        except MissingExtra as extra:
            results.skipped.append(Skip(check.code, extra.text))
        except MemoryError as error:
            error.add_note(check.code)
            raise
        except Exception as error:
            crash = Crash(check.code, f"{type(error).__name__}: {error}", Value("batch"))
            results.found += crash_findings(crash, registry, decision)
        else:
            results.run += 1
    return Outcome(tuple(results.found), tuple(results.skipped), results.run)


_MISSING_INPUTS = {
    "roster": Text("没有给项目清单", "no list of projects was given"),
    "last_year": Text("没有给上年的自评表", "no sheets of the year before were given"),
    "targets": Text("没有给批复的绩效目标表", "no approved targets were given"),
    "summary": Text("没有给决算说明", "no text of the accounts was given"),
}


class SheetChecker:
    """Runs the checks that are on under one profile on sheet after sheet."""

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
        """Call every check whose needs are met; ``only`` limits it to some codes."""
        available = AvailableValues(sheet)
        results = _Results(self._decision)
        for check in self._checks:
            if only is None or check.code in only:
                self._run_check(check, available, results)
        return Outcome(tuple(results.found), tuple(results.skipped), results.run)

    def trial(self, sheet: Sheet) -> TrialRun:
        """The same one check at a time, for a caller that may stop after some of them."""
        return TrialRun(AvailableValues(sheet), self._checks, self._findings_of)

    def _findings_of(self, check: Check, available: AvailableValues) -> list[ResolvedFinding]:
        results = _Results(self._decision)
        self._run_check(check, available, results)
        return results.found

    def _run_check(self, check: Check, available: AvailableValues, results: _Results) -> None:
        call = self._run_on_sheet if check.scope == EACH_SHEET else self._run_on_rows
        try:
            call(check, available, results)
        except UnknownParameter as unknown:
            results.skipped.append(Skip(check.code, unknown.text))
        except MemoryError as error:
            # The memory of the file is used up, not necessarily by this check.
            error.add_note(check.code)
            raise
        except Exception as error:
            # A crash is reported as a finding, and the other checks go on.
            crash = Crash(check.code, f"{type(error).__name__}: {error}", available.sheet.title)
            results.found += crash_findings(crash, self._registry, self._decision)
        except BaseException as stop:
            # The process that stopped the work reports which check was running.
            stop.add_note(check.code)
            raise

    def _run_on_sheet(self, check: Check, available: AvailableValues, results: _Results) -> None:
        reason = available.missing(check.needs)
        if reason is not None:
            results.skipped.append(Skip(check.code, reason))
            return
        results.run += 1
        results.add(check, self._findings(check, available, ((available.sheet, self._profile),)))

    def _findings(
        self, check: Check, available: AvailableValues, calls: Iterable[tuple[Any, ...]]
    ) -> Iterator[Finding]:
        """The findings of one check, called with each of the arguments."""
        if check.shared is not None:
            return available.shared_results.findings_of(check, check.shared, calls)
        return (finding for arguments in calls for finding in check.run(*arguments))

    def _run_on_rows(self, check: Check, available: AvailableValues, results: _Results) -> None:
        """Rows that lack a need are left out; if that is every row, the check is skipped."""
        checkable = available.checkable_rows(check.needs)
        if checkable.rows:
            calls = ((row, available.sheet, self._profile) for row in checkable.rows)
            results.add(check, self._findings(check, available, calls))
            results.run += 1
        results.skipped += [Skip(check.code, reason) for reason in checkable.reasons]


class TrialRun:
    """The checks on a changed copy of a sheet, run only as far as their findings are asked for."""

    def __init__(
        self,
        available: AvailableValues,
        checks: Sequence[Check],
        run_check: Callable[[Check, AvailableValues], list[ResolvedFinding]],
    ) -> None:
        self._available = available
        self._checks = checks
        self._run_check = run_check

    def findings_of(self, codes: Container[str]) -> Iterator[ResolvedFinding]:
        """The findings of these checks."""
        for check in self._checks:
            if check.code in codes:
                yield from self._run_check(check, self._available)

    def findings_of_others(self, codes: Container[str]) -> Iterator[ResolvedFinding]:
        """The findings of all other checks."""
        for check in self._checks:
            if check.code not in codes:
                yield from self._run_check(check, self._available)


class _Results:
    """Collects the results of the checks."""

    def __init__(self, decision: Decision) -> None:
        self.found: list[ResolvedFinding] = []
        self.skipped: list[Skip] = []
        self.run = 0
        self._decision = decision

    def add(self, check: Check, findings: Iterable[Finding]) -> None:
        for finding in findings:
            severity = self._decision.severity(check, finding.severity)
            self.found.append(ResolvedFinding(check, finding, severity))


def check_sheet(
    sheet: Sheet,
    profile: Profile,
    registry: Registry,
    decision: Decision,
    only: Container[str] | None = None,
) -> Outcome:
    """Run the checks on one sheet; ``SheetChecker`` is for many."""
    return SheetChecker(profile, registry, decision).check(sheet, only)


def crash_findings(
    crash: Crash, registry: Registry, decision: Decision
) -> Iterator[ResolvedFinding]:
    """The findings that report a crash, of a check or of reading a file."""
    for check in registry.by_scope[EACH_CRASH]:
        for finding in check.run(crash):
            yield ResolvedFinding(check, finding, decision.severity(check, finding.severity))
