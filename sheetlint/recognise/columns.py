"""Stage 4: the columns of a block from its header: which grid column holds which field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sheetlint.recognise.label_roles import LabelRoles
from sheetlint.recognise.lines import Line
from sheetlint.sheet.numbers.parse import compact
from sheetlint.sheet.sheet import HeadingName
from sheetlint.sheet.tables import Cell

_LEVEL = "level"
_NO_ROLES: Mapping[str, str] = {}


class HeadingCells(NamedTuple):
    """The headings of a line that are not listed."""

    line: Line
    judged: Mapping[str, Cell]
    """By role, those that are understood by their words."""
    unknown: tuple[Cell, ...]
    """Those that are not understood."""
    beside: tuple[Cell, ...]
    """Those that by their words name nothing that is read."""


class Columns:
    """The columns that a header names.  A heading over several grid columns gives its role to each."""

    def __init__(self, roles: Mapping[int, str], field_count: int, *headings: HeadingCells) -> None:
        self.role_by_column = roles
        self.headings = headings
        """The headings of each header line that are not listed."""
        self.other_columns = frozenset(
            column
            for heading in headings
            for cell in heading.line.cells
            for column in range(cell.column, cell.column + cell.columns)
            if column not in roles
        )
        """Columns under headings that name no field: what stands there belongs to none."""
        self.field_count = field_count
        """Number of fields of a header line of text; 0 for a row of a table."""
        self.roles = tuple(dict.fromkeys(roles.values()))
        self.left, self.right = min(roles, default=0), max(roles, default=0)
        self._first = {role: column for column, role in sorted(roles.items(), reverse=True)}

        self.last_columns = {role: column for column, role in roles.items()}
        """The rightmost grid column of each role."""

    @property
    def unknown(self) -> list[tuple[Line, Cell]]:
        """The headings that were not understood, but for those above headings that were."""
        return [
            (headings.line, cell)
            for headings in self.headings
            for cell in headings.unknown
            if cell.column not in self.role_by_column
        ]

    def heading_names(
        self, labels: LabelRoles, names: Mapping[str, str], block: frozenset[str]
    ) -> Iterator[HeadingName]:
        """How each heading but that of the ``block`` was understood; ``names`` are those of the fields."""
        for headings in self.headings:
            for cell, key in zip(headings.line.cells, headings.line.keys, strict=True):
                role = self.role_by_column.get(cell.column)
                if role is None:
                    how = "beside" if cell in headings.beside else "unknown"
                elif labels.listed.get(key) == role:
                    how = "listed"
                else:
                    how = "words" if cell in headings.judged.values() else "evidence"
                if key not in block:
                    yield HeadingName(compact(cell.text), names.get(role or "", ""), how)

    def with_placed(self, placed: Mapping[str, Cell]) -> Columns:
        """The columns with roles for headings that had none."""
        roles = {
            column: role
            for role, cell in placed.items()
            for column in range(cell.column, cell.column + cell.columns)
        }
        return Columns({**roles, **self.role_by_column}, self.field_count, *self.headings)

    def first_column(self, role: str) -> int:
        """The leftmost grid column of a role; 0 where the header lacks it."""
        return self._first.get(role, 0)


def merge_headers(upper: Columns, lower: Columns) -> Columns:
    """The columns of a header of two rows; a role that the lower row names is taken from it."""
    from_upper = {c: r for c, r in upper.role_by_column.items() if r not in lower.roles}
    return Columns(
        {**from_upper, **lower.role_by_column},
        max(upper.field_count, lower.field_count),
        *upper.headings,
        *lower.headings,
    )


def read_columns(
    line: Line,
    labels: LabelRoles,
    block: frozenset[str] = frozenset(),
    earlier: Mapping[str, str] = _NO_ROLES,
) -> Columns:
    """The columns that a line names by ``labels``, all of its headings together.

    A role that appears twice keeps its first column.  A listed heading goes before one that is judged
    by its words, and of two judged ones that would have the same role neither has it.  A label that
    may also name the whole ``block`` counts only where no other cell has the role.

    ``earlier`` names, for a role, the one that a second heading of it has at the left: of 预算安排
    and 调整后预算 the first is the budget at the beginning of the year.
    """
    cells = list(zip(line.cells, line.keys, strict=True))
    cells.sort(key=lambda pair: pair[1] in block)
    chosen: dict[str, Cell] = {}
    for cell, name in cells:
        role = labels.listed.get(name)
        if role is not None:
            chosen.setdefault(role, cell)
    judged: dict[str, list[Cell]] = {}
    left = min(
        (c.column for c, name in cells if (labels.role(name) or "").startswith(_LEVEL)), default=0
    )
    for cell, name in cells:
        role = labels.role(name)
        if role is None or name in block or not labels.is_judged(name):
            continue
        # Left of the levels stands the label of the block: 绩效指标完成情况.
        if cell.column >= left or role.startswith(_LEVEL):
            judged.setdefault(role, []).append(cell)
    for role, role_before in earlier.items():
        found, at = judged.get(role, []), chosen.get(role)
        if role_before in chosen or role_before in judged:
            continue
        if at is None and len(found) == 2:
            judged[role_before], judged[role] = found[:1], found[1:]
        elif at is not None and len(found) == 1 and found[0].column < at.column:
            judged[role_before] = judged.pop(role)
    sure = {
        role: found[0] for role, found in judged.items() if role not in chosen and len(found) == 1
    }
    unknown = tuple(
        cell
        for cell, name in zip(line.cells, line.keys, strict=True)
        if name not in block
        and (
            not labels.is_understood(name) or (labels.is_judged(name) and cell not in sure.values())
        )
    )
    beside = tuple(
        cell
        for cell, name in zip(line.cells, line.keys, strict=True)
        if name not in block and labels.is_understood(name) and labels.role(name) is None
    )
    roles = {
        column: role
        for role, cell in {**chosen, **sure}.items()
        for column in range(cell.column, cell.column + cell.columns)
    }
    return Columns(roles, line.field_count, HeadingCells(line, sure, unknown, beside))
