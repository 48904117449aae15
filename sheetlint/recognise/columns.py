"""Stage 4: the columns of a block from its header: which grid column holds which field."""

from __future__ import annotations

from collections.abc import Mapping

from sheetlint.recognise.lines import Line


class Columns:
    """The columns that a header names.  A heading over several grid columns gives its role to each."""

    def __init__(self, roles: Mapping[int, str], field_count: int) -> None:
        self.role_by_column = roles
        self.field_count = field_count
        """Number of fields of a header line of text; 0 for a row of a table."""
        self.roles = tuple(dict.fromkeys(roles.values()))
        self.left, self.right = min(roles, default=0), max(roles, default=0)
        self._first = {role: column for column, role in sorted(roles.items(), reverse=True)}

        self.last_columns = {role: column for column, role in roles.items()}
        """The rightmost grid column of each role."""

    def first_column(self, role: str) -> int:
        """The leftmost grid column of a role; 0 where the header lacks it."""
        return self._first.get(role, 0)


def merge_headers(upper: Columns, lower: Columns) -> Columns:
    """The columns of a header of two rows; a role that the lower row names is taken from it."""
    from_upper = {c: r for c, r in upper.role_by_column.items() if r not in lower.roles}
    return Columns(
        {**from_upper, **lower.role_by_column}, max(upper.field_count, lower.field_count)
    )


def read_columns(
    line: Line, labels: Mapping[str, str], block: frozenset[str] = frozenset()
) -> Columns:
    """The columns that a line names by ``labels``; a role that appears twice keeps its first column.

    A label that may also name the whole ``block`` counts only where no other cell has the role.
    """
    roles: dict[int, str] = {}
    seen: set[str] = set()
    cells = list(zip(line.cells, line.keys, strict=True))
    cells.sort(key=lambda pair: pair[1] in block)
    for cell, name in cells:
        role = labels.get(name)
        if role is None or role in seen:
            continue
        seen.add(role)
        for column in range(cell.column, cell.column + cell.columns):
            roles[column] = role
    return Columns(roles, line.field_count)
