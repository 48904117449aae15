"""Rows of subtotals (小计) in the indicator table: neither an indicator nor the total.

What they print is compared with the rows above them, where it is clear which those are.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sheetlint.recognise.columns import Columns
from sheetlint.recognise.indicator_row import IndicatorRow
from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import locate
from sheetlint.recognise.values import figure_value, is_figure
from sheetlint.sheet.numbers.parse import parse_number
from sheetlint.sheet.sheet import LevelPoints
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import Value

_POINTS = ("weight", "score")
_RESULTS = {"target", "actual"}
"""Columns in which an indicator has something and a subtotal nothing."""
_NAMES = {"weight": "分值", "score": "得分"}


class SubtotalLine(NamedTuple):
    """A line 小计 and the rows between the one before it and itself."""

    line: Line
    label: Cell
    rows: range


def subtotal_label(line: Line, columns: Columns, lexicon: Lexicon) -> Cell | None:
    """The label of a line of subtotals; None for another line."""
    left = min((columns.first_column(r) for r in _POINTS if r in columns.roles), default=0)
    for cell in line.cells:
        if cell.column < left and lexicon.is_subtotal(cell.text):
            others = [c for c in line.cells if c.column > cell.column]
            results = {columns.role_by_column.get(c.column) for c in others} & _RESULTS
            return cell if all(map(is_figure, others)) and not results else None
    return None


def read_subtotals(
    found: Sequence[SubtotalLine], rows: Sequence[IndicatorRow], columns: Columns, lexicon: Lexicon
) -> list[LevelPoints]:
    """The figures of the subtotals with the rows that they are the sums of.

    Which rows those are is clear where one of the two printed sums is that of the rows, or where
    the line is the only one with rows of one level above it.
    """
    result: list[LevelPoints] = []
    for subtotal in found:
        members = _members(subtotal, rows, lexicon)
        values = {role: _value(subtotal, role, columns, rows, members) for role in _POINTS}
        printed = {role: value for role, value in values.items() if value.number is not None}
        right = {r for r, value in printed.items() if value.number == _sum(r, rows, members)}
        if len(right) == 1 and len(printed) == 2:
            result += [LevelPoints(value, members, role) for role, value in printed.items()]
    return result


def _members(
    subtotal: SubtotalLine, rows: Sequence[IndicatorRow], lexicon: Lexicon
) -> tuple[int, ...]:
    """The rows above the line, up to the subtotal before it, that have the first level of the last."""
    at = [index for index in subtotal.rows if index < len(rows)]
    if not at:
        return ()
    named = label_key(subtotal.label.text).removesuffix("小计")
    level = named if lexicon.is_first_level(named) else rows[at[-1]].levels[0]
    return tuple(index for index in at if rows[index].levels[0] == level)


def _sum(role: str, rows: Sequence[IndicatorRow], members: Sequence[int]) -> Decimal:
    numbers = (parse_number(rows[index].texts.get(role, "")) for index in members)
    return sum((number.value for number in numbers if number), Decimal(0))


def _value(
    subtotal: SubtotalLine,
    role: str,
    columns: Columns,
    rows: Sequence[IndicatorRow],
    members: Sequence[int],
) -> Value:
    line = subtotal.line
    cell = next(
        (c for c in line.cells if columns.role_by_column.get(c.column) == role and is_figure(c)),
        None,
    )
    level = rows[members[0]].levels[0] if members else ""
    column = cell.column if cell else columns.first_column(role)
    where = locate(line.row, column, ("绩效指标", level, "小计", _NAMES[role]))
    path = f"level_points.{level}.小计.{role}"
    return figure_value(path, cell.text if cell else "", where)
