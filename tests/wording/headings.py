"""Where the headings of a drawn sheet stand, found from the places of its fields alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sheetlint.sheet.numbers.parse import compact
from tests.writing.boxes import Box, Drawing

Place = tuple[int, int]
_FUND = re.compile(r"funds\.(\w+)\.(\w+)")
_ROW = re.compile(r"indicators\.(\d+)\.(\w+)")
_ROWS_READ = ("total", "fiscal", "carryover", "other")
_COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "note")
_POINTS = r"[（(]?\s*\d+(?:\.\d+)?\s*分?\s*[)）]"
_ADDITION = (
    r"[（(](?:亿元|万元|千元|元|%|分|\d+分[^（()）]*|[AB](?:[/-][^（()）]*)?|全年[^（()）]*)[)）]"
)
_TAIL = re.compile(rf"(?:\s*(?:{_POINTS}|{_ADDITION}))+\s*$")
_LEAD = re.compile(r"^\s*(?:其中[:：])?")


class Heading(NamedTuple):
    """A heading of the form: what it names, and the boxes that print it."""

    role: str
    places: tuple[Place, ...]


class Finder:
    """The boxes of a drawing by the cells that they cover."""

    def __init__(self, drawing: Drawing, document: Mapping[str, Any]) -> None:
        self.fields = drawing.fields
        self.document = document
        self._named = set(drawing.fields.values())
        self._covering = {
            (row, column): box
            for box in drawing.boxes
            for row in range(box.row, box.row + box.rows)
            for column in range(box.column, box.column + box.columns)
        }
        self.first_rows = sorted(self._first_rows())

    def headings(self) -> Iterator[Heading]:
        yield from self._head()
        yield from self._funds()
        yield from self._goals()
        yield from self._table()
        yield from self._levels()
        yield from self._below()

    def box(self, row: int, column: int) -> Box | None:
        return self._covering.get((row, column))

    def _one(self, role: str, row: int, column: int, blank: bool = False) -> Iterator[Heading]:
        """The heading at a cell, where the form prints one there."""
        box = self.box(row, column)
        if box is None or not (box.text.strip() or blank):
            return
        place = box.row, box.column
        if place not in self._named or self.fields.get("money_unit") == place:
            yield Heading(role, (place,))

    def _head(self) -> Iterator[Heading]:
        unit = "unit" if self.document["project"] else "whole_unit"
        for field, role in (("project", "project"), ("department", "department"), ("unit", unit)):
            if field in self.fields and self.document[field]:
                row, column = self.fields[field]
                yield from self._one(f"head.{role}", row, column - 1)
        row, column = self.fields.get("total.score", (0, 0))
        if column and row < self.first_rows[0]:
            yield from self._one("head.score", row, column - 1)

    def _funds(self) -> Iterator[Heading]:
        seen = set()
        for field, (row, column) in self.fields.items():
            match = _FUND.fullmatch(field)
            if match is None:
                continue
            key, role = match.groups()
            if key == "total":
                yield from self._one(f"funds.{role}", row - 1, column, blank=role == "note")
            if key not in seen:
                seen.add(key)
                yield from self._fund_row(key, row)

    def _fund_row(self, key: str, row: int) -> Iterator[Heading]:
        source = self.document["funds"][0 if key == "total" else int(key)]["source"]
        block = self.box(row, 0)
        if source in _ROWS_READ and block is not None:
            yield from self._one(f"rows.{source}", row, block.columns)
        if key == "total":
            yield from self._one("funds.block", row, 0)

    def _goals(self) -> Iterator[Heading]:
        for field in ("planned", "actual"):
            if field in self.fields:
                row, column = self.fields[field]
                yield from self._one(f"goals.{field}", row - 1, column)
                if field == "planned":
                    yield from self._one("goals.block", row, column - 1)

    def _first_rows(self) -> Iterator[int]:
        """The first row of each indicator table of the form."""
        rows = set(self._rows().values())
        yield from (row for row in rows if row - 1 not in rows)

    def _rows(self) -> dict[int, int]:
        """The row of each indicator, by its number."""
        found = ((_ROW.fullmatch(field), place[0]) for field, place in self.fields.items())
        return {int(m[1]): row for m, row in found if m and m[2] == "level3"}

    def _table(self) -> Iterator[Heading]:
        numbers = {row: number for number, row in self._rows().items()}
        for first in self.first_rows:
            for role in _COLUMNS:
                place = self.fields.get(f"indicators.{numbers[first]}.{role}")
                if place is not None:
                    yield from self._one(f"table.{role}", first - 1, place[1])
            block = self.box(first, 0)
            if block is not None and block.row == first - 1:
                yield from self._one("table.block", first, 0)

    def _levels(self) -> Iterator[Heading]:
        for level in ("level1", "level2"):
            columns = {p[1] for f, p in self.fields.items() if f.endswith(f".{level}")}
            places: dict[str, set[Place]] = {}
            for number, row in self._rows().items():
                label = self.document["indicators"][number][level]
                box = self.box(row, min(columns)) if columns else None
                if label and box is not None and box.text:
                    places.setdefault(label, set()).add((box.row, box.column))
            for label, found in places.items():
                yield Heading(f"{level}.{label}", tuple(sorted(found)))

    def _below(self) -> Iterator[Heading]:
        row, _ = self.fields.get("total.score", (0, 0))
        if row > self.first_rows[0]:
            yield from self._one("total.row", row, 0)
        for place, box in self._covering.items():
            label = compact(box.text)
            if place[1] == 0 and place == (box.row, 0) and label in self.document["remarks"]:
                yield Heading(f"remarks.{label}", (place,))


def reworded(text: str, wording: str) -> str:
    """The heading in other words; its 其中, its unit and its points stay."""
    lead, tail = _LEAD.match(text), _TAIL.search(text)
    return (lead[0] if lead else "") + wording + (tail[0] if tail else "")


def with_texts(drawing: Drawing, texts: Mapping[Place, str]) -> Drawing:
    """The drawing with other texts at these places."""
    boxes = tuple(
        box._replace(text=texts.get((box.row, box.column), box.text)) for box in drawing.boxes
    )
    return drawing._replace(boxes=boxes)


def reword(drawing: Drawing, wording_by_heading: Mapping[Heading, str]) -> Drawing:
    """The drawing with some of its headings in other words."""
    printed = {(box.row, box.column): box.text for box in drawing.boxes}
    return with_texts(
        drawing,
        {
            place: reworded(printed[place], wording)
            for heading, wording in wording_by_heading.items()
            for place in heading.places
        },
    )
