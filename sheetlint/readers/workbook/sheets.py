"""The worksheets of a workbook, independent of the format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from sheetlint.readers import unreadable
from sheetlint.readers.hidden_columns import HiddenRanges
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Relationship
from sheetlint.readers.workbook.merges import MergedRange, apply_merges
from sheetlint.readers.workbook.row_order import sort_rows
from sheetlint.sheet.tables import Row, Table

Key = TypeVar("Key")


class WorksheetEntry(NamedTuple, Generic[Key]):
    """A worksheet as the workbook lists it."""

    name: str
    hidden: bool
    place: Key
    """Where its content is found."""


class WorksheetContent(NamedTuple):
    """The content of a worksheet."""

    rows: list[Row]
    merges: list[MergedRange]
    hidden_columns: HiddenRanges


def build_tables(
    listed: Iterable[WorksheetEntry[Key]],
    content: Callable[[Key, str, Limits], WorksheetContent],
    limits: Limits,
) -> tuple[Table, ...]:
    """All worksheets in their order, hidden ones too.

    ``content`` reads the worksheet at a place; it gets the worksheet's name as well.  Raises
    ``Unreadable``.
    """
    found: list[Table] = []
    left = limits.max_cells
    for name, hidden, place in listed:
        rows, merges, columns = content(place, name, limits._replace(max_cells=left))
        merged = tuple(apply_merges(sort_rows(rows), merges))
        left -= sum(len(row.cells) for row in merged)
        found.append(Table(name, merged, hidden, columns.for_table(name)))
    if not found:
        raise unreadable.damaged()
    return tuple(found)


def resolve_parts(
    listed: Iterable[WorksheetEntry[str]], targets: Mapping[str, Relationship]
) -> Iterator[WorksheetEntry[str]]:
    """Worksheets with their parts in place of the relationships that lead there."""
    for sheet in listed:
        target = targets.get(sheet.place)
        # Charts and dialogs are sheets as well, without cells.
        if target is not None and target.kind == "worksheet":
            yield sheet._replace(place=target.target)


def find_part(targets: Mapping[str, Relationship], kind: str) -> str:
    """Name of the workbook's part of ``kind``; empty where there is none."""
    return next((target.target for target in targets.values() if target.kind == kind), "")
