"""What is to be changed in a file: one cell, from what is printed to what is right."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from sheetlint.sheet.where import Where


class CellChange(NamedTuple):
    """One cell with another content."""

    where: Where
    """Its table, row and column."""
    before: str
    """What is printed there now (``97.88%``)."""
    after: str
    """What is to be printed there (``98.88%``, ``9.89``, ``优``)."""
    number: Decimal | None = None
    """The number that a workbook stores for it (0.9888); None for a text."""
    keep_formula: bool = False
    """Only the stored result of the cell's formula is renewed; else the value takes its place."""
