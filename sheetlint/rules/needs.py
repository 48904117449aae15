"""What a check needs to be called, and whether a sheet has it.

Many checks need the same values: each need is looked up once a sheet.
"""

from collections.abc import Callable
from functools import wraps
from typing import NamedTuple, TypeVar

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import EXTRA_COLUMNS, FIELD_LABELS, FUND_COLUMNS, INDICATOR_COLUMNS
from sheetlint.rules.shared_results import SharedResults
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import DASH, UNCOMPUTED, UNREADABLE, Value

READING = "reading"
"""The need of a check of the reading itself: it is called even where a sheet is unreliable."""
_NO_ROWS = Text("没有有分值的指标行", "no scored indicator row")
_UNSCORED = Text("本表样没有分值和得分", "this form has neither weights nor scores")
_POINTS = frozenset({"weight", "score"})
_NAMES = {
    "target": "targets",
    "actual": "actual values",
    "weight": "weights",
    "score": "scores",
    "note": "deviation notes",
    "rate": "execution rates",
    "initial": "initial budgets",
}
_COLUMN, _EVERY_ROW, _FILLED = "columns.", "indicators.*.", "~"
_SHEET_NEEDS = ("columns.", "indicators", "funds")
"""Needs of a check of a row which the sheet as a whole meets or not."""

_COLUMNS = frozenset(_COLUMN + role for role in (*INDICATOR_COLUMNS, *EXTRA_COLUMNS))
_EVERY = frozenset(_EVERY_ROW + field for field in INDICATOR_COLUMNS)
_FUND_TOTAL = frozenset(f"funds.total.{field}" for field in FUND_COLUMNS)
_VALUES = FIELD_LABELS.keys() | _FUND_TOTAL
NEEDS_OF_SHEET = frozenset(
    {READING, "funds", "indicators", *_COLUMNS, *_EVERY, *_VALUES, *(_FILLED + v for v in _VALUES)}
)
"""What a check of a sheet may need, beside a labelled field (``details.联系电话``)."""
NEEDS_OF_ROW = frozenset(
    {*INDICATOR_COLUMNS, *(_FILLED + f for f in INDICATOR_COLUMNS)}
    | {"funds", "indicators", *_COLUMNS, *_EVERY, *_FUND_TOTAL}
)
"""What a check of a row may need: fields of the row, and those of the sheet as a whole."""
LABELLED = ("details.", "remarks.", "~details.", "~remarks.")
"""The beginnings of paths of fields that each form labels in its own words."""


Answer = TypeVar("Answer")


def cache_last_sheet(function: Callable[[Sheet], Answer]) -> Callable[[Sheet], Answer]:
    """Keeps the last answer of a function of a sheet: a dozen checks ask for it one after another,
    and sheets do not change."""
    last: tuple[Sheet, Answer] | None = None

    @wraps(function)
    def cached(sheet: Sheet) -> Answer:
        nonlocal last
        entry = last
        if entry is None or entry[0] is not sheet:
            entry = last = (sheet, function(sheet))
        return entry[1]

    return cached


class CheckableRows(NamedTuple):
    """The scored rows that have what a check needs, and why others are left out."""

    rows: tuple[Indicator, ...]
    reasons: tuple[Text, ...]


class AvailableValues:
    """Which needs one sheet meets."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._scored = scored_rows(sheet)
        self._fields = {value.path: value for value in sheet.values()}
        self._missing_by_needs: dict[tuple[str, ...], Text | None] = {}
        self._rows_by_needs: dict[tuple[str, ...], CheckableRows] = {}
        self._missing_by_need: dict[str, Text | None] = {}
        self._row_gaps_by_need: dict[str, tuple[Text | None, ...]] = {}
        self._doubts = tuple(_doubt(row) for row in self._scored)
        self.shared_results = SharedResults()

    def missing(self, needs: tuple[str, ...]) -> Text | None:
        """Why the first unmet need is not met, or None."""
        if needs not in self._missing_by_needs:
            reasons = map(self._missing, needs)
            first = next((r for r in reasons if r is not None), None)
            self._missing_by_needs[needs] = (
                first if READING in needs else self.sheet.unreliable_reason or first
            )
        return self._missing_by_needs[needs]

    def checkable_rows(self, needs: tuple[str, ...]) -> CheckableRows:
        """The scored rows that meet the needs of a check of rows."""
        if needs not in self._rows_by_needs:
            self._rows_by_needs[needs] = self._find_checkable_rows(needs)
        return self._rows_by_needs[needs]

    def _find_checkable_rows(self, needs: tuple[str, ...]) -> CheckableRows:
        if self.sheet.unreliable_reason is not None or not self._scored:
            return CheckableRows((), (self.sheet.unreliable_reason or self._no_rows(),))
        gaps = [gap for need in needs if any(gap := self._row_gaps(need))]
        if not gaps and not any(self._doubts):
            return CheckableRows(self._scored, ())
        rows: list[Indicator] = []
        reasons: dict[Text, None] = {}
        for row, *row_gaps in zip(self._scored, self._doubts, *gaps, strict=True):
            reason = next((gap for gap in row_gaps if gap is not None), None)
            if reason is None:
                rows.append(row)
            else:
                reasons.setdefault(reason)
        return CheckableRows(tuple(rows), tuple(reasons))

    def _row_gaps(self, need: str) -> tuple[Text | None, ...]:
        """Why each scored row does not meet the need; None for a row that does."""
        if need not in self._row_gaps_by_need:
            if need.startswith(_SHEET_NEEDS):
                self._row_gaps_by_need[need] = (self._missing(need),) * len(self._scored)
            else:
                self._row_gaps_by_need[need] = tuple(
                    self._row_gap(need, row) for row in self._scored
                )
        return self._row_gaps_by_need[need]

    def _row_gap(self, need: str, row: Indicator) -> Text | None:
        name = need.removeprefix(_FILLED)
        gap = _gap(getattr(row, name), name, need.startswith(_FILLED))
        return None if gap is None else self._no_column(name) or gap

    def _missing(self, need: str) -> Text | None:
        if need not in self._missing_by_need:
            self._missing_by_need[need] = self._find_missing(need)
        return self._missing_by_need[need]

    def _find_missing(self, need: str) -> Text | None:
        if need.startswith(_COLUMN):
            return self._column(need.removeprefix(_COLUMN))
        if need == READING:
            return None
        if need == "funds":
            if self.sheet.funds_sure:
                return None
            return Text("资金栏有一行读取存疑", "a row of the funds block is doubtful")
        if need == "indicators":
            return (
                None
                if self.sheet.indicators
                else Text("没有读到指标行", "no indicator row was read")
            )
        if need.startswith(_EVERY_ROW):
            return self._every_row(need.removeprefix(_EVERY_ROW))
        path = need.removeprefix(_FILLED)
        gap = _gap(self._fields.get(path), path, need.startswith(_FILLED))
        return None if gap is None else self._not_in_form(path) or gap

    def _column(self, name: str) -> Text | None:
        if name in self.sheet.columns:
            return None
        label = INDICATOR_COLUMNS.get(name) or EXTRA_COLUMNS[name]
        if _COLUMN + name in self.sheet.unread_fields:
            return Text(
                f"“{label}”列没有认出", f"the column of {_NAMES.get(name, label)} is not understood"
            )
        return Text(
            f"本表样没有“{label}”列", f"this form has no column of {_NAMES.get(name, label)}"
        )

    def _no_column(self, name: str) -> Text | None:
        """Why the column is missing, where the whole form has none: then it is no gap of one row."""
        return self._column(name) if name in INDICATOR_COLUMNS and self.sheet.columns else None

    def _not_in_form(self, path: str) -> Text | None:
        """Why the field of the funds or of the total is missing, where the form does not print it."""
        block, _, name = path.rpartition(".")
        if block.startswith("funds.") and self.sheet.funds:
            if name in self.sheet.fund_columns:
                return None
            label = FUND_COLUMNS[name]
            return Text(
                f"本表样的资金栏没有“{label}”列",
                f"the funds of this form have no column of {_NAMES.get(name, label)}",
            )
        if block == "total" and self.sheet.columns and not _POINTS & set(self.sheet.columns):
            return _UNSCORED
        return None

    def _no_rows(self) -> Text:
        return (
            _NO_ROWS if _POINTS & set(self.sheet.columns) or not self.sheet.columns else _UNSCORED
        )

    def _every_row(self, field: str) -> Text | None:
        # A doubtful row may have lost its points to another column.
        doubt = next(filter(None, map(_doubt, self.sheet.indicators)), None)
        if doubt is not None:
            return doubt
        for row in self._scored:
            gap = _gap(getattr(row, field), f"indicators.{field}", filled_only=False)
            if gap is not None:
                return self._no_column(field) or gap
        return None if self._scored else self._no_rows()


@cache_last_sheet
def scored_rows(sheet: Sheet) -> tuple[Indicator, ...]:
    """The indicator rows that have a weight or a score: not the detail rows below an indicator."""
    return tuple(row for row in sheet.indicators if row.weight.filled or row.score.filled)


def _doubt(row: Indicator) -> Text | None:
    if row.doubt is None:
        return None
    return Text(f"“{row.level3.text}”一行读取存疑", f"row {row.level3.text!r} is doubtful")


def _gap(value: Value | None, path: str, filled_only: bool) -> Text | None:
    if value is None:
        return Text(f"表中没有 {path}", f"the sheet has no {path}")
    if value.number is not None or (filled_only and value.filled and value.state != UNCOMPUTED):
        return None
    label = value.where.label_text or path
    if value.state == UNCOMPUTED:
        return Text(f"{label} 是没有计算结果的公式", f"{label} is a formula without a value")
    if not filled_only and value.state == UNREADABLE:
        return Text(f"{label} 不是数字", f"{label} is not a number")
    if not filled_only and value.state == DASH:
        return Text(f"{label} 不适用", f"{label} is not applicable")
    return Text(f"{label} 为空", f"{label} is empty")
