"""The worksheets of a package, whether their parts are XML or binary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sheetlint.readers import refusals
from sheetlint.readers.columns import HiddenRanges
from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Relationship
from sheetlint.readers.workbook.merges import Merge, merge
from sheetlint.readers.workbook.rows import in_order
from sheetlint.tables import Row, Table


class Listed(NamedTuple):
    """A worksheet as the workbook lists it."""

    name: str
    hidden: bool
    relationship: str
    """Id of the relationship that leads to its part."""


class Content(NamedTuple):
    """What stands in the part of a worksheet."""

    rows: list[Row]
    merges: list[Merge]
    hidden_columns: HiddenRanges


def tables(
    listed: Iterable[Listed],
    targets: Mapping[str, Relationship],
    content: Callable[[str, str, Limits], Content],
    limits: Limits,
) -> tuple[Table, ...]:
    """All worksheets in their order, hidden ones too.

    ``content`` reads the part of the first name for the worksheet of the second.  Raises
    ``Unreadable``.
    """
    found: list[Table] = []
    left = limits.max_cells
    for sheet in listed:
        target = targets.get(sheet.relationship)
        # Charts and dialogs are sheets as well, without cells.
        if target is None or target.kind != "worksheet":
            continue
        rows, merges, columns = content(target.target, sheet.name, limits._replace(max_cells=left))
        merged = tuple(merge(in_order(rows), merges))
        left -= sum(len(row.cells) for row in merged)
        found.append(Table(sheet.name, merged, sheet.hidden, columns.of(sheet.name)))
    if not found:
        raise refusals.damaged()
    return tuple(found)


def part_of(targets: Mapping[str, Relationship], kind: str) -> str:
    """Name of the workbook's part of ``kind``; empty where there is none."""
    return next((target.target for target in targets.values() if target.kind == kind), "")
