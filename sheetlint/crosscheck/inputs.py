"""What sheets are held against, besides each other: values, whatever files they came from."""

# Annotations are values here, as in ``model``, so that a start need not compile them.

from decimal import Decimal
from typing import NamedTuple

from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.sheet.place import Place


class Listed(NamedTuple):
    """A project on a list of those that owe a sheet."""

    project: str
    unit: str
    department: str
    code: str
    budget: Decimal | None
    """In the unit of its column."""
    at: Place


class Summary(NamedTuple):
    """What a text says of all sheets together; None for what it does not say."""

    at: Place
    said: str
    """The sentence, as printed."""
    year: int | None = None
    projects: int | None = None
    amount: Decimal | None = None
    """In 元."""
    amount_ulp: Decimal = Decimal(1)
    """One unit in its last printed place, in 元."""
    average: Decimal | None = None
    grades: tuple[tuple[str, int], ...] = ()
    """Grades with their numbers of projects."""


class Inputs(NamedTuple):
    """None for what was not given."""

    roster: tuple[Listed, ...] | None = None
    last_year: tuple[SheetSummary, ...] | None = None
    targets: tuple[SheetSummary, ...] | None = None
    summary: tuple[Summary, ...] | None = None


NOTHING = Inputs()
