"""Rows of the shape that Excel, WPS, LibreOffice and openpyxl write.

Each cell has its position, perhaps a style and a type, and then a formula and a value, a text of
its own, or nothing; the position of a row comes first as well.  Of rows and cells without content
only the shape is looked at: nobody is told where they stand.
"""

from __future__ import annotations

import re
from typing import Protocol

from sheetlint.readers.plainxml import ATTRIBUTE, Run, resolved

_START = r'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,5}")?(?: t="[A-Za-z]{1,9}")?'
_CONTENT = (
    r">(?:<f>[^<]+</f>)?"
    r'(?:<v>[^<]+</v>|<is><t(?: xml:space="preserve")?>[^<]*</t></is>)?</c>'
)
_BLANK_CELL = _START + "(?:/>|></c>)"
_CELL = f"{_START}(?:/>|{_CONTENT})"
_ROW_START = rf'<row r="([1-9][0-9]{{0,6}})"((?:{ATTRIBUTE})*+)'
_BLANK_ROWS = re.compile(rf"(?:{_ROW_START}(?:/>|>(?:{_BLANK_CELL})*+</row>)\s*+)++", re.ASCII)
_ROW = re.compile(rf"{_ROW_START}>((?:{_CELL})*+)</row>\s*+", re.ASCII)
_CELLS = re.compile(
    r'<c r="([A-Z]++)[0-9]++"(?: s="([0-9]++)")?+(?: t="([A-Za-z]++)")?+>'
    r"(?:<f>([^<]++)</f>)?+(?:<v>([^<]++)|<is><t[^>]*+>([^<]*+))?+",
    re.ASCII,
)
"""The cells with content in a row that has been found to be of the shape."""
_ATTRIBUTES = re.compile(r' ([^=]+)="([^"]*)"')

ROWS = Run(re.compile(rb"<sheetData>"), b"<row", b"</row>", b"</sheetData>")

PlainCell = tuple[str, str, str, str, str, str]
"""Letters of the column, style, type, formula, value and own text, empty for what is not there."""


class Rows(Protocol):
    """What gets the rows."""

    def plain_row(
        self, number: str, attributes: dict[str, str], cells: list[PlainCell]
    ) -> None: ...

    def blank_rows(self, last: str) -> None: ...


class PlainRows:
    """Hands plain rows over."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._seen: dict[str, dict[str, str] | None] = {}
        """Attributes of rows but for the number; most rows of a form are set alike."""

    def take(self, text: str, at: int) -> int:
        """The rows that stand at ``at``: one with content, or any number without."""
        row = _ROW.match(text, at)
        cells: list[PlainCell] = _CELLS.findall(row[3]) if row is not None else []
        if row is None or not cells:
            return self._blank(text, at)
        number, rest, content = row.groups()
        if rest not in self._seen:
            self._seen[rest] = _further(rest)
        attributes = self._seen[rest]
        if attributes is None:
            return -1
        if "&" in content:
            cells = [(*c[:3], resolved(c[3]), resolved(c[4]), resolved(c[5])) for c in cells]
        self._rows.plain_row(number, attributes, cells)
        return row.end()

    def _blank(self, text: str, at: int) -> int:
        blank = _BLANK_ROWS.match(text, at)
        if blank is None:
            return -1
        self._rows.blank_rows(blank[1])
        return blank.end()


def _further(written: str) -> dict[str, str] | None:
    """Attributes beside the number; None where one stands twice, which is no XML."""
    listed = _ATTRIBUTES.findall(written)
    attributes = dict(listed)
    return None if "r" in attributes or len(attributes) < len(listed) else attributes
