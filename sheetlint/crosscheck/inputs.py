"""Other inputs with which the sheets of a run are compared.

A list of projects that owe a sheet, last year's sheets, approved targets, the text of the accounts.
"""

# No ``from __future__ import annotations``, as in ``sheet``: a start need not compile annotations.

from decimal import Decimal
from typing import NamedTuple

from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.sheet.place import Place


class RosterEntry(NamedTuple):
    """A project on the list of those that owe a sheet."""

    project: str
    unit: str
    department: str
    code: str
    budget: Decimal | None
    """In the money unit of its column."""
    at: Place


class AccountsSummary(NamedTuple):
    """The sentence of a department's accounts that sums up its evaluations; None where it gives no figure."""

    at: Place
    sentence: str
    """The sentence, half-width and without blanks."""
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
    """The inputs of a run; None for an input that was not given."""

    roster: tuple[RosterEntry, ...] | None = None
    last_year: tuple[SheetSummary, ...] | None = None
    targets: tuple[SheetSummary, ...] | None = None
    summary: tuple[AccountsSummary, ...] | None = None


NO_INPUTS = Inputs()
