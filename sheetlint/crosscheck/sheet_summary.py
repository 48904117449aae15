"""What is kept of a sheet when it has been checked, for the checks across sheets.

A hundred thousand sheets have to be known at once, so that a few kilobytes is all that stays of
one: names, figures, texts as sketches and tables as digests.  It is nothing but named tuples,
texts and numbers: it goes from process to process, and into a store as JSON.
"""

# Annotations are values here, as in ``model``, so that a start need not compile them.

from decimal import Decimal
from typing import NamedTuple

from sheetlint.recognise.labels import FIELD_LABELS, FUND_TOTAL_ROW, fund_label
from sheetlint.sheet.place import Place
from sheetlint.sheet.sheet import PROJECT

TEXTS = ("planned", "actual", "notes")
"""The texts that are sketched, in the order of ``SheetSummary.texts``."""
PLACED = (
    "title", "year", "project", "department", "unit", "money_unit", "planned", "actual",
    "total.score", "grade", "funds.total.budget",
)  # fmt: skip
"""The fields whose places are kept, in their order."""


class SheetSummary(NamedTuple):
    """One sheet, for the checks across sheets."""

    path: str
    position: int
    """Of the sheet within its file, from 0."""
    sha256: str
    """Of the file."""
    title: str
    year: int | None
    project: str
    department: str
    unit: str
    code: str
    """Of the project, where the sheet prints one."""
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
    """Sketches of the goal, of what was done, and of all notes."""
    scored: int
    """Indicator rows with a target or an actual value."""
    table: str
    """Digest of indicators, targets and actual values; empty for a table without any."""
    results: str
    """Digest of indicators and actual values."""
    notes: str
    """Digest of all notes; empty where there is none."""
    packed: str
    """Places of fields, and indicators with their targets: see ``packing``."""

    @property
    def called(self) -> str:
        """What people call the sheet: its project, or its form and unit where that is none."""
        return self.project or (self.title if self.family == PROJECT else self.unit or self.title)

    def at(self, field: str) -> Place:
        """The place of a field, named as in ``Sheet``."""
        from sheetlint.crosscheck.packing import unpack

        where = unpack(self.packed).places[PLACED.index(field)]
        return Place(self.path, self.position, where._replace(label=_LABELS[field]))


_LABELS = {**FIELD_LABELS, "funds.total.budget": fund_label(FUND_TOTAL_ROW, "budget")}
