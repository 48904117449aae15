"""A form as it is drawn: rows of cells with spans, marks and widths, wherever they came from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.report.html.numbered_findings import NumberedFinding


class DrawnCell(NamedTuple):
    """One cell."""

    text: str | Text = ""
    columns: int = 1
    rows: int = 1
    marks: tuple[NumberedFinding, ...] = ()
    style: str = ""
    """Its classes."""


def worst_severity(marks: Sequence[NumberedFinding]) -> str:
    """The most severe one gives the colour."""
    return max(marks, key=lambda mark: mark.rank).found.severity if marks else ""


@cache
def cell_classes(
    severity: str, label: bool = False, long: bool = False, title: bool = False
) -> str:
    """The classes of a cell.  ``severity``: that of its marks, if there are any; ``label``: it is
    part of the form and not filled in; ``long``: it is set flush left, as a paragraph is."""
    kinds = (("label", label), ("long", long), ("title", title), ("marked", bool(severity)))
    return " ".join([*(kind for kind, so in kinds if so), severity]).strip()


class DrawnRow(NamedTuple):
    """One row, with its number where the file has numbers that people know."""

    number: str
    cells: tuple[DrawnCell, ...]
    hidden: bool = False


class DrawnTable(NamedTuple):
    """One table of a form, or the lines of text between two."""

    rows: tuple[DrawnRow, ...]
    widths: tuple[int, ...]
    """Of the columns, in hundredths."""
    letters: tuple[str, ...] = ()
    """Of the columns, where people know them by letters."""
    plain: bool = False
    """Lines of text: nothing is ruled."""


class DrawnForm(NamedTuple):
    """A form with its marks."""

    tables: tuple[DrawnTable, ...]
    made: bool = False
    """It is laid out anew: the file has no table of its own."""

    @property
    def located(self) -> frozenset[int]:
        """Keys of the findings whose cell is marked."""
        return frozenset(
            mark.key
            for table in self.tables
            for row in table.rows
            for cell in row.cells
            for mark in cell.marks
        )
