"""The summary of a checked sheet, for the checks across sheets.

A hundred thousand summaries are in memory at once, so that one has a few kilobytes: names, figures,
texts as sketches, tables as digests.  It holds only named tuples, texts and numbers, which go from
process to process and into a store as JSON.
"""

# No ``from __future__ import annotations``, as in ``sheet``: a start need not compile annotations.

from decimal import Decimal
from typing import NamedTuple

from sheetlint.recognise.labels import FIELD_LABELS, FUND_TOTAL_ROW, fund_label
from sheetlint.sheet.place import Place
from sheetlint.sheet.sheet import PROJECT

TEXTS = ("planned", "actual", "notes")
"""Names of the texts in ``SheetSummary.texts``, in their order."""
PLACED = (
    "title", "year", "project", "department", "unit", "money_unit", "planned", "actual",
    "total.score", "grade", "funds.total.budget",
)  # fmt: skip
"""Fields whose places are kept, in their order."""


class SheetSummary(NamedTuple):
    """What the checks across sheets know of one sheet."""

    path: str
    position: int
    """Index of the sheet within its file."""
    sha256: str
    """SHA-256 of the file."""
    title: str
    year: int | None
    project: str
    department: str
    unit: str
    code: str
    """Code of the project; empty where the sheet prints none."""
    family: str
    profile: str
    money_unit: str
    budget: Decimal | None
    executed: Decimal | None
    budget_ulp: Decimal
    """One unit in the last printed place of ``budget``."""
    rate: Decimal | None
    total: Decimal | None
    grade: str
    texts: tuple[str, ...]
    """Encoded sketches of planned goals, achieved goals, and all notes."""
    scored: int
    """Number of indicator rows with a target or an actual value."""
    table: str
    """Digest of indicators, targets and actual values; empty for a table without any."""
    results: str
    """Digest of indicators and actual values."""
    notes: str
    """Digest of all notes; empty where there is none."""
    packed: str
    """Places of fields and indicators with their targets, as ``packing.pack`` writes them."""

    @property
    def display_name(self) -> str:
        """The name of the sheet in messages: its project, else its title or unit."""
        return self.project or (self.title if self.family == PROJECT else self.unit or self.title)

    def place_of(self, field: str) -> Place:
        """The place of a field, named as in ``Sheet``."""
        from sheetlint.crosscheck.packing import unpack

        where = unpack(self.packed).places[PLACED.index(field)]
        return Place(self.path, self.position, where._replace(label=_LABELS[field]))


_LABELS = {**FIELD_LABELS, "funds.total.budget": fund_label(FUND_TOTAL_ROW, "budget")}
