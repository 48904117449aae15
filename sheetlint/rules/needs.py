"""What a check needs to be called, and whether a sheet has it.

The checks ask for the same few things over and over: each is looked up once a sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import EXTRA_COLUMNS, FIELD_LABELS, FUND_COLUMNS, INDICATOR_COLUMNS
from sheetlint.rules.sharing import SharedResults
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import DASH, UNCOMPUTED, UNREADABLE, Value

READING = "reading"
"""The need of a check that speaks of the reading itself: it is called whatever came of it."""
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
_OF_SHEET = ("columns.", "indicators", "funds")
"""Needs of a row that its sheet as a whole answers."""

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
"""What a check of a row may need: fields of the row, and what its sheet as a whole answers."""
LABELLED = ("details.", "remarks.", "~details.", "~remarks.")
"""How the path of a field begins that forms label as they please."""


Answer = TypeVar("Answer")


class OfSheet(Generic[Answer]):
    """A function of a sheet that keeps its last answer: a dozen checks ask for it one after another,
    and sheets do not change."""

    def __init__(self, function: Callable[[Sheet], Answer]) -> None:
        self._function = function
        self._last: tuple[Sheet, Answer] | None = None

    def __call__(self, sheet: Sheet) -> Answer:
        last = self._last
        if last is not None and last[0] is sheet:
            return last[1]
        answer = self._function(sheet)
        self._last = (sheet, answer)
        return answer


class Ready(NamedTuple):
    """The scored rows that have what a check needs, and why the others are left out."""

    rows: tuple[Indicator, ...]
    reasons: tuple[Text, ...]


class Available:
    """Answers for one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.scored = scored(sheet)
        self._fields = {value.path: value for value in sheet.values()}
        self._of_sheet: dict[tuple[str, ...], Text | None] = {}
        self._of_rows: dict[tuple[str, ...], Ready] = {}
        self._of_sheets_need: dict[str, Text | None] = {}
        self._of_need: dict[str, tuple[Text | None, ...]] = {}
        self._doubts = tuple(_doubtful(row) for row in self.scored)
        self.shared = SharedResults()

    def missing(self, needs: tuple[str, ...]) -> Text | None:
        """Why the first unmet need is not met, or None."""
        if needs not in self._of_sheet:
            reasons = map(self._missing, needs)
            first = next((r for r in reasons if r is not None), None)
            self._of_sheet[needs] = (
                first if READING in needs else self.sheet.unreliable_reason or first
            )
        return self._of_sheet[needs]

    def rows(self, needs: tuple[str, ...]) -> Ready:
        """The same for each scored row by itself."""
        if needs not in self._of_rows:
            self._of_rows[needs] = self._ready(needs)
        return self._of_rows[needs]

    def _ready(self, needs: tuple[str, ...]) -> Ready:
        if self.sheet.unreliable_reason is not None or not self.scored:
            return Ready((), (self.sheet.unreliable_reason or self._no_rows(),))
        gaps = [gap for need in needs if any(gap := self._gaps(need))]
        if not gaps and not any(self._doubts):
            return Ready(self.scored, ())
        rows: list[Indicator] = []
        reasons: dict[Text, None] = {}
        for row, *lacks in zip(self.scored, self._doubts, *gaps, strict=True):
            reason = next((lack for lack in lacks if lack is not None), None)
            if reason is None:
                rows.append(row)
            else:
                reasons.setdefault(reason)
        return Ready(tuple(rows), tuple(reasons))

    def _gaps(self, need: str) -> tuple[Text | None, ...]:
        """What each scored row lacks of it."""
        if need not in self._of_need:
            if need.startswith(_OF_SHEET):
                self._of_need[need] = (self._missing(need),) * len(self.scored)
            else:
                self._of_need[need] = tuple(self._lacking(need, row) for row in self.scored)
        return self._of_need[need]

    def _lacking(self, need: str, row: Indicator) -> Text | None:
        name = need.removeprefix(_FILLED)
        lack = _lack(getattr(row, name), name, need.startswith(_FILLED))
        return None if lack is None else self._no_column(name) or lack

    def _missing(self, need: str) -> Text | None:
        if need not in self._of_sheets_need:
            self._of_sheets_need[need] = self._looked_up(need)
        return self._of_sheets_need[need]

    def _looked_up(self, need: str) -> Text | None:
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
        lack = _lack(self._fields.get(path), path, need.startswith(_FILLED))
        return None if lack is None else self._not_in_form(path) or lack

    def _column(self, name: str) -> Text | None:
        if name in self.sheet.columns:
            return None
        label = INDICATOR_COLUMNS.get(name) or EXTRA_COLUMNS[name]
        return Text(
            f"本表样没有“{label}”列", f"this form has no column of {_NAMES.get(name, label)}"
        )

    def _no_column(self, name: str) -> Text | None:
        """The whole form has no such column: that is no gap in one of its rows."""
        return self._column(name) if name in INDICATOR_COLUMNS and self.sheet.columns else None

    def _not_in_form(self, path: str) -> Text | None:
        """The form prints no such field of the funds or of the total anywhere."""
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
        for row in self.scored:
            doubtful = _doubtful(row)
            if doubtful is not None:
                return doubtful
            lack = _lack(getattr(row, field), f"indicators.{field}", filled_only=False)
            if lack is not None:
                return self._no_column(field) or lack
        return None if self.scored else self._no_rows()


def _scored(sheet: Sheet) -> tuple[Indicator, ...]:
    return tuple(row for row in sheet.indicators if row.weight.filled or row.score.filled)


scored = OfSheet(_scored)
"""Indicator rows that carry a weight or a score: not the detail rows below an indicator."""


def _doubtful(row: Indicator) -> Text | None:
    if row.doubt is None:
        return None
    return Text(f"“{row.level3.text}”一行读取存疑", f"row {row.level3.text!r} is doubtful")


def _lack(value: Value | None, path: str, filled_only: bool) -> Text | None:
    if value is None:
        return Text(f"表中没有 {path}", f"the sheet has no {path}")
    if value.number is not None or (filled_only and value.filled and value.state != UNCOMPUTED):
        return None
    words = value.where.label_text or path
    if value.state == UNCOMPUTED:
        return Text(f"{words} 是没有计算结果的公式", f"{words} is a formula without a value")
    if not filled_only and value.state == UNREADABLE:
        return Text(f"{words} 不是数字", f"{words} is not a number")
    if not filled_only and value.state == DASH:
        return Text(f"{words} 不适用", f"{words} is not applicable")
    return Text(f"{words} 为空", f"{words} is empty")
