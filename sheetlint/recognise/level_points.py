"""The points printed in the label of a level: ``产出指标（50分）`` is the sum of the rows below it."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.recognise.indicator_row import IndicatorRow
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.reading_log import locate
from sheetlint.recognise.values import figure_value, printed_text
from sheetlint.sheet.numbers.parse import compact
from sheetlint.sheet.sheet import LevelPoints
from sheetlint.sheet.value import Value


def read_level_points(rows: Sequence[IndicatorRow], lexicon: Lexicon) -> tuple[LevelPoints, ...]:
    """The points of each level that prints them.  A level that prints two different figures is left out."""
    points_by_level: dict[tuple[str, ...], dict[str, Value]] = {}
    # A label that is carried down is the same object for every row.
    seen: set[int] = set()
    for row in rows:
        for depth, found in enumerate(row.level_cells, 1):
            if found is None or id(found) in seen:
                continue
            seen.add(id(found))
            text = found.cell.text
            match = lexicon.level_points.search(compact(text))
            if match:
                level = row.levels[:depth]
                points = match[1] or match[2]
                where = locate(found.row, found.cell.column, ("绩效指标", *level, "分值"))
                value = figure_value(f"level_points.{'.'.join(level)}", points, where)
                points_by_level.setdefault(level, {}).setdefault(
                    points, value._replace(raw=printed_text(text))
                )
    return tuple(
        LevelPoints(next(iter(values.values())), tuple(_rows_of_level(level, rows)))
        for level, values in points_by_level.items()
        if len(values) == 1
    )


def _rows_of_level(level: tuple[str, ...], rows: Sequence[IndicatorRow]) -> list[int]:
    """Indices of the rows of a level."""
    depth = len(level)
    return [
        index
        for index, row in enumerate(rows)
        if row.level_cells[depth - 1] is not None and row.levels[:depth] == level
    ]
