"""Deciding the levels of rows that a page break cut off from their labels.

Such a row belongs to the block before the break or to the one after it, and the table alone does
not say which.  Its weight often does: with it on one side the first levels add up to a set that
the place prescribes (50/30/10), on the other they do not.  If exactly one way fits it is taken and
said; otherwise nothing is guessed and the doubt is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import indicator_label
from sheetlint.sheet.sheet import Indicator, ReadingNote, Sheet, UnplacedRow

_MOST = 6


def place_rows(sheet: Sheet, first_level_sets: Sequence[Mapping[str, Any]]) -> Sheet:
    """The sheet with its loose rows placed, or with a doubt for each that cannot be."""
    if not sheet.unplaced_rows:
        return sheet
    fitting: list[tuple[bool, ...]] = []
    if len(sheet.unplaced_rows) <= _MOST:
        for choice in product((False, True), repeat=len(sheet.unplaced_rows)):
            if matches_a_set(_placed(sheet, choice).indicators, first_level_sets):
                fitting.append(choice)
    if len(fitting) != 1:
        doubts = tuple(_doubt(sheet, loose) for loose in sheet.unplaced_rows)
        return sheet._replace(doubts=sheet.doubts + doubts, levels_sure=False)
    settled = _placed(sheet, fitting[0])
    repairs = tuple(_said(settled, loose) for loose in sheet.unplaced_rows)
    return settled._replace(repairs=sheet.repairs + repairs)


def weight_by_level(rows: Sequence[Indicator]) -> dict[str, Decimal]:
    """Weights by first level, in points."""
    result: dict[str, Decimal] = {}
    for row in rows:
        if row.weight.number is not None:
            name = row.level1.text
            result[name] = result.get(name, Decimal(0)) + row.weight.number
    return result


def matches_a_set(rows: Sequence[Indicator], first_level_sets: Sequence[Mapping[str, Any]]) -> bool:
    """The sums equal one of the sets; the set's entry for the budget is not among the rows."""
    have = weight_by_level(rows)
    return any(_equal(have, wanted) for wanted in first_level_sets)


def _equal(have: Mapping[str, Decimal], wanted: Mapping[str, Any]) -> bool:
    left = {name: Decimal(value) for name, value in wanted.items()}
    for name, weight in have.items():
        if left.pop(name, None) != weight:
            return False
    # What is left of a set that fits is the share of the budget row, which is no indicator.
    return len(left) == 1


def _placed(sheet: Sheet, choice: Sequence[bool]) -> Sheet:
    rows = list(sheet.indicators)
    for loose, after in zip(sheet.unplaced_rows, choice, strict=True):
        level1, level2 = loose.after if after else loose.before
        rows[loose.row] = _relabelled(rows[loose.row], loose.row, level1.text, level2.text)
    return sheet._replace(indicators=tuple(rows))


def _relabelled(row: Indicator, index: int, level1: str, level2: str) -> Indicator:
    values: dict[str, Any] = {}
    for name in row._fields[:8]:
        value = getattr(row, name)
        label = indicator_label(level1, level2, row.level3.text, name)
        values[name] = value._replace(where=value.where._replace(label=label))
    for name, text in (("level1", level1), ("level2", level2)):
        values[name] = values[name]._replace(raw=text, text=text, state="present")
    return row._replace(**values)


def _said(sheet: Sheet, loose: UnplacedRow) -> ReadingNote:
    row = sheet.indicators[loose.row]
    return ReadingNote(
        Text(
            f"“{row.level3.text}”跨页，看不出归哪一级；按分值归入“{row.level1.text}”"
            "才与规定的权重相符，已归入",
            f"{row.level3.text!r} straddles a page break; its weight fits only under "
            f"{row.level1.text}, where it was placed",
        ),
        row.level3,
    )


def _doubt(sheet: Sheet, loose: UnplacedRow) -> ReadingNote:
    row = sheet.indicators[loose.row]
    before, after = loose.before[0].text, loose.after[0].text
    return ReadingNote(
        Text(
            f"“{row.level3.text}”跨页，归“{before}”还是“{after}”无法判断",
            f"{row.level3.text!r} straddles a page break: {before} or {after} cannot be told",
        ),
        row.level3,
    )
