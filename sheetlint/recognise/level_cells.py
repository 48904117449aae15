"""The first and second level of each row: its own cell, one merged down over it, or those above."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.recognise.columns import Columns
from sheetlint.recognise.indicator_row import IndicatorRow, spans_column
from sheetlint.recognise.lexicon import Lexicon, fold_label, label_key
from sheetlint.recognise.lines import Line, MergedCell
from sheetlint.recognise.reading_log import ReadingLog, cell_value
from sheetlint.recognise.values import clean_name
from sheetlint.sheet.numbers.parse import compact, parse_number
from sheetlint.sheet.tables import Cell


class LevelReader:
    """Carries the labels down from row to row."""

    def __init__(self, lexicon: Lexicon, account: ReadingLog) -> None:
        self.lexicon = lexicon
        self.log = account
        self._first: tuple[str, MergedCell] | None = None
        self._second: tuple[str, MergedCell] | None = None
        self._last: Cell | None = None
        """The cell that was looked at last: merged down, it comes again with every row."""
        self._whole: list[tuple[MergedCell, str]] = []
        """Labels that were broken over a page, as they are with their second halves."""
        self._bare: dict[int, MergedCell] = {}
        """Labels of which only the points are left, by the row that follows."""

    def read_header_row(self, header: Line, left: int) -> None:
        """A page break can leave a first-level label where the block's own label was."""
        for cell, name in zip(header.cells, header.keys, strict=True):
            if cell.column < left and name in self.lexicon.first_levels:
                self._first = clean_name(name), MergedCell(header.row, cell)
                self.log.add_repair(
                    Text(
                        f"表头行里混入了一级指标“{name}”，已作为其下各行的一级指标",
                        f"the header row holds the first-level label {name}; "
                        "taken for the rows below it",
                    ),
                    cell_value(header.row, cell, ("绩效指标", name)),
                )

    def read_row(self, row: IndicatorRow, line: Line, columns: Columns, index: int) -> None:
        """Give the row its levels.  ``index`` is the row's place among the indicators."""
        found1 = _found("level1", row, line, columns)
        found2 = _found("level2", row, line, columns)
        if found1 is not None and found2 is not None and found1.cell == found2.cell:
            # One cell merged over both columns is a first level without a second one.
            found2 = None
        if found1 is not None and found1.cell is not self._last:
            self._last = found1.cell
            text = _level(row.texts.get("level1", found1.cell.text))
            whole = self._continued(self._first, text, self.lexicon.first_levels)
            if self._points_alone(text):
                self._bare.setdefault(index, found1)
            elif whole and self._first:
                self._first = self._joined(self._first, whole, found1)
            elif self._first is None or self._first[0] != text:
                self._first, self._second = (text, found1), None
        if found2 is not None:
            text = clean_name(row.texts.get("level2", found2.cell.text))
            whole = self._continued(self._second, text, self.lexicon.second_levels)
            if whole and self._second:
                self._second = self._joined(self._second, whole, found2)
            else:
                self._second = text, found2
        row.levels = (
            self._first[0] if self._first else "",
            self._second[0] if self._second else "",
        )
        row.level_cells = (
            self._first[1] if self._first else None,
            self._second[1] if self._second else None,
        )

    def _continued(
        self, before: tuple[str, MergedCell] | None, text: str, known: frozenset[str]
    ) -> str:
        """``可持续影`` and, on the next page, ``响指标``: the whole label, if it is one."""
        if before is None or label_key(text) in known:
            return ""
        whole = before[0] + text
        return whole if label_key(whole) in known else ""

    def _joined(
        self, before: tuple[str, MergedCell], whole: str, rest: MergedCell
    ) -> tuple[str, MergedCell]:
        self._whole.append((before[1], whole))
        self.log.add_repair(
            Text(f"“{whole}”被分页断成两行，已接上", f"{whole!r} was broken over a page; joined"),
            cell_value(rest.row, rest.cell, ("绩效指标", whole)),
        )
        return whole, before[1]

    def _points_alone(self, text: str) -> bool:
        return self.lexicon.level_points.fullmatch(text) is not None

    def finish(self, rows: Sequence[IndicatorRow]) -> bool:
        """Settle the labels of which only ``（50分）`` is left; False where one stays open.

        They are the lower half of the label before them if the rows from that label on make up
        the points.  Otherwise the name is lost, and the rows below have no first level.
        """
        for over, whole in self._whole:
            for row in rows:
                first, second = row.levels
                places = row.level_cells
                row.levels = (
                    whole if places[0] is over else first,
                    whole if places[1] is over else second,
                )
        sure = True
        for index, over in self._bare.items():
            start, end = _run(rows, index, self._bare)
            points = self.lexicon.level_points.fullmatch(_level(over.cell.text))
            wanted = Decimal(points[1] or points[2]) if points else Decimal(0)
            if rows[index].levels[0] and _weights(rows[start:end]) == wanted:
                continue
            sure = False
            shown = clean_name(over.cell.text)
            self.log.add_doubt(
                Text(
                    f"一级指标的名称没有了，只剩“{shown}”，归哪一级无法判断",
                    f"the name of a first level is lost, only {shown!r} is left of it",
                ),
                cell_value(over.row, over.cell, ("绩效指标",)),
            )
            for row in rows[index:end]:
                row.levels = "", row.levels[1]
                row.level_cells = None, row.level_cells[1]
        return sure


def _found(role: str, row: IndicatorRow, line: Line, columns: Columns) -> MergedCell | None:
    """The row's own cell for a level, or the one merged down over it there."""
    if role not in columns.roles:
        # A form of one level: what is merged down at its left is the block's own label.
        return None
    if role in row.texts:
        return MergedCell(line.row, row.cells[role])
    column = columns.first_column(role) + row.shift
    return next((over for over in line.merged_above if spans_column(over.cell, column)), None)


def _run(rows: Sequence[IndicatorRow], index: int, bare: dict[int, MergedCell]) -> tuple[int, int]:
    """From the label that is carried into row ``index`` to the next label."""
    place = rows[index].level_cells[0]
    start = next(i for i, row in enumerate(rows) if row.level_cells[0] == place)
    for end in range(index + 1, len(rows)):
        if end in bare or rows[end].level_cells[0] != place:
            return start, end
    return start, len(rows)


def _weights(rows: Sequence[IndicatorRow]) -> Decimal:
    found = (parse_number(row.texts.get("weight", "")) for row in rows)
    return sum((number.value for number in found if number), Decimal(0))


def _level(text: str) -> str:
    """A first-level name without points or blanks: ``产出指标（50分）`` → ``产出指标``."""
    return fold_label(compact(text))
