"""A form drawn from the file's own table: as the unit knows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sheetlint.locale import html as words
from sheetlint.model import ABSENT, Sheet, Text, Value, Where, column_letters
from sheetlint.report.html.drawing import Drawn, DrawnCell, DrawnRow, DrawnTable
from sheetlint.report.html.numbered import Numbered
from sheetlint.report.html.widths import Content, is_long, widths
from sheetlint.results import Reported
from sheetlint.tables import Cell, Document, Row

_AT_LEAST_AS_LONG = 4
"""Characters from which on a text that stands in a private one is taken for a piece of it."""


class Place(NamedTuple):
    """A cell of the grid: row by index, column from 0."""

    row: int
    column: int


def rows_of(document: Document | None, sheet: Sheet) -> Sequence[Row]:
    """The rows that the sheet was read from; none where they are no table but lines of text."""
    if document is None or sheet.extent is None:
        return ()
    among = sheet.extent.rows
    rows = document.tables[sheet.extent.table].rows[among.start : among.stop]
    return rows if any(row.table is not None for row in rows) else ()


def draw(
    rows: Sequence[Row],
    sheet: Sheet,
    findings: Sequence[Numbered],
    secrets: Sequence[Reported],
    lettered: bool,
) -> Drawn | None:
    """``secrets`` are the findings of personal data, shown or not: their cells are not.

    None where it is not known which cell holds them.
    """
    finder = _Finder(rows)
    marks: dict[Place, list[Numbered]] = {}
    for item in findings:
        place = finder.find(item.found.where)
        if place is not None:
            marks.setdefault(place, []).append(item)
    hidden: dict[Place, str] = {}
    for found in secrets:
        place = finder.find(found.where)
        if place is None:
            return None
        hidden[place] = found.printed or ""
    private = _Private(hidden, _texts(sheet, secrets))
    title = finder.find(sheet.title.where)
    paper = _Paper(finder, marks, finder.filled(sheet), title, private, lettered)
    return Drawn(tuple(paper.table(block) for block in finder.blocks))


class _Private(NamedTuple):
    """What is not to be shown."""

    cells: dict[Place, str]
    """With what is printed in their place."""
    texts: tuple[str, ...]
    """No cell may show a piece of one: a page break may have torn it in two."""

    def instead(self, place: Place, text: str) -> Text | None:
        """What stands there for everybody's eyes; None where nothing is secret."""
        if place in self.cells:
            return words.PRIVATE.fill(printed=self.cells[place])
        piece = _squeezed(text)
        torn = len(piece) >= _AT_LEAST_AS_LONG and any(piece in whole for whole in self.texts)
        return words.PRIVATE.fill(printed="…") if torn else None


def _texts(sheet: Sheet, secrets: Sequence[Reported]) -> tuple[str, ...]:
    paths = {found.path for found in secrets}
    return tuple(_squeezed(value.raw) for value in sheet.values() if value.path in paths)


def _squeezed(text: str) -> str:
    return "".join(text.split())


class _Finder:
    """Which cell covers a place of the file."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.blocks = list(_blocks(rows))
        self._numbers = {(row.table, row.number): i for i, row in reversed([*enumerate(rows)])}
        self.covering: dict[Place, Place] = {}
        """For every place that a cell reaches over, the place where the cell begins."""
        self.spans: dict[Place, tuple[int, int]] = {}
        """Rows and columns that are left of each cell where no two may overlap."""
        for block in self.blocks:
            self._cover(block)

    def _cover(self, block: range) -> None:
        for index in block:
            for cell in self.rows[index].cells:
                start = Place(index, cell.column)
                if start in self.covering:
                    continue
                height = self._height(cell, index, block)
                width = self._width(cell, index)
                self.spans[start] = (height, width)
                for row in range(index, index + height):
                    for column in range(cell.column, cell.column + width):
                        self.covering[Place(row, column)] = start

    def _height(self, cell: Cell, index: int, block: range) -> int:
        """In rows that are there: blank ones may be left out of the file."""
        last = self.rows[index].number + cell.rows - 1
        height = 1
        for row in range(index + 1, block.stop):
            if self.rows[row].number > last or Place(row, cell.column) in self.covering:
                break
            height += 1
        return height

    def _width(self, cell: Cell, index: int) -> int:
        """As far as the next cell, however far it claims to reach."""
        ends = [other.column for other in self.rows[index].cells if other.column > cell.column]
        end = min([cell.column + cell.columns, *ends])
        taken = (
            column
            for column in range(cell.column + 1, end)
            if Place(index, column) in self.covering
        )
        return next(taken, end) - cell.column

    def find(self, where: Where) -> Place | None:
        number = where.line if where.row is None else where.row
        index = None if number is None else self._numbers.get((where.table, number))
        if index is None:
            return None
        column = self._first(index) if where.column is None else where.column - 1
        place = Place(index, column)
        return self.covering.get(place, place)

    def _first(self, index: int) -> int:
        return min((cell.column for cell in self.rows[index].cells), default=0)

    def filled(self, sheet: Sheet) -> frozenset[Place]:
        """Where fields of the sheet stand; everything else is the form."""
        return frozenset(
            place
            for value in sheet.values()
            if _is_field(value) and (place := self.find(value.where)) is not None
        )


def _is_field(value: Value) -> bool:
    # The unit of money stands in a label.
    return value.state != ABSENT and value.where.column is not None and value.path != "money_unit"


def _blocks(rows: Sequence[Row]) -> Iterator[range]:
    """Tables and the text between them.  A table that runs over pages counts its rows on."""
    start = 0
    for index in range(1, len(rows)):
        before, row = rows[index - 1], rows[index]
        if (before.table is None) != (row.table is None) or row.number <= before.number:
            yield range(start, index)
            start = index
    if rows:
        yield range(start, len(rows))


class _Paper:
    """What all blocks of one form are drawn with."""

    def __init__(
        self,
        finder: _Finder,
        marks: dict[Place, list[Numbered]],
        fields: frozenset[Place],
        title: Place | None,
        private: _Private,
        lettered: bool,
    ) -> None:
        self.finder, self.marks, self.fields, self.title = finder, marks, fields, title
        self.private, self.lettered = private, lettered

    def table(self, block: range) -> DrawnTable:
        columns = self._columns(block)
        rows = [self._row(index, columns) for index in block]
        drawn = [row for row, _ in rows if row.cells or self.lettered]
        contents = [content for _, contents in rows for content in contents]
        letters = tuple(column_letters(column + 1) for column in columns) if self.lettered else ()
        plain = self.finder.rows[block.start].table is None
        return DrawnTable(tuple(drawn), widths(contents, len(columns)), letters, plain)

    def _columns(self, block: range) -> list[int]:
        """Those in which something begins: a worksheet may reach to column XFD."""
        used = {
            cell.column
            for index in block
            for cell in self.finder.rows[index].cells
            if cell.text.strip() and Place(index, cell.column) in self.finder.spans
        }
        used |= {place.column for place in self.marks if place.row in block}
        return sorted(used) or [0]

    def _row(self, index: int, columns: list[int]) -> tuple[DrawnRow, list[Content]]:
        row = self.finder.rows[index]
        texts = {cell.column: cell.text for cell in row.cells}
        cells, contents = [], []
        at = 0
        while at < len(columns):
            place = Place(index, columns[at])
            start = self.finder.covering.get(place, place)
            height, width = self.finder.spans.get(start, (1, 1))
            covered = self._covered(columns, at, start.column + width)
            if start.row == index:
                text = texts.get(start.column, "").strip()
                cell = self._cell(text, start, height, covered)
                cells.append(cell._replace(long=cell.long and covered < len(columns)))
                contents.append(Content(at, covered, text))
            at += covered
        number = str(row.number) if self.lettered else ""
        return DrawnRow(number, tuple(cells), row.hidden), contents

    def _covered(self, columns: list[int], at: int, end: int) -> int:
        """How many of the drawn columns lie before grid column ``end``; at least this one."""
        return max(1, sum(column < end for column in columns[at:]))

    def _cell(self, text: str, start: Place, height: int, columns: int) -> DrawnCell:
        marks = tuple(self.marks.get(start, ()))
        secret = self.private.instead(start, text)
        if secret is not None:
            return DrawnCell(secret, columns, height, marks, long=True)
        label = bool(text) and start not in self.fields
        is_title = start == self.title
        long = is_long(text) and not (label or is_title)
        return DrawnCell(text, columns, height, marks, label, long, is_title)
