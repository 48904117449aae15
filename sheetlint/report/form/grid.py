"""A form as cells on a grid, for whatever draws it: a page, a workbook, a document."""

from __future__ import annotations

from typing import NamedTuple

TITLE = "title"
HEADING = "heading"
"""Names a column or a block."""
LABEL = "label"
"""Names the field beside it, or the row."""
TEXT = "text"
FIGURE = "figure"


class FormCell(NamedTuple):
    """One cell; rows and columns from 0."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    """As printed; line breaks are ``\\n``."""
    path: str
    """The field that stands here (``funds.total.rate``); empty for what the form itself prints."""
    kind: str
    other_paths: tuple[str, ...] = ()
    """Further fields that the cell stands for: a level is one cell for all of its rows."""

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.path, *self.other_paths) if self.path else ()


class Form(NamedTuple):
    """A whole form."""

    columns: tuple[int, ...]
    """Widths, in relation to each other."""
    cells: tuple[FormCell, ...]
    """In reading order; together they cover the grid, each cell once."""

    @property
    def height(self) -> int:
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    def find_cell(self, path: str) -> FormCell | None:
        """The cell of a field; None where the form does not show it."""
        return next((cell for cell in self.cells if path in cell.paths), None)


class CellContent(NamedTuple):
    """A cell before it has a place."""

    text: str = ""
    kind: str = LABEL
    path: str = ""
    other_paths: tuple[str, ...] = ()
    rows: int = 1


class FormBuilder:
    """A form in the making, row by row."""

    def __init__(self, columns: tuple[int, ...]) -> None:
        self._columns = columns
        self._cells: list[FormCell] = []
        self._height = 0

    def add_row(self, pieces: list[CellContent | None], spans: list[int], start: int = 0) -> None:
        """The next row from the column ``start`` on; None where a cell from above reaches down."""
        column = start
        for piece, columns in zip(pieces, spans, strict=True):
            if piece is not None:
                text, kind, path, other_paths, rows = piece
                cell = FormCell(self._height, column, rows, columns, text, path, kind, other_paths)
                self._cells.append(cell)
            column += columns
        self._height += 1

    def build(self) -> Form:
        return Form(self._columns, tuple(sorted(self._cells, key=lambda cell: cell[:2])))
