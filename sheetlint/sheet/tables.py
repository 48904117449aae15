"""The output of a reader: the tables of a file as texts with places, before recognition."""

# No ``from __future__ import annotations``, as in ``sheet``: a start need not compile annotations.

from typing import NamedTuple

from sheetlint.messages.text import Text


class Cell(NamedTuple):
    """One cell as it is displayed.  Of merged cells only the top left one is a ``Cell``."""

    text: str
    """The displayed text; line breaks inside the cell are ``\\n``.  A rate stored as 0.9888 with
    the format ``0.00%`` is ``98.88%``."""
    column: int
    """Grid column, from 0, after merges: the same scale for all rows of one table."""
    columns: int = 1
    """Number of grid columns that the cell spans."""
    rows: int = 1
    """Number of rows of the table that the cell spans."""
    stored: str | None = None
    """The number that the file stores behind the text, as a decimal string; None where it stores none."""
    formula: str | None = None
    """The formula without its ``=``; empty where its text is not known, None where there is none."""
    computed: bool = True
    """False for a formula whose value the file does not hold: ``text`` is then empty."""


class Row(NamedTuple):
    """One row of a table, or one line of text outside any table."""

    cells: tuple[Cell, ...]
    """In column order; empty cells may be left out."""
    number: int
    """From 1: row of the worksheet, row of the Word table, or line of the text."""
    table: str | None = None
    """Worksheet or table (``表1``) the row stands in; None for a line of text or a paragraph."""
    hidden: bool = False
    page: int | None = None
    """Page, from 1, in formats that have pages; ``table`` then names the table on it."""


class HiddenColumns(NamedTuple):
    """Grid columns that are set to hidden."""

    table: str | None
    """As in ``Row.table``."""
    columns: range


class Table(NamedTuple):
    """A stream of rows in which sheets are looked for: a worksheet, or a whole text document."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: tuple[HiddenColumns, ...] = ()


class Document(NamedTuple):
    """The content of a file that could be read, before recognition."""

    format: str
    """``xlsx``, ``docx``, ``text`` …"""
    tables: tuple[Table, ...]
    note: Text | None = None
    """Why a file that opens has no tables: it is a scan, or its table has no ruled lines."""
    doubt: Text | None = None
    """Why what was read may not be what a person sees."""


class Unreadable(Exception):
    """The file cannot be read at all.  ``reason`` says why and ``hint`` what to do."""

    def __init__(self, reason: Text, hint: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.hint = hint

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[Text, Text]]:
        """Keeps both arguments on the way between processes; by default only the message is kept."""
        return type(self), (self.reason, self.hint)
