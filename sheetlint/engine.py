"""One sheet through the checks.

The engine decides whether a check can be called (its needs are met), calls it, and turns a crash
into a result.  What is reported at which severity is ``decide``'s business, what explains what is
``causes``'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sheetlint.check import (
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
from sheetlint.decide import Decision
from sheetlint.model import DASH, UNCOMPUTED, UNREADABLE, Indicator, Sheet, Text, Value
from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.recognise.labels import INDICATOR
from sheetlint.registry import Registry


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


def check_sheet(
    sheet: Sheet,
    profile: Profile,
    registry: Registry,
    decision: Decision,
    only: Iterable[str] | None = None,
) -> Outcome:
    """Call every check that is on and whose needs are met.  ``only`` limits it to some codes."""
    facts = _Facts(sheet)
    wanted = None if only is None else frozenset(only)
    found: list[Found] = []
    skipped: list[Skip] = []
    run = 0
    for check in registry.checks:
        if wanted is not None and check.code not in wanted:
            continue
        if check.scope == EACH_SHEET:
            call = _one_sheet
        elif check.scope == EACH_INDICATOR:
            call = _each_indicator
        else:
            continue
        if not decision.runs(check):
            continue
        ran = False
        try:
            for item in call(check, facts, profile):
                if isinstance(item, Skip):
                    skipped.append(item)
                elif isinstance(item, Finding):
                    found.append(Found(check, item, decision.severity(check, item.severity)))
                else:
                    ran = True
        except UnknownParameter as unknown:
            skipped.append(Skip(check.code, unknown.text))
        except Exception as error:
            # A crash in one check is a result like another: named, and the others go on.
            crash = Crash(check.code, f"{type(error).__name__}: {error}", sheet.title)
            found += crashed(crash, registry, decision)
        run += ran
    return Outcome(tuple(found), tuple(skipped), run)


def crashed(crash: Crash, registry: Registry, decision: Decision) -> Iterator[Found]:
    """A crash, of a check or of the reading of a file, as a finding."""
    for check in registry.by_scope[EACH_CRASH]:
        for finding in check.run(crash):
            yield Found(check, finding, decision.severity(check, finding.severity))


class _Ran:
    """Said once by a caller when the check was really called."""


_RAN = _Ran()
_Said = Finding | Skip | _Ran


def _one_sheet(check: Check, facts: _Facts, profile: Profile) -> Iterator[_Said]:
    for need in check.needs:
        missing = facts.missing(need)
        if missing is not None:
            yield Skip(check.code, missing)
            return
    yield _RAN
    yield from check.run(facts.sheet, profile)


def _each_indicator(check: Check, facts: _Facts, profile: Profile) -> Iterator[_Said]:
    """Rows that lack a need are left out; if that is every row, the check is skipped."""
    rows = scored(facts.sheet)
    reasons: dict[Text, None] = {}
    called = False
    for row in rows:
        if row.doubt is not None:
            reasons.setdefault(
                Text(f"“{row.level3.text}”一行读取存疑", f"row {row.level3.text!r} is doubtful")
            )
            continue
        reason = next((r for n in check.needs if (r := facts.missing(n, row)) is not None), None)
        if reason is not None:
            reasons.setdefault(reason)
            continue
        called = True
        yield from check.run(row, facts.sheet, profile)
    if called:
        yield _RAN
    elif not rows:
        yield Skip(check.code, Text("没有有分值的指标行", "no scored indicator row"))
    for text in reasons:
        yield Skip(check.code, text)


def scored(sheet: Sheet) -> list[Indicator]:
    """Indicator rows that carry a weight or a score: not the detail rows below an indicator."""
    return [row for row in sheet.indicators if row.weight.filled or row.score.filled]


class _Facts:
    """Answers whether a need is met, over one index of the sheet's fields."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._fields = {value.path: value for value in sheet.values()}

    def missing(self, need: str, row: Indicator | None = None) -> Text | None:
        """Why ``need`` is not met, or None."""
        if need.startswith("columns."):
            column = need.removeprefix("columns.")
            if column in self.sheet.columns:
                return None
            label = INDICATOR[column]
            return Text(f"本表没有“{label}”列", f"this form has no column {label}")
        if need == "funds":
            if self.sheet.funds_sure:
                return None
            return Text("资金栏有一行读取存疑", "a row of the funds block is doubtful")
        if need == "indicators":
            if self.sheet.indicators:
                return None
            return Text("没有读到指标行", "no indicator row was read")
        if need.startswith("indicators.*."):
            return self._every_row(need.removeprefix("indicators.*."))
        filled_only = need.startswith("~")
        path = need.removeprefix("~")
        value = getattr(row, path) if row is not None else self._fields.get(path)
        return _lack(value, path, filled_only)

    def _every_row(self, field: str) -> Text | None:
        rows = scored(self.sheet)
        if not rows:
            return Text("没有有分值的指标行", "no scored indicator row")
        for row in rows:
            if row.doubt is not None:
                return Text(
                    f"“{row.level3.text}”一行读取存疑", f"row {row.level3.text!r} is doubtful"
                )
            lack = _lack(getattr(row, field), f"indicators.{field}", filled_only=False)
            if lack is not None:
                return lack
        return None


def _lack(value: Value | None, path: str, filled_only: bool) -> Text | None:
    if value is None:
        return Text(f"表中没有 {path}", f"the sheet has no {path}")
    if value.known or (filled_only and value.filled and value.state != UNCOMPUTED):
        return None
    words = value.where.words or path
    if value.state == UNCOMPUTED:
        return Text(f"{words} 是没有计算结果的公式", f"{words} is a formula without a value")
    if not filled_only and value.state == UNREADABLE:
        return Text(f"{words} 不是数字", f"{words} is not a number")
    if not filled_only and value.state == DASH:
        return Text(f"{words} 不适用", f"{words} is not applicable")
    return Text(f"{words} 为空", f"{words} is empty")
