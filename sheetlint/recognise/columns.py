"""The columns of a block, from its header: which grid column holds which field."""

from __future__ import annotations

from collections.abc import Mapping

from sheetlint.recognise.lines import Line


class Columns:
    """The header of a block: grid column → role."""

    def __init__(self, roles: Mapping[int, str], width: int) -> None:
        self.role_by_column = roles
        self.field_count = width
        """Fields of the header line in text; 0 in a grid."""
        self.roles = tuple(dict.fromkeys(roles.values()))
        self.left, self.right = min(roles, default=0), max(roles, default=0)
        self._first = {role: column for column, role in sorted(roles.items(), reverse=True)}

        self.last_columns = {role: column for column, role in roles.items()}
        """The rightmost column of each role."""

    def first_column(self, role: str) -> int:
        """The leftmost column of a role; 0 where the header does not have it."""
        return self._first.get(role, 0)


def merge_headers(upper: Columns, lower: Columns) -> Columns:
    """A header of two rows: what the lower one names goes before the groups above it."""
    kept = {c: r for c, r in upper.role_by_column.items() if r not in lower.roles}
    return Columns({**kept, **lower.role_by_column}, max(upper.field_count, lower.field_count))


def read_columns(
    line: Line, labels: Mapping[str, str], block: frozenset[str] = frozenset()
) -> Columns:
    """The roles of a header line; a role that appears twice keeps its first column.

    What may as well be the label of the whole ``block`` is a column only if no other cell is.
    """
    roles: dict[int, str] = {}
    seen: set[str] = set()
    named = list(zip(line.cells, line.keys, strict=True))
    named.sort(key=lambda pair: pair[1] in block)
    for cell, name in named:
        role = labels.get(name)
        if role is None or role in seen:
            continue
        seen.add(role)
        for column in range(cell.column, cell.column + cell.columns):
            roles[column] = role
    return Columns(roles, line.field_count)
