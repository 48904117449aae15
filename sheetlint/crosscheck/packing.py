"""Places and indicators of a sheet as one text: as tuples they would take several times as much."""

from __future__ import annotations

from json import dumps, loads
from typing import Any, NamedTuple

from sheetlint.sheet.where import Where


class Row(NamedTuple):
    """An indicator: its name, its target and its weight as printed, and where the target stands."""

    name: str
    target: str
    weight: str
    where: Where


class Packed(NamedTuple):
    """What was packed, the words of the places left out."""

    places: tuple[Where, ...]
    rows: tuple[Row, ...]


def pack(content: Packed) -> str:
    tables: dict[str | None, int] = {}

    def short(where: Where) -> list[int | None]:
        """The table by its number, and nothing at the end that is not known."""
        parts = [tables.setdefault(where.table, len(tables)), *where[2:]]
        while parts and parts[-1] is None:
            parts.pop()
        return parts

    places = [short(where) for where in content.places]
    rows = [[*row[:3], short(row.where)] for row in content.rows]
    return dumps([list(tables), places, rows], ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Packed:
    tables, places, rows = loads(text)

    def long(parts: list[Any]) -> Where:
        return Where((), tables[parts[0]], *parts[1:])

    return Packed(
        tuple(map(long, places)),
        tuple(Row(name, target, weight, long(at)) for name, target, weight, at in rows),
    )
