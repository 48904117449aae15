"""From rulings to grids: which lines belong to one table, and which cells they make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.readers import unreadable
from sheetlint.readers.pdf.rulings import Ruling, Rulings

_NEAR = 2.5
"""Lines closer than this are one: doubled rules, edges of neighbouring cells."""
_DASH = 4.0
"""Gaps up to this are dashes of one line; no cell is as narrow."""
_TOUCH = 3.5
_COVERED = 0.6
"""So much of a cell's side must be ruled for a wall."""
_MOST_PAIRS = 4_000_000
_MOST_PLACES = 200_000


class RuledCell(NamedTuple):
    """A cell on the grid of its table."""

    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """A ruled table on one page."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[RuledCell, ...]
    owners: tuple[tuple[int, ...], ...]
    """Per row and column of the grid, the index of the cell that covers it."""
    closed_top: tuple[bool, ...]
    """Per column: a line is drawn at the upper edge."""
    closed_bottom: tuple[bool, ...]
    loose: bool
    """A line ends inside of the table where no other meets it: some are missing."""
    ruled: bool = True
    """It is drawn with lines, and not with backgrounds alone."""

    def place(self, x: float, y: float) -> int | None:
        """The cell at a point, or None outside of the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1:
            return self.owners[row][column]
        return None


def find_grids(rulings: Rulings) -> list[Grid]:
    """The tables of a page, from the smallest to the largest; a frame around text is none."""
    grids = _grids(rulings.rows, rulings.columns)
    if not grids and rulings.fills:
        # No table is drawn with lines: backgrounds show where its cells are.
        grids = [grid._replace(ruled=False) for grid in _grids(*_edges(rulings.fills))]
    return sorted(grids, key=lambda g: (g.xs[-1] - g.xs[0]) * (g.ys[-1] - g.ys[0]))


def _edges(
    fills: Sequence[tuple[float, float, float, float]],
) -> tuple[list[Ruling], list[Ruling]]:
    rows: list[Ruling] = []
    columns: list[Ruling] = []
    for left, top, right, bottom in fills:
        rows += [(top, left, right), (bottom, left, right)]
        columns += [(left, top, bottom), (right, top, bottom)]
    return rows, columns


def _grids(drawn_rows: Sequence[Ruling], drawn_columns: Sequence[Ruling]) -> list[Grid]:
    rows, columns = _merge_lines(drawn_rows), _merge_lines(drawn_columns)
    if len(rows) * len(columns) > _MOST_PAIRS:
        raise unreadable.too_big()
    grids = []
    for own_rows, own_columns in _connect_lines(rows, columns):
        grid = _grid(own_rows, own_columns)
        if grid is not None:
            grids.append(grid)
    return grids


def _merge_lines(lines: Sequence[Ruling]) -> list[Ruling]:
    """Doubled and dashed lines made one, pieces that touch put together."""
    merged: list[Ruling] = []
    lines = sorted(lines)
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[end][0] - lines[start][0] <= _NEAR:
            end += 1
        group = lines[start:end]
        at = sum(line[0] for line in group) / len(group)
        merged += [(at, first, last) for first, last in _spans(group)]
        start = end
    return merged


def _spans(lines: Sequence[Ruling]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for first, last in sorted((line[1], line[2]) for line in lines):
        if spans and first - spans[-1][1] <= _DASH:
            if last > spans[-1][1]:
                spans[-1] = spans[-1][0], last
        else:
            spans.append((first, last))
    return [span for span in spans if span[1] - span[0] > _DASH]


def _connect_lines(
    rows: Sequence[Ruling], columns: Sequence[Ruling]
) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines that cross or touch, directly or over others."""
    parent = list(range(len(rows) + len(columns)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, (y, left, right) in enumerate(rows):
        for j, (x, top, bottom) in enumerate(columns, len(rows)):
            if left - _TOUCH <= x <= right + _TOUCH and top - _TOUCH <= y <= bottom + _TOUCH:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, line in enumerate([*rows, *columns]):
        groups.setdefault(root(i), ([], []))[i >= len(rows)].append(line)
    tables = [group for group in groups.values() if group[0] and group[1]]
    for lone in (group[1] for group in groups.values() if not group[0]):
        _attach(lone, tables)
    return tables


def _attach(lone: list[Ruling], tables: Sequence[tuple[list[Ruling], list[Ruling]]]) -> None:
    """A merged cell that fills the whole page has no line across that would touch its side."""
    for rows, columns in tables:
        top = min(*(row[0] for row in rows), *(line[1] for line in columns))
        bottom = max(*(row[0] for row in rows), *(line[2] for line in columns))
        for line in lone:
            shared = min(bottom, line[2]) - max(top, line[1])
            if shared > 0.9 * max(bottom - top, line[2] - line[1]):
                columns.append(line)


def _grid(rows: list[Ruling], columns: list[Ruling]) -> Grid | None:
    """The cells between lines of one table; an edge that is not drawn is where the lines end."""
    xs = _positions(columns, [line[1] for line in rows], [line[2] for line in rows])
    ys = _positions(rows, [line[1] for line in columns], [line[2] for line in columns])
    width, height = len(xs) - 1, len(ys) - 1
    if width < 1 or height < 1 or width * height < 2:
        return None
    if width * height > _MOST_PLACES:
        raise unreadable.too_big()
    across = _walls(rows, ys, xs)
    down = list(zip(*_walls(columns, xs, ys), strict=True))
    owners = [[-1] * width for _ in range(height)]
    boxes: list[RuledCell] = []
    for row in range(height):
        for column in range(width):
            if owners[row][column] >= 0:
                continue
            box = _box(row, column, owners, across, down)
            for line in owners[row : row + box.rows]:
                line[column : column + box.columns] = [len(boxes)] * box.columns
            boxes.append(box)
    if len(boxes) < 2:
        return None
    return Grid(
        tuple(xs),
        tuple(ys),
        tuple(boxes),
        tuple(map(tuple, owners)),
        tuple(across[0]),
        tuple(across[height]),
        _ends_loose(rows, columns, xs) or _ends_loose(columns, rows, ys),
    )


def _ends_loose(
    lines: Sequence[Ruling], crossing: Sequence[Ruling], edges: Sequence[float]
) -> bool:
    """A line ends between the outer edges, and none of those that cross it passes there."""
    return any(
        edges[0] + _TOUCH < end < edges[-1] - _TOUCH
        and not any(
            abs(across - end) <= _TOUCH and first - _TOUCH <= at <= last + _TOUCH
            for across, first, last in crossing
        )
        for at, *ends in lines
        for end in ends
    )


def _positions(lines: Sequence[Ruling], starts: list[float], ends: list[float]) -> list[float]:
    found: list[float] = []
    for at in sorted({line[0] for line in lines}):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    if min(starts) < found[0] - _TOUCH - 1:
        found.insert(0, min(starts))
    if max(ends) > found[-1] + _TOUCH + 1:
        found.append(max(ends))
    return found


def nearest_index(positions: Sequence[float], at: float) -> int:
    """The index of the position that is closest, in a list that ascends."""
    index = bisect_right(positions, at)
    if index and (index == len(positions) or at - positions[index - 1] <= positions[index] - at):
        return index - 1
    return index


def _walls(
    lines: Sequence[Ruling], positions: Sequence[float], steps: Sequence[float]
) -> list[list[bool]]:
    """Per position and step along it, whether a line is drawn there."""
    walls = [[False] * (len(steps) - 1) for _ in positions]
    for at, start, end in lines:
        index = nearest_index(positions, at)
        if abs(positions[index] - at) > _NEAR:
            continue
        wall = walls[index]
        first, beyond = bisect_left(steps, start), bisect_right(steps, end) - 1
        if first < beyond:
            wall[first:beyond] = [True] * (beyond - first)
        for step in {first - 1, beyond}:
            # At its ends the line may cover a step in part.
            if 0 <= step < len(wall):
                covered = min(end, steps[step + 1]) - max(start, steps[step])
                if covered >= _COVERED * (steps[step + 1] - steps[step]):
                    wall[step] = True
    return walls


def _box(
    row: int,
    column: int,
    owners: Sequence[Sequence[int]],
    across: Sequence[Sequence[bool]],
    down: Sequence[Sequence[bool]],
) -> RuledCell:
    """The largest cell from its upper left corner: to the first wall, then down as far as free.

    ``across`` has the walls between rows and ``down``, row by row, those between columns.
    """
    height, width = len(owners), len(owners[0])
    right = column + 1
    while right < width and owners[row][right] < 0 and not down[row][right]:
        right += 1
    bottom = row + 1
    while (
        bottom < height
        and not any(across[bottom][column:right])
        and max(owners[bottom][column:right]) < 0
        and not any(down[bottom][column + 1 : right])
        and (right == width or down[bottom][right])
    ):
        bottom += 1
    return RuledCell(row, column, bottom - row, right - column)
