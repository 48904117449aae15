"""The first and second level of each row: from its own cells, merged cells, or the rows above."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.recognise.columns import Columns
from sheetlint.recognise.indicator_row import IndicatorRow, spans_column
from sheetlint.recognise.label_roles import LabelRoles
from sheetlint.recognise.lexicon import Lexicon, fold_label, label_key
from sheetlint.recognise.lines import Line, MergedCell
from sheetlint.recognise.reading_log import ReadingLog, cell_value
from sheetlint.recognise.values import clean_name
from sheetlint.sheet.numbers.parse import compact, parse_number
from sheetlint.sheet.tables import Cell


class LevelReader:
    """Reads the level labels and carries them down from row to row."""

    def __init__(self, lexicon: Lexicon, log: ReadingLog) -> None:
        self.lexicon = lexicon
        self.log = log
        self._first: tuple[str, MergedCell] | None = None
        self._second: tuple[str, MergedCell] | None = None
        self._last: Cell | None = None
        """The cell that was read last: a merged cell comes again with every row that it spans."""
        self._joined_labels: list[tuple[MergedCell, str]] = []
        """Labels that a page break cut in two, with their full texts."""
        self._points_only: dict[int, MergedCell] = {}
        """Labels of which only the points are left (``（50分）``), by the index of the row below."""

    def read_header_row(self, header: Line, left: int) -> None:
        """Read a first-level label that a page break left in the header row, left of the columns."""
        for cell, name in zip(header.cells, header.keys, strict=True):
            if cell.column < left and self.lexicon.is_first_level(name):
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
        """Set the levels of the row, the ``index``-th of the table."""
        cell1 = _level_cell("level1", row, line, columns)
        cell2 = _level_cell("level2", row, line, columns)
        if cell1 is not None and cell2 is not None and cell1.cell == cell2.cell:
            # One cell over both columns is a first level without a second one.
            cell2 = None
        if cell1 is not None and cell1.cell is not self._last:
            self._last = cell1.cell
            text = level_name(row.texts.get("level1", cell1.cell.text))
            whole = self._joined_label(self._first, text, self.lexicon.first_levels)
            if self._is_points_only(text):
                self._points_only.setdefault(index, cell1)
            elif whole and self._first:
                self._first = self._join(self._first, whole, cell1)
            elif self._first is None or self._first[0] != text:
                self._first, self._second = (text, cell1), None
        if cell2 is not None:
            text = clean_name(row.texts.get("level2", cell2.cell.text))
            whole = self._joined_label(self._second, text, self.lexicon.second_levels)
            if whole and self._second:
                self._second = self._join(self._second, whole, cell2)
            else:
                self._second = text, cell2
        row.levels = (
            self._first[0] if self._first else "",
            self._second[0] if self._second else "",
        )
        row.level_cells = (
            self._first[1] if self._first else None,
            self._second[1] if self._second else None,
        )

    def _joined_label(
        self, before: tuple[str, MergedCell] | None, text: str, known: LabelRoles
    ) -> str:
        """The label whose second half is ``text`` (``可持续影`` + ``响指标``); empty where there is none."""
        if before is None or known.role(label_key(text)):
            return ""
        whole = before[0] + text
        return whole if label_key(whole) in known.listed else ""

    def _join(
        self, before: tuple[str, MergedCell], whole: str, rest: MergedCell
    ) -> tuple[str, MergedCell]:
        self._joined_labels.append((before[1], whole))
        self.log.add_repair(
            Text(f"“{whole}”被分页断成两行，已接上", f"{whole!r} was broken over a page; joined"),
            cell_value(rest.row, rest.cell, ("绩效指标", whole)),
        )
        return whole, before[1]

    def _is_points_only(self, text: str) -> bool:
        return self.lexicon.level_points.fullmatch(text) is not None

    def finish(self, rows: Sequence[IndicatorRow]) -> bool:
        """Resolve labels of which only ``（50分）`` is left; False where one stays in doubt.

        Such a cell is the lower half of the label before it where the weights of the rows from that
        label on add up to the points.  Otherwise the rows below have no first level.
        """
        for merged, whole in self._joined_labels:
            for row in rows:
                first, second = row.levels
                places = row.level_cells
                row.levels = (
                    whole if places[0] is merged else first,
                    whole if places[1] is merged else second,
                )
        sure = True
        for index, merged in self._points_only.items():
            start, end = _label_range(rows, index, self._points_only)
            points = self.lexicon.level_points.fullmatch(level_name(merged.cell.text))
            wanted = Decimal(points[1] or points[2]) if points else Decimal(0)
            if rows[index].levels[0] and _weight_sum(rows[start:end]) == wanted:
                continue
            sure = False
            shown = clean_name(merged.cell.text)
            self.log.add_doubt(
                Text(
                    f"一级指标的名称没有了，只剩“{shown}”，归哪一级无法判断",
                    f"the name of a first level is lost, only {shown!r} is left of it",
                ),
                cell_value(merged.row, merged.cell, ("绩效指标",)),
            )
            for row in rows[index:end]:
                row.levels = "", row.levels[1]
                row.level_cells = None, row.level_cells[1]
        return sure


def _level_cell(role: str, row: IndicatorRow, line: Line, columns: Columns) -> MergedCell | None:
    """The cell of a level: in the row itself, or one from above that spans it."""
    if role not in columns.roles:
        # A form of one level: the cell that spans the rows at the left is the label of the block.
        return None
    if role in row.texts:
        return MergedCell(line.row, row.cells[role])
    column = columns.first_column(role) + row.shift
    return next((m for m in line.merged_above if spans_column(m.cell, column)), None)


def _label_range(
    rows: Sequence[IndicatorRow], index: int, points_only: dict[int, MergedCell]
) -> tuple[int, int]:
    """Indices of the rows from the label that row ``index`` has to the next label (exclusive)."""
    place = rows[index].level_cells[0]
    start = next(i for i, row in enumerate(rows) if row.level_cells[0] == place)
    for end in range(index + 1, len(rows)):
        if end in points_only or rows[end].level_cells[0] != place:
            return start, end
    return start, len(rows)


def _weight_sum(rows: Sequence[IndicatorRow]) -> Decimal:
    found = (parse_number(row.texts.get("weight", "")) for row in rows)
    return sum((number.value for number in found if number), Decimal(0))


def level_name(text: str) -> str:
    """A first-level name without points or blanks: ``产出指标（50分）`` → ``产出指标``."""
    return fold_label(compact(text))
