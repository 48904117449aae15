"""What a reader hands over: the tables of a file, text with a place and no meaning yet."""

# Annotations are values here, as in ``model``, so that a start need not compile them.

from typing import NamedTuple

from sheetlint.messages.text import Text


class Cell(NamedTuple):
    """One cell as a person sees it.  Of merged cells only the top left one is handed over."""

    text: str
    """The displayed text; line breaks inside the cell are ``\\n``.  A rate stored as 0.9888 with
    the format ``0.00%`` is ``98.88%``."""
    column: int
    """Grid column, from 0, after merges: the same scale for all rows of one table."""
    columns: int = 1
    """How many grid columns the cell covers."""
    rows: int = 1
    """How many rows of the table the cell covers."""
    stored: str | None = None
    """The number behind the text as a plain decimal string, where the file stores one."""
    formula: str | None = None
    """The formula, where there is one (without its ``=``); empty where its text is not known."""
    computed: bool = True
    """False for a formula whose value the file does not hold: ``text`` is then empty."""


class Row(NamedTuple):
    """One row of a table, or one line of text outside any table."""

    cells: tuple[Cell, ...]
    """In column order; empty cells may be left out."""
    number: int
    """From 1, in the file's own terms: worksheet row, row of the Word table, line of the text."""
    table: str | None = None
    """Worksheet or table (``表1``) the row stands in; None for a line of text or a paragraph."""
    hidden: bool = False
    page: int | None = None
    """Page, from 1, in formats that have pages; ``table`` then names the table on it."""


class HiddenColumns(NamedTuple):
    """Grid columns that the file says are not shown."""

    table: str | None
    """As the rows name it."""
    columns: range


class Table(NamedTuple):
    """A stream of rows in which sheets are looked for: a worksheet, or a whole text document."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: tuple[HiddenColumns, ...] = ()


class Document(NamedTuple):
    """A file that could be read, with what it holds and no meaning yet."""

    format: str
    """``xlsx``, ``docx``, ``text`` …"""
    tables: tuple[Table, ...]
    note: Text | None = None
    """Why nothing could be read of a file that opens: it is a scan, or a table without lines."""


class Unreadable(Exception):
    """The file cannot be read at all.  ``reason`` says why and ``hint`` what to do."""

    def __init__(self, reason: Text, hint: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.hint = hint

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[Text, Text]]:
        """From process to process: by default an exception is made again of its message alone."""
        return type(self), (self.reason, self.hint)
