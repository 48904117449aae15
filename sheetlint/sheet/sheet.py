"""A self-evaluation sheet (自评表), as the recogniser reads it from a table.

All parts are immutable tuples: a check can read them and cannot change them.
"""

# No ``from __future__ import annotations``: typing compiles each annotation that is a string, and a start
# would compile hundreds of them.

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
    """Why the row could not be read with certainty (RD003); checks skip such a row."""
    extra: tuple[tuple[str, Value], ...] = ()
    """Cells of columns that only some places have, by role: ``sign``, ``measure``, ``deduction`` …"""

    def extra_cell(self, role: str) -> Value | None:
        """The cell in the column ``role`` that only some places have; None where this form lacks it."""
        return next((value for name, value in self.extra if name == role), None)


class TotalRow(NamedTuple):
    """The row 总分: the printed sum of weights and the printed total score, in points."""

    weight: Value
    score: Value


class ReadingNote(NamedTuple):
    """What the recogniser repaired (RD005) or could not decide (RD003), and the cell concerned."""

    text: Text
    at: Value


class HeadingName(NamedTuple):
    """How a column heading was understood."""

    printed: str
    name: str
    """The name of the field; empty where the heading names none."""
    how: str
    """``listed``, ``words`` (judged by them), ``evidence`` (by what stands below), ``beside`` (names
    nothing that is read) or ``unknown``."""


class UnplacedRow(NamedTuple):
    """An indicator row that a page break separated from its level labels.

    It belongs to the labels of the row before or to those of the row after."""

    row: int
    """Index in ``Sheet.indicators``."""
    before: tuple[Value, Value]
    """First and second level of the row before."""
    after: tuple[Value, Value]
    """First and second level of the row after."""


class LevelPoints(NamedTuple):
    """Points printed in the label of a level (``产出指标（50分）``) or in a row of subtotals, and the rows
    they are the sum of."""

    at: Value
    """``number`` holds the points."""
    rows: tuple[int, ...]
    """Indices in ``Sheet.indicators``."""
    subtotal_of: str | None = None
    """``weight`` or ``score`` where the figure is printed in a row of subtotals."""


class ShapeProblem(NamedTuple):
    """A field that breaks a rule of the form's shape, with the code of the check that reports it."""

    code: str
    path: str
    rule: str
    message: Text | None = None
    """The message, where the rule is one of the profile's own ``[schema]``."""


class Extent(NamedTuple):
    """The rows of a document that a sheet was read from."""

    table: int
    """Index of the table in the document."""
    rows: range
    """Indices of the rows in the table."""


PROJECT = "project"
"""The form of one project, which 财预〔2020〕10号 regulates."""
DEPARTMENT = "department"
"""The form of a whole department or unit (整体支出绩效自评表)."""


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
    """Roles of the columns that the funds block has: ``initial``, ``budget``, ``rate`` …"""
    unreliable_reason: Text | None = None
    """Why no field of the sheet can be trusted; only the RD checks then run."""
    residues: tuple[Value, ...] = ()
    """Cells that still hold the blank form's own placeholders (``指标2：……``)."""
    repairs: tuple[ReadingNote, ...] = ()
    doubts: tuple[ReadingNote, ...] = ()
    uncomputed: tuple[Value, ...] = ()
    """Cells with a formula whose value the file does not hold."""
    shape: tuple[ShapeProblem, ...] = ()
    unplaced_rows: tuple[UnplacedRow, ...] = ()
    funds_sure: bool = True
    """False where a row of the funds block could not be read with certainty and is left out."""
    levels_sure: bool = True
    """False where the first level of some row could not be decided."""
    family: str = PROJECT
    """Kind of form: ``project``, ``department`` (a whole department) or ``transfer`` (转移支付)."""
    headline: Value = Value("headline")
    """The total score (points) printed in the head of the form, beside or instead of the row 总分."""
    level_points: tuple[LevelPoints, ...] = ()
    misplaced_names: tuple[tuple[int, Value], ...] = ()
    """Names that stand in the column of another level, each with the index of its row."""
    headings: tuple[str, ...] = ()
    """Column headings of the funds block and the indicator table as printed, without blanks."""
    heading_names: tuple[HeadingName, ...] = ()
    """What the headings of the two blocks were understood as."""
    details: tuple[tuple[str, Value], ...] = ()
    """Labelled fields of the head beside the standard ones (负责人, 联系电话 …), by label."""
    profile: str = ""
    """Id of the profile that a normalised document names; the headings by which a profile is
    chosen are not part of such a document."""
    unread_fields: frozenset[str] = frozenset()
    """Paths of fields (``columns.note``, ``unit``) that may stand under a heading which was not
    understood (RD003), or that this form does not ask for: they are not reported as missing."""
    extent: Extent | None = None
    """The rows of the document it was read from; None for a normalised document."""

    @property
    def fund_total(self) -> FundRow | None:
        """The row 年度资金总额; None where the sheet has none."""
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
        """The rows of the funds block below the total."""
        return tuple(row for row in self.funds if row.source != "total")

    def get(self, path: str) -> Value | None:
        """The value at ``path`` (``funds.total.rate``); None where the sheet has no such field."""
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
        """A copy with another value at ``path``.  Raises KeyError where there is no such field."""
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
    """The part of a path that names the row: ``total``, or its index (``funds.1.budget``)."""
    return "total" if row.source == "total" else str(index)
