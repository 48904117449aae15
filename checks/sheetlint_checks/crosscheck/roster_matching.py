"""Which sheet is about which project of a list."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from sheetlint.crosscheck.inputs import RosterEntry
from sheetlint.crosscheck.names import name_key
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint_checks.crosscheck.abbreviations import expand_abbreviations
from sheetlint_checks.crosscheck.sheet_names import holder_key


class Unmatched(NamedTuple):
    """What is left over."""

    rows: tuple[RosterEntry, ...]
    """Projects without a sheet."""
    sheets: tuple[SheetSummary, ...]
    """Sheets without a project; two of one project of one unit are BT001's and count once."""


def match_roster(roster: Sequence[RosterEntry], sheets: Sequence[SheetSummary]) -> Unmatched:
    """By code, then by name and unit, then by name alone: a unit may be written in two ways."""
    rows = list(roster)
    left = list(
        {(_name(s), expand_abbreviations(holder_key(s)), s.code): s for s in sheets}.values()
    )
    for of_row, of_sheet in _STEPS:
        rows, left = _matched(rows, left, of_row, of_sheet)
    return Unmatched(tuple(rows), tuple(left))


def _matched(
    rows: list[RosterEntry],
    sheets: list[SheetSummary],
    of_row: Callable[[RosterEntry], Hashable],
    of_sheet: Callable[[SheetSummary], Hashable],
) -> tuple[list[RosterEntry], list[SheetSummary]]:
    """What has no partner with the same key; each is the partner of one."""
    waiting: dict[Hashable, list[SheetSummary]] = defaultdict(list)
    for sheet in reversed(sheets):
        waiting[of_sheet(sheet)].append(sheet)
    left: list[RosterEntry] = []
    taken: set[int] = set()
    for row in rows:
        key = of_row(row)
        if key is not None and waiting.get(key):
            taken.add(id(waiting[key].pop()))
        else:
            left.append(row)
    return left, [sheet for sheet in sheets if id(sheet) not in taken]


def _name(item: SheetSummary | RosterEntry) -> str:
    return name_key(item.project)


def _with_unit(row: RosterEntry) -> Hashable:
    return (_name(row), expand_abbreviations(name_key(row.unit))) if row.unit else None


_STEPS: tuple[tuple[Callable[[RosterEntry], Hashable], Callable[[SheetSummary], Hashable]], ...] = (
    (lambda row: row.code or None, lambda sheet: sheet.code),
    (_with_unit, lambda sheet: (_name(sheet), expand_abbreviations(name_key(sheet.unit)))),
    (_name, _name),
)
