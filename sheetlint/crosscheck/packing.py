"""Places and indicators of a sheet as one JSON text, a fraction of the memory of tuples."""

from __future__ import annotations

from json import dumps, loads
from typing import Any, NamedTuple

from sheetlint.sheet.where import Where


class PackedRow(NamedTuple):
    """Name, target and weight of an indicator as printed, and the place of the target."""

    name: str
    target: str
    weight: str
    where: Where


class PackedContent(NamedTuple):
    """Places (without labels) and indicators of a sheet."""

    places: tuple[Where, ...]
    rows: tuple[PackedRow, ...]


def pack(content: PackedContent) -> str:
    """The content as a JSON text."""
    tables: dict[str | None, int] = {}

    def coordinates(where: Where) -> list[int | None]:
        """Number of the table and the other coordinates, without unknown ones at the end."""
        parts = [tables.setdefault(where.table, len(tables)), *where[2:]]
        while parts and parts[-1] is None:
            parts.pop()
        return parts

    places = [coordinates(where) for where in content.places]
    rows = [[*row[:3], coordinates(row.where)] for row in content.rows]
    return dumps([list(tables), places, rows], ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> PackedContent:
    """The content of a text that ``pack`` wrote."""
    tables, places, rows = loads(text)

    def where(parts: list[Any]) -> Where:
        return Where((), tables[parts[0]], *parts[1:])

    return PackedContent(
        tuple(map(where, places)),
        tuple(PackedRow(name, target, weight, where(at)) for name, target, weight, at in rows),
    )
