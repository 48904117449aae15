"""Matches the sheets with the projects of a roster."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from sheetlint.crosscheck.inputs import RosterEntry
from sheetlint.crosscheck.names import name_key
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint_checks.crosscheck.abbreviations import expand_abbreviations
from sheetlint_checks.crosscheck.sheet_names import holder_key


class Unmatched(NamedTuple):
    """The projects and the sheets without a match."""

    rows: tuple[RosterEntry, ...]
    """Projects without a sheet."""
    sheets: tuple[SheetSummary, ...]
    """Sheets without a project; two of one project of one unit count once (BT001 reports them)."""


def match_roster(roster: Sequence[RosterEntry], sheets: Sequence[SheetSummary]) -> Unmatched:
    """By code, then by name and unit, then by name alone: a unit may be written in two ways."""
    rows = list(roster)
    left = list(
        {(_name(s), expand_abbreviations(holder_key(s)), s.code): s for s in sheets}.values()
    )
    for row_key, sheet_key in _STEPS:
        rows, left = _drop_matches(rows, left, row_key, sheet_key)
    return Unmatched(tuple(rows), tuple(left))


def _drop_matches(
    rows: list[RosterEntry],
    sheets: list[SheetSummary],
    row_key: Callable[[RosterEntry], Hashable],
    sheet_key: Callable[[SheetSummary], Hashable],
) -> tuple[list[RosterEntry], list[SheetSummary]]:
    """The rows and sheets that have no match with the same key; each is matched once."""
    waiting: dict[Hashable, list[SheetSummary]] = defaultdict(list)
    for sheet in reversed(sheets):
        waiting[sheet_key(sheet)].append(sheet)
    left: list[RosterEntry] = []
    matched: set[int] = set()
    for row in rows:
        key = row_key(row)
        if key is not None and waiting.get(key):
            matched.add(id(waiting[key].pop()))
        else:
            left.append(row)
    return left, [sheet for sheet in sheets if id(sheet) not in matched]


def _name(item: SheetSummary | RosterEntry) -> str:
    return name_key(item.project)


def _name_and_unit(row: RosterEntry) -> Hashable:
    return (_name(row), expand_abbreviations(name_key(row.unit))) if row.unit else None


_STEPS: tuple[tuple[Callable[[RosterEntry], Hashable], Callable[[SheetSummary], Hashable]], ...] = (
    (lambda row: row.code or None, lambda sheet: sheet.code),
    (_name_and_unit, lambda sheet: (_name(sheet), expand_abbreviations(name_key(sheet.unit)))),
    (_name, _name),
)
