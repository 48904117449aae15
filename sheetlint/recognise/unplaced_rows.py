"""The levels of indicator rows that a page break separated from their labels.

Such a row belongs to the levels before the break or to those after it.  Where exactly one choice makes
the weights of the first levels add up to a set that the place prescribes (50/30/10), it is applied and
reported as a repair; otherwise the levels stay in doubt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import indicator_label
from sheetlint.sheet.sheet import Indicator, ReadingNote, Sheet, UnplacedRow

_MOST_ROWS = 6
"""Choices are tried for so many rows of a sheet: two for each."""


def place_rows(sheet: Sheet, first_level_sets: Sequence[Mapping[str, Any]]) -> Sheet:
    """The sheet with its unplaced rows under their levels, or with a doubt for each of them."""
    if not sheet.unplaced_rows:
        return sheet
    fitting_choices: list[tuple[bool, ...]] = []
    if len(sheet.unplaced_rows) <= _MOST_ROWS:
        for choice in product((False, True), repeat=len(sheet.unplaced_rows)):
            if matches_a_set(_apply_choice(sheet, choice).indicators, first_level_sets):
                fitting_choices.append(choice)
    if len(fitting_choices) != 1:
        doubts = tuple(_doubt_note(sheet, unplaced) for unplaced in sheet.unplaced_rows)
        return sheet._replace(doubts=sheet.doubts + doubts, levels_sure=False)
    placed = _apply_choice(sheet, fitting_choices[0])
    repairs = tuple(_repair_note(placed, unplaced) for unplaced in sheet.unplaced_rows)
    return placed._replace(repairs=sheet.repairs + repairs)


def weight_by_level(rows: Sequence[Indicator]) -> dict[str, Decimal]:
    """Sum of the weights of each first level, in points."""
    result: dict[str, Decimal] = {}
    for row in rows:
        if row.weight.number is not None:
            name = row.level1.text
            result[name] = result.get(name, Decimal(0)) + row.weight.number
    return result


def matches_a_set(rows: Sequence[Indicator], first_level_sets: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the weights by first level equal one of the sets without its entry for the budget row."""
    sums = weight_by_level(rows)
    return any(_equal(sums, wanted) for wanted in first_level_sets)


def _equal(sums: Mapping[str, Decimal], wanted: Mapping[str, Any]) -> bool:
    remaining = {name: Decimal(value) for name, value in wanted.items()}
    for name, weight in sums.items():
        if remaining.pop(name, None) != weight:
            return False
    # The remaining entry is the weight of the budget row, which is no indicator.
    return len(remaining) == 1


def _apply_choice(sheet: Sheet, choice: Sequence[bool]) -> Sheet:
    rows = list(sheet.indicators)
    for unplaced, after in zip(sheet.unplaced_rows, choice, strict=True):
        level1, level2 = unplaced.after if after else unplaced.before
        rows[unplaced.row] = _with_levels(
            rows[unplaced.row], unplaced.row, level1.text, level2.text
        )
    return sheet._replace(indicators=tuple(rows))


def _with_levels(row: Indicator, index: int, level1: str, level2: str) -> Indicator:
    values: dict[str, Any] = {}
    for name in row._fields[:8]:
        value = getattr(row, name)
        label = indicator_label(level1, level2, row.level3.text, name)
        values[name] = value._replace(where=value.where._replace(label=label))
    for name, text in (("level1", level1), ("level2", level2)):
        values[name] = values[name]._replace(raw=text, text=text, state="present")
    return row._replace(**values)


def _repair_note(sheet: Sheet, unplaced: UnplacedRow) -> ReadingNote:
    row = sheet.indicators[unplaced.row]
    return ReadingNote(
        Text(
            f"“{row.level3.text}”跨页，看不出归哪一级；按分值归入“{row.level1.text}”"
            "才与规定的权重相符，已归入",
            f"{row.level3.text!r} straddles a page break; its weight fits only under "
            f"{row.level1.text}, where it was placed",
        ),
        row.level3,
    )


def _doubt_note(sheet: Sheet, unplaced: UnplacedRow) -> ReadingNote:
    row = sheet.indicators[unplaced.row]
    before, after = unplaced.before[0].text, unplaced.after[0].text
    return ReadingNote(
        Text(
            f"“{row.level3.text}”跨页，归“{before}”还是“{after}”无法判断",
            f"{row.level3.text!r} straddles a page break: {before} or {after} cannot be told",
        ),
        row.level3,
    )
