"""A self-evaluation sheet as the recogniser makes it of a table.

All parts are immutable tuples: a check can read them and cannot change them.
"""

# Annotations are values, not texts (``from __future__ import annotations``): typing compiles each text of
# a NamedTuple anew, and every start would pay for hundreds of them.

from collections.abc import Iterator
from typing import Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.sheet.value import Value


class FundRow(NamedTuple):
    """A row of the funds block.  Amounts in the sheet's money unit."""

    source: str
    """``total``, ``fiscal`` (当年财政拨款), ``carryover`` (上年结转), ``other`` or ``part``."""
    label: str
    initial: Value
    budget: Value
    executed: Value
    weight: Value
    rate: Value
    score: Value
    note: Value


class Indicator(NamedTuple):
    """A row of the indicator table."""

    level1: Value
    level2: Value
    level3: Value
    target: Value
    actual: Value
    weight: Value
    score: Value
    note: Value
    doubt: Text | None = None
    """Why the row is not to be trusted (RD003): checks leave it alone."""
    extra: tuple[tuple[str, Value], ...] = ()
    """Columns that only some places have, by role: ``sign``, ``measure``, ``deduction`` …"""

    def more(self, role: str) -> Value | None:
        """The cell in a column that only some places have."""
        return next((value for name, value in self.extra if name == role), None)


class TotalRow(NamedTuple):
    """The row 总分: the printed sum of weights and the printed total score, in points."""

    weight: Value
    score: Value


class Remark(NamedTuple):
    """Something the reader has to say of the table: what it put right, or could not decide."""

    text: Text
    at: Value


class LooseLevel(NamedTuple):
    """A row that a page break cut off from its level labels: they stand before or after it."""

    row: int
    before: tuple[Value, Value]
    """First and second level of the row before."""
    after: tuple[Value, Value]


class LevelPoints(NamedTuple):
    """Points printed in a level's label (``产出指标（50分）``) and the rows that they stand for."""

    at: Value
    """``number`` holds the points."""
    rows: tuple[int, ...]


class ShapeProblem(NamedTuple):
    """A field that does not have the form's shape, with the code it is reported under."""

    code: str
    path: str
    rule: str
    say: Text | None = None
    """The sentence, where the profile's own ``[schema]`` demands it."""


class Extent(NamedTuple):
    """Which rows of a document a sheet was read from."""

    table: int
    """Index of the table in the document."""
    rows: range
    """Indices of the rows in the table."""


PROJECT = "project"
"""A sheet about one project: the form that the clauses speak of."""
DEPARTMENT = "department"
"""A sheet about all that a department or unit does."""


class Sheet(NamedTuple):
    """One self-evaluation sheet, normalised."""

    title: Value
    year: Value
    project: Value
    department: Value
    unit: Value
    money_unit: Value
    funds: tuple[FundRow, ...]
    planned: Value
    actual: Value
    indicators: tuple[Indicator, ...]
    total: TotalRow
    grade: Value
    remarks: tuple[tuple[str, Value], ...] = ()
    columns: tuple[str, ...] = ()
    """Roles of the columns that the indicator table has: ``target``, ``actual``, ``weight`` …"""
    fund_columns: tuple[str, ...] = ()
    unread: Text | None = None
    """Why nothing in the sheet is to be trusted: only checks of the reading itself look at it."""
    residues: tuple[Value, ...] = ()
    """Cells that still hold the blank form's own placeholders (``指标2：……``)."""
    repairs: tuple[Remark, ...] = ()
    doubts: tuple[Remark, ...] = ()
    uncomputed: tuple[Value, ...] = ()
    shape: tuple[ShapeProblem, ...] = ()
    loose: tuple[LooseLevel, ...] = ()
    funds_sure: bool = True
    """False when a row of the funds block could not be read without guessing, and is left out."""
    levels_sure: bool = True
    """False when the first level of some row could not be decided."""
    family: str = PROJECT
    """``department`` for the form of a whole department, ``transfer`` for transfer payments."""
    headline: Value = Value("headline")
    """The total score printed in the head of the form, beside or instead of the row 总分."""
    level_points: tuple[LevelPoints, ...] = ()
    misplaced: tuple[tuple[int, Value], ...] = ()
    """Names that stand in another level's column, each with the row it was read for."""
    heads: tuple[str, ...] = ()
    """The headings of both blocks as printed, without blanks: how a place words its form."""
    details: tuple[tuple[str, Value], ...] = ()
    """Labelled fields of the head that are not the form's own five (负责人, 联系电话 …)."""
    profile: str = ""
    """Whose rules a normalised document says it follows: it has lost the headings that would show
    it."""
    extent: Extent | None = None
    """Where it stands in its document; None for a normalised one."""

    @property
    def fund_total(self) -> FundRow | None:
        return next((row for row in self.funds if row.source == "total"), None)

    @property
    def sure_fund_total(self) -> FundRow:
        """``fund_total``, where the check's ``needs`` guarantee it.  Raises LookupError where the sheet
        has none."""
        total = self.fund_total
        if total is None:
            raise LookupError("the sheet has no total row of funds: name it in the check's needs")
        return total

    @property
    def fund_parts(self) -> tuple[FundRow, ...]:
        return tuple(row for row in self.funds if row.source != "total")

    def get(self, path: str) -> Value | None:
        """The value at ``path``; None where the sheet has no such field."""
        return next((value for value in self.values() if value.path == path), None)

    def values(self) -> Iterator[Value]:
        """All fields in reading order."""
        yield self.title
        yield self.year
        yield self.project
        yield self.department
        yield self.unit
        yield self.money_unit
        for _, detail in self.details:
            yield detail
        yield self.headline
        for fund in self.funds:
            yield from fund[2:]
        yield self.planned
        yield self.actual
        for row in self.indicators:
            yield from row[:8]
            for _, value in row.extra:
                yield value
        yield self.total.weight
        yield self.total.score
        yield self.grade
        for _, remark in self.remarks:
            yield remark

    def replace(self, path: str, value: Value) -> "Sheet":
        """The same sheet with another value at ``path``; KeyError where there is no such field."""
        head, _, rest = path.partition(".")
        if head == "funds":
            key, _, field = rest.partition(".")
            part: dict[str, Any] = {field: value}
            rows = tuple(
                row._replace(**part) if fund_key(row, i) == key else row
                for i, row in enumerate(self.funds)
            )
            if rows == self.funds and self.get(path) != value:
                raise KeyError(path)
            return self._replace(funds=rows)
        if head == "indicators":
            key, _, field = rest.partition(".")
            row = self.indicators[int(key)]
            cell: dict[str, Any] = {field: value}
            changed = (*self.indicators[: int(key)], row._replace(**cell))
            return self._replace(indicators=changed + self.indicators[int(key) + 1 :])
        if head == "total":
            return self._replace(total=self.total._replace(**{rest: value}))
        if rest or head not in self._fields:
            raise KeyError(path)
        fields: dict[str, Any] = {head: value}
        return self._replace(**fields)


def fund_key(row: FundRow, index: int) -> str:
    """The row's part of a path: ``total`` for the total row, else its number (``funds.1.budget``)."""
    return "total" if row.source == "total" else str(index)
