"""The points that a level's label prints: ``产出指标（50分）`` stands for the rows below it."""

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
    """A label that a new page repeats is one level; one that says two things says nothing."""
    said: dict[tuple[str, ...], dict[str, Value]] = {}
    # A label that is carried down is one and the same for every row.
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
                said.setdefault(level, {}).setdefault(
                    points, value._replace(raw=printed_text(text))
                )
    return tuple(
        LevelPoints(next(iter(values.values())), tuple(_below(level, rows)))
        for level, values in said.items()
        if len(values) == 1
    )


def _below(level: tuple[str, ...], rows: Sequence[IndicatorRow]) -> list[int]:
    """The rows that a label stands for."""
    depth = len(level)
    return [
        index
        for index, row in enumerate(rows)
        if row.level_cells[depth - 1] is not None and row.levels[:depth] == level
    ]
