"""A form drawn from the file's own table: as the unit knows it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from sheetlint.messages import html as messages
from sheetlint.messages.text import Text
from sheetlint.report.html.drawn_form import (
    DrawnCell,
    DrawnForm,
    DrawnRow,
    DrawnTable,
    cell_classes,
    worst_severity,
)
from sheetlint.report.html.numbered_findings import NumberedFinding
from sheetlint.report.html.widths import CellText, column_widths, is_long
from sheetlint.run.results import ReportedFinding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Cell, Document, Row
from sheetlint.sheet.value import ABSENT, Value
from sheetlint.sheet.where import Where, column_letters

_MIN_PIECE_LENGTH = 4
"""Characters from which on a text that stands in a private one is taken for a piece of it."""


Place: TypeAlias = tuple[int, int]
"""A cell of the grid: row by index, column from 0."""


def read_rows(document: Document | None, sheet: Sheet) -> Sequence[Row]:
    """The rows that the sheet was read from; none where they are no table but lines of text."""
    if document is None or sheet.extent is None:
        return ()
    among = sheet.extent.rows
    rows = document.tables[sheet.extent.table].rows[among.start : among.stop]
    return rows if any(row.table is not None for row in rows) else ()


def draw_form(
    rows: Sequence[Row],
    sheet: Sheet,
    findings: Sequence[NumberedFinding],
    secrets: Sequence[ReportedFinding],
    has_addresses: bool,
) -> DrawnForm | None:
    """``secrets`` are the findings of personal data, shown or not: their cells are not.

    None where it is not known which cell holds them.
    """
    finder = _CellFinder(rows)
    marks: dict[Place, list[NumberedFinding]] = {}
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
    private = _PrivateCells(hidden, _texts(sheet, secrets)) if secrets else None
    title = finder.find(sheet.title.where)
    paper = _FormDrawing(finder, marks, finder.filled(sheet), title, private, has_addresses)
    return DrawnForm(tuple(paper.table(block) for block in finder.blocks))


class _PrivateCells(NamedTuple):
    """What is not to be shown."""

    cells: dict[Place, str]
    """With what is printed in their place."""
    texts: tuple[str, ...]
    """No cell may show a piece of one: a page break may have torn it in two."""

    def instead(self, place: Place, text: str) -> Text | None:
        """What stands there for everybody's eyes; None where nothing is secret."""
        if place in self.cells:
            return messages.PRIVATE.fill(printed=self.cells[place])
        piece = _without_blanks(text)
        torn = len(piece) >= _MIN_PIECE_LENGTH and any(piece in whole for whole in self.texts)
        return messages.PRIVATE.fill(printed="…") if torn else None


def _texts(sheet: Sheet, secrets: Sequence[ReportedFinding]) -> tuple[str, ...]:
    paths = {found.path for found in secrets}
    return tuple(_without_blanks(value.raw) for value in sheet.values() if value.path in paths)


def _without_blanks(text: str) -> str:
    return "".join(text.split())


class _Span(NamedTuple):
    """A cell with the places that are left to it, where no two may overlap."""

    start: Place
    height: int
    width: int


class _CellFinder:
    """Which cell covers a place of the file."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.blocks = list(_blocks(rows))
        self._numbers = {(row.table, row.number): i for i, row in reversed([*enumerate(rows)])}
        self.spans: list[dict[int, _Span]] = [{} for _ in rows]
        """For each row the merged cells, by the columns that they reach over.  Every other place is
        that of a cell of its own."""
        for block in self.blocks:
            self._cover(block)

    def _cover(self, block: range) -> None:
        for index in block:
            spans = self.spans[index]
            for cell in self.rows[index].cells:
                column = cell.column
                if cell.columns == cell.rows == 1 or column in spans:
                    continue
                height = self._height(cell, index, block)
                width = self._width(cell, index)
                span = _Span((index, column), height, width)
                for row in range(index, index + height):
                    self.spans[row].update(dict.fromkeys(range(column, column + width), span))

    def _height(self, cell: Cell, index: int, block: range) -> int:
        """In rows that are there: blank ones may be left out of the file."""
        if cell.rows <= 1:
            return 1
        last = self.rows[index].number + cell.rows - 1
        height = 1
        for row in range(index + 1, block.stop):
            if self.rows[row].number > last or cell.column in self.spans[row]:
                break
            height += 1
        return height

    def _width(self, cell: Cell, index: int) -> int:
        """As far as the next cell, however far it claims to reach."""
        if cell.columns <= 1:
            return 1
        end = cell.column + cell.columns
        for other in self.rows[index].cells:
            if cell.column < other.column < end:
                end = other.column
        spans = self.spans[index]
        if spans:
            covered = (column for column in range(cell.column + 1, end) if column in spans)
            end = next(covered, end)
        return end - cell.column

    def find(self, where: Where) -> Place | None:
        number = where.line if where.row is None else where.row
        index = None if number is None else self._numbers.get((where.table, number))
        if index is None:
            return None
        column = self._first(index) if where.column is None else where.column - 1
        span = self.spans[index].get(column)
        return (index, column) if span is None else span.start

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


class _FormDrawing(NamedTuple):
    """What all blocks of one form are drawn with."""

    finder: _CellFinder
    marks: dict[Place, list[NumberedFinding]]
    fields: frozenset[Place]
    title: Place | None
    private: _PrivateCells | None
    has_addresses: bool

    def table(self, block: range) -> DrawnTable:
        texts = [
            {cell.column: cell.text.strip() for cell in self.finder.rows[index].cells}
            for index in block
        ]
        columns = self._columns(block, texts)
        contents: list[CellText] = []
        rows = [
            self._row(index, columns, row_texts, contents)
            for index, row_texts in zip(block, texts, strict=True)
        ]
        drawn = [row for row in rows if row.cells or self.has_addresses]
        letters = (
            tuple(column_letters(column + 1) for column in columns) if self.has_addresses else ()
        )
        plain = self.finder.rows[block.start].table is None
        return DrawnTable(tuple(drawn), column_widths(contents, len(columns)), letters, plain)

    def _columns(self, block: range, texts: Iterable[dict[int, str]]) -> list[int]:
        """Those in which something begins: a worksheet may reach to column XFD."""
        used = {column for index, column in self.marks if index in block}
        for index, row_texts in zip(block, texts, strict=True):
            spans = self.finder.spans[index]
            for column, text in row_texts.items():
                if text and (column not in spans or spans[column].start == (index, column)):
                    used.add(column)
        return sorted(used) or [0]

    def _row(
        self, index: int, columns: Sequence[int], texts: dict[int, str], contents: list[CellText]
    ) -> DrawnRow:
        """``contents`` grows by what stands in the row."""
        row = self.finder.rows[index]
        spans = self.finder.spans[index]
        cells: list[DrawnCell] = []
        at = 0
        while at < len(columns):
            span = spans.get(columns[at])
            if span is None:
                start, height, covered = (index, columns[at]), 1, 1
            else:
                start, height, width = span
                # How many of the drawn columns lie before its end; at least this one.
                covered = max(1, bisect_left(columns, start[1] + width, at) - at)
            if start[0] == index:
                text = texts.get(start[1], "")
                cells.append(self._cell(text, start, height, covered, covered == len(columns)))
                if text:
                    contents.append(CellText(at, covered, text))
            at += covered
        number = str(row.number) if self.has_addresses else ""
        return DrawnRow(number, tuple(cells), row.hidden)

    def _cell(self, text: str, start: Place, height: int, columns: int, whole: bool) -> DrawnCell:
        """``whole`` says that nothing stands beside it."""
        marks = tuple(self.marks.get(start, ()))
        colour = worst_severity(marks)
        secret = None if self.private is None else self.private.instead(start, text)
        if secret is not None:
            return DrawnCell(secret, columns, height, marks, cell_classes(colour, long=not whole))
        label = bool(text) and start not in self.fields
        title = start == self.title
        long = not (label or title or whole) and is_long(text)
        return DrawnCell(text, columns, height, marks, cell_classes(colour, label, long, title))
