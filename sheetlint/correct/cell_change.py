"""A change of one cell, which the writers make in a file."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from sheetlint.sheet.where import Where


class CellChange(NamedTuple):
    """New content of one cell."""

    where: Where
    """Its table, row and column."""
    before: str
    """The printed text (``97.88%``)."""
    after: str
    """The new text (``98.88%``, ``9.89``, ``优``)."""
    number: Decimal | None = None
    """The number that a workbook stores for it (0.9888); None for a text."""
    keep_formula: bool = False
    """Replace only the stored result of the cell's formula; else the value replaces the formula."""
