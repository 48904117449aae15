"""Whole sheets damaged the way that hands, copying and page breaks damage them, and worse."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from tests.writing.boxes import Box, Drawing

ODD_TEXTS = (
    "", " ", "—", "/", "无", "0", "-1", "9.", "%", "100%", "1e9", "１０", "十", "NaN", "0.00%", "=A1",
    "#DIV/0!", "9预算未执行完", "≥", "≥95%", "10（分）", "（50分）", "产出指标", "总分", "得分", "绩效指标",
    "年度资金总额", "其中：财政拨款", "项目名称", "项目支出绩效自评表", "（2022年度）", "2022年13月45日", "1/0",
    "9" * 40, "0." + "3" * 40, "\u3000", "a\tb", "甲\n乙", "<td>", '"', "\ufffd", "\U00020000", "|", "，、；",
)  # fmt: skip

MOST_COLUMNS = 20
"""So many find room in a row of every writer."""


class _Grid:
    """Texts in rows of one width, and the merged areas over them."""

    def __init__(self, drawing: Drawing) -> None:
        self.rows = [[""] * drawing.width for _ in range(drawing.height)]
        self.merged: list[tuple[int, int, int, int]] = []
        """First row, first column, rows, columns."""
        for box in drawing.boxes:
            self.rows[box.row][box.column] = box.text
            if box.rows * box.columns > 1:
                self.merged.append((box.row, box.column, box.rows, box.columns))

    def drawing(self, loose: int) -> Drawing:
        """A merged area that another one covers, or that reaches out of the grid, is none any more."""
        height, width = len(self.rows), len(self.rows[0])
        taken: set[tuple[int, int]] = set()
        boxes: list[Box] = []
        for row, column, rows, columns in self.merged:
            area = {(row + r, column + c) for r in range(rows) for c in range(columns)}
            if row + rows <= height and column + columns <= width and not area & taken:
                taken |= area
                boxes.append(Box(row, column, self.rows[row][column], columns, rows))
        boxes += [
            Box(row, column, text)
            for row, texts in enumerate(self.rows)
            for column, text in enumerate(texts)
            if (row, column) not in taken
        ]
        boxes.sort()
        broken = any(box.row < loose < box.row + box.rows for box in boxes)
        return Drawing(tuple(boxes), {}, height, width, 0 if broken or loose >= height else loose)


def damaged(drawing: Drawing, seeds: Sequence[int]) -> Drawing:
    """The drawing with one damage for each seed."""
    grid = _Grid(drawing)
    for seed in seeds:
        pick = random.Random(seed)
        pick.choice(_DAMAGES)(grid, pick)
    return grid.drawing(drawing.loose)


def damaged_document(document: Any, pick: random.Random) -> Any:
    """A normalised document in which one thing is missing, comes twice or is something else."""
    if isinstance(document, dict) and document and pick.random() < 0.95:
        key = pick.choice(list(document))
        if pick.random() < 0.05:
            return {name: value for name, value in document.items() if name != key}
        return {**document, key: damaged_document(document[key], pick)}
    if isinstance(document, list) and document and pick.random() < 0.9:
        at = pick.randrange(len(document))
        changed = damaged_document(document[at], pick)
        return [*document[:at], *pick.choice(([changed], [changed] * 2, [])), *document[at + 1 :]]
    return pick.choice((None, 5, -1.5, True, [], {}, [document], pick.choice(ODD_TEXTS)))


def _cell(grid: _Grid, pick: random.Random) -> tuple[int, int]:
    """A cell, mostly one with a text."""
    filled = [(r, c) for r, texts in enumerate(grid.rows) for c, text in enumerate(texts) if text]
    if filled and pick.random() < 0.9:
        return pick.choice(filled)
    return pick.randrange(len(grid.rows)), pick.randrange(len(grid.rows[0]))


def _glue(grid: _Grid, pick: random.Random) -> None:
    """The text of a cell runs on in its neighbour's, at the right or below."""
    row, column = _cell(grid, pick)
    texts = grid.rows[row]
    other = next((c for c in range(column + 1, len(texts)) if texts[c]), None)
    if other is not None and pick.random() < 0.8:
        texts[column], texts[other] = (
            texts[column] + pick.choice(("", " ", "\n")) + texts[other],
            "",
        )
    elif row + 1 < len(grid.rows):
        texts[column] += grid.rows[row + 1][column]
        grid.rows[row + 1][column] = ""


def _split(grid: _Grid, pick: random.Random) -> None:
    """The text is cut in two, the rest goes to the right or below."""
    row, column = _cell(grid, pick)
    text = grid.rows[row][column]
    at = pick.randint(0, len(text))
    if pick.random() < 0.5 and column + 1 < len(grid.rows[row]):
        grid.rows[row][column + 1] = text[at:] + grid.rows[row][column + 1]
    elif row + 1 < len(grid.rows):
        grid.rows[row + 1][column] = text[at:] + grid.rows[row + 1][column]
    grid.rows[row][column] = text[:at]


def _empty(grid: _Grid, pick: random.Random) -> None:
    row, column = _cell(grid, pick)
    grid.rows[row][column] = ""


def _odd(grid: _Grid, pick: random.Random) -> None:
    row, column = _cell(grid, pick)
    text, odd = grid.rows[row][column], pick.choice(ODD_TEXTS)
    grid.rows[row][column] = pick.choice((odd, odd, text + odd, odd + text))


def _copy(grid: _Grid, pick: random.Random) -> None:
    row, column = _cell(grid, pick)
    other, there = _cell(grid, pick)
    grid.rows[other][there] = grid.rows[row][column]


def _swap(grid: _Grid, pick: random.Random) -> None:
    (row, column), (other, there) = _cell(grid, pick), _cell(grid, pick)
    texts = grid.rows[row][column], grid.rows[other][there]
    grid.rows[other][there], grid.rows[row][column] = texts


def _shift(grid: _Grid, pick: random.Random) -> None:
    """The cells of a row stand a column off."""
    texts = pick.choice(grid.rows)
    texts[:] = [*texts[1:], texts[0]] if pick.random() < 0.5 else [texts[-1], *texts[:-1]]


def _drop_row(grid: _Grid, pick: random.Random) -> None:
    if len(grid.rows) > 1:
        del grid.rows[pick.randrange(len(grid.rows))]


def _repeat_row(grid: _Grid, pick: random.Random) -> None:
    """Once more, there or elsewhere."""
    row = pick.randrange(len(grid.rows))
    to = pick.choice((row, pick.randint(0, len(grid.rows))))
    grid.rows.insert(to, list(grid.rows[row]))


def _move_row(grid: _Grid, pick: random.Random) -> None:
    grid.rows.insert(pick.randrange(len(grid.rows)), grid.rows.pop(pick.randrange(len(grid.rows))))


def _empty_row(grid: _Grid, pick: random.Random) -> None:
    grid.rows.insert(pick.randint(0, len(grid.rows)), [""] * len(grid.rows[0]))


def _empty_column(grid: _Grid, pick: random.Random) -> None:
    """In part of the rows, as a column of scores that nobody filled in."""
    column = pick.randrange(len(grid.rows[0]))
    start = pick.randrange(len(grid.rows))
    for texts in grid.rows[start : start + pick.randint(2, 12)]:
        texts[column] = ""


def _drop_column(grid: _Grid, pick: random.Random) -> None:
    if len(grid.rows[0]) > 1:
        column = pick.randrange(len(grid.rows[0]))
        for texts in grid.rows:
            del texts[column]


def _repeat_column(grid: _Grid, pick: random.Random) -> None:
    if len(grid.rows[0]) >= MOST_COLUMNS:
        return
    column = pick.randrange(len(grid.rows[0]))
    for texts in grid.rows:
        texts.insert(column, texts[column])


def _merge(grid: _Grid, pick: random.Random) -> None:
    row, column = _cell(grid, pick)
    area = row, column, pick.choice((1, 1, 2, 3)), pick.choice((1, 2, 2, 3))
    grid.merged.insert(0, area)


def _unmerge(grid: _Grid, pick: random.Random) -> None:
    if grid.merged:
        grid.merged.remove(pick.choice(grid.merged))


def _cut_off(grid: _Grid, pick: random.Random) -> None:
    """The sheet ends early, or its head is missing."""
    if len(grid.rows) > 4:
        at = pick.randrange(1, len(grid.rows) - 1)
        grid.rows = grid.rows[:at] if pick.random() < 0.5 else grid.rows[at:]


_DAMAGES: tuple[Callable[[_Grid, random.Random], None], ...] = (
    _glue, _glue, _split, _empty, _empty, _odd, _odd, _copy, _swap, _shift, _drop_row, _repeat_row,
    _move_row, _empty_row, _empty_column, _drop_column, _repeat_column, _merge, _unmerge, _cut_off,
)  # fmt: skip
