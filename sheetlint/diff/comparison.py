"""Two submissions of the same sheets: resolved, remaining and new findings, changed figures."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from sheetlint.crosscheck.names import name_key
from sheetlint.diff.changes import Change, compare_sheets
from sheetlint.run.results import FileReport, Report, ReportedFinding, SheetReport

PROJECT, UNIT, YEAR = "project", "unit", "year"
"""What tells one sheet from another."""


class SubmittedSheet(NamedTuple):
    """A sheet in one of the submissions; a file without any sheet stands for itself."""

    file: FileReport
    sheet: SheetReport | None
    name: str
    """The file's path below the folder, without its suffix: another format is the same file."""
    findings: tuple[ReportedFinding, ...]
    """Those that count; what is said of the file comes with its first sheet."""


class SheetPair(NamedTuple):
    """A sheet before and after; one of them may be missing."""

    before: SubmittedSheet | None
    after: SubmittedSheet | None
    resolved: tuple[ReportedFinding, ...]
    remaining: tuple[ReportedFinding, ...]
    """As they are now."""
    new: tuple[ReportedFinding, ...]
    changed: tuple[Change, ...]

    @property
    def differences(self) -> tuple[str, ...]:
        """Of PROJECT, UNIT and YEAR those that both sheets name, and name differently."""
        old, new = (side.sheet if side else None for side in (self.before, self.after))
        if old is None or new is None:
            return ()
        names = (
            (PROJECT, name_key(old.project), name_key(new.project)),
            (UNIT, name_key(old.unit), name_key(new.unit)),
            (YEAR, old.year, new.year),
        )
        return tuple(name for name, one, other in names if one and other and one != other)


class Comparison(NamedTuple):
    """All pairs in the order of the new submission; sheets that it lacks come last."""

    pairs: tuple[SheetPair, ...]
    verdict: str
    """Of the new submission."""


def compare_reports(before: Report, old_root: str, after: Report, new_root: str) -> Comparison:
    """``root`` is the path that was given: a file or a folder."""
    old, new = _sides(before, old_root), _sides(after, new_root)
    partners = _match_sheets(old, new)
    pairs = [_pair(old[partners[i]] if i in partners else None, s) for i, s in enumerate(new)]
    used = set(partners.values())
    pairs += [_pair(side, None) for i, side in enumerate(old) if i not in used]
    return Comparison(tuple(pairs), after.verdict)


def _sides(report: Report, root: str) -> list[SubmittedSheet]:
    return [side for file in report.checked for side in _of(file, root)]


def _of(file: FileReport, root: str) -> Iterator[SubmittedSheet]:
    below = os.path.relpath(file.path, root) if file.path != root else ""
    name = os.path.splitext(below)[0]
    counted = [found for found in file.findings if found.waived is None]
    alone = tuple(found for found in counted if found.sheet is None)
    if not file.sheets:
        yield SubmittedSheet(file, None, name, alone)
    for number, sheet in enumerate(file.sheets):
        own = tuple(found for found in counted if found.sheet == sheet.position)
        yield SubmittedSheet(file, sheet, name, own if number else alone + own)


def _match_sheets(old: list[SubmittedSheet], new: list[SubmittedSheet]) -> dict[int, int]:
    """Indexes of the old sheets by index of the new ones, matched by the strictest key first."""
    partners: dict[int, int] = {}
    for sign in (_same_in_file, _same, _project_in_file, _project, _position):
        waiting: dict[Hashable, list[int]] = {}
        used = set(partners.values())
        for number, side in enumerate(old):
            key = sign(side)
            if number not in used and key is not None:
                waiting.setdefault(key, []).append(number)
        for number, side in enumerate(new):
            there = waiting.get(sign(side))
            if number not in partners and there:
                partners[number] = there.pop(0)
    return partners


_Sign = Callable[[SubmittedSheet], Hashable]


def _same(side: SubmittedSheet) -> Hashable:
    sheet = side.sheet
    return (sheet.year, sheet.project, sheet.unit) if sheet and sheet.project else None


def _project(side: SubmittedSheet) -> Hashable:
    return side.sheet.project if side.sheet and side.sheet.project else None


def _within_file(sign: _Sign) -> _Sign:
    def both(side: SubmittedSheet) -> Hashable:
        key = sign(side)
        return None if key is None else (side.name, key)

    return both


_same_in_file, _project_in_file = _within_file(_same), _within_file(_project)


def _position(side: SubmittedSheet) -> Hashable:
    return side.name, side.sheet.position if side.sheet else 0


def _pair(before: SubmittedSheet | None, after: SubmittedSheet | None) -> SheetPair:
    old = list(before.findings) if before else []
    new = list(after.findings) if after else []
    remaining: list[ReportedFinding] = []
    # A project that was renamed has other fingerprints: the same finding at the same field remains.
    for key in (_fingerprint, _code_and_label):
        for found in list(new):
            match = next((other for other in old if key(other) == key(found)), None)
            if match is not None:
                old.remove(match)
                new.remove(found)
                remaining.append(found)
    order = {id(found): n for n, found in enumerate(after.findings if after else ())}
    remaining.sort(key=lambda found: order[id(found)])
    changed: Iterable[Change] = ()
    if before and after and before.sheet and after.sheet:
        old_sheet, new_sheet = before.sheet.sheet, after.sheet.sheet
        if old_sheet is not None and new_sheet is not None:
            changed = compare_sheets(old_sheet, new_sheet)
    return SheetPair(before, after, tuple(old), tuple(remaining), tuple(new), tuple(changed))


def _fingerprint(found: ReportedFinding) -> Hashable:
    return found.fingerprint


def _code_and_label(found: ReportedFinding) -> Hashable:
    return found.check.code, found.where.label
