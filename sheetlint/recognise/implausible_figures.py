"""Figures that no sheet can hold: they stand in another column than they were read from.

A score of 42587 is an amount.  What depends on such a figure is not checked: a sentence about it would
accuse a right sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.sheet.numbers.parse import parse_number
from sheetlint.sheet.sheet import FundRow, Indicator, ReadingNote, Sheet
from sheetlint.sheet.value import Value

_MOST_POINTS = 100
"""Of one row."""
_MOST_TOTAL = 200
"""A total above 100 is somebody's mistake, and far above it a figure of another kind."""
_HIGHEST_RATE = 20
"""2000 %."""
_FEWEST_ROWS = 3
_WHOLE = 100
_OUT_OF_RANGE = Text(
    "{label}读成了 {printed}，不可能是这一栏的数字，没有核对",
    "{label} was read as {printed}, which cannot be a figure of this column; it was not checked",
)
_ROW = Text("这一行的{label}读成了 {printed}", "the {label} of this row was read as {printed}")
_BEHIND = Text(
    "说明一栏里是数字：分值、得分与表头对不上，分不清哪个数字属于哪一栏",
    "there are figures under the notes: weights and scores do not fit the header, and which figure "
    "belongs to which column cannot be told",
)
_BEFORE = Text(
    "得分一栏全空，实际完成值一栏的数字合计 100：各栏与表头对不上",
    "no row has a score, and the actual values add up to 100: the columns do not fit the header",
)
_EXCHANGED = Text(
    "把“分值”与“得分”两栏对调，分值合计才是 100：各栏与表头对不上",
    "weights add up to 100 only with weights and scores exchanged: the columns do not fit the header",
)


def doubt_figures(sheet: Sheet) -> Sheet:
    """The sheet with a doubt for each figure beyond the range of its column; rows and totals with such
    a figure are not checked."""
    doubts: list[ReadingNote] = []
    rows = tuple(_doubt_row(row, doubts) for row in sheet.indicators)
    funds = tuple(row for row in sheet.funds if not _doubt_fund(row, doubts))
    unread = set(sheet.unread_fields)
    total = sheet.total
    for name in ("weight", "score"):
        value: Value = getattr(total, name)
        if value.number is not None and value.number > _MOST_TOTAL:
            doubts.append(_note(value))
            unread.add(value.path)
            total = total._replace(**{name: Value(value.path, where=value.where)})
    if not doubts:
        return sheet
    return sheet._replace(
        indicators=rows,
        funds=funds,
        funds_sure=sheet.funds_sure and len(funds) == len(sheet.funds),
        total=total,
        unread_fields=frozenset(unread),
        doubts=(*sheet.doubts, *doubts),
    )


def _doubt_row(row: Indicator, doubts: list[ReadingNote]) -> Indicator:
    for value in (row.weight, row.score):
        if row.doubt is None and value.number is not None and value.number > _MOST_POINTS:
            doubts.append(_note(value))
            row = row._replace(doubt=_fill(_ROW, value))
    return row


def _doubt_fund(row: FundRow, doubts: list[ReadingNote]) -> bool:
    """Whether the row holds a figure that is none of its column; it is noted."""
    for value, most in (
        (row.weight, _MOST_POINTS),
        (row.score, _MOST_POINTS),
        (row.rate, _HIGHEST_RATE),
    ):
        if value.number is not None and value.number > most:
            doubts.append(_note(value))
            return True
    return False


def _note(value: Value) -> ReadingNote:
    return ReadingNote(_fill(_OUT_OF_RANGE, value), value)


def _fill(text: Text, value: Value) -> Text:
    return text.fill(label=value.where.label[-1], printed=value.raw)


def why_shifted(sheet: Sheet) -> Text | None:
    """The reason, where weights and scores stand under other headings than their own; else None."""
    rows = [row for row in sheet.indicators if row.doubt is None]
    if len(rows) < _FEWEST_ROWS:
        return None
    notes = [parse_number(row.note.text) for row in rows]
    # A note of 0 means that there is nothing to explain.
    if 2 * sum(number is not None and number.value != 0 for number in notes) > len(rows):
        return _BEHIND
    if _stand_before(sheet, rows):
        return _BEFORE
    return _EXCHANGED if _are_exchanged(sheet, rows) else None


def _stand_before(sheet: Sheet, rows: Sequence[Indicator]) -> bool:
    """Whether no row has a score and the actual values would be weights."""
    if any(row.score.filled for row in rows) or not all(row.weight.known for row in rows):
        return False
    figures = [parse_number(row.actual.text) for row in rows]
    return _fund_points(sheet, "weight") + sum(n.value for n in figures if n) == _WHOLE


def _are_exchanged(sheet: Sheet, rows: Sequence[Indicator]) -> bool:
    """Whether most scores are above their weights, none is below, and the scores add up to 100."""
    pairs = [(r.weight.number, r.score.number) for r in rows]
    known = [(weight, score) for weight, score in pairs if weight is not None and score is not None]
    if len(known) < len(pairs) or any(score < weight for weight, score in known):
        return False
    if 2 * sum(score > weight for weight, score in known) < len(known):
        # A weight or two that are too low.
        return False
    weights = _fund_points(sheet, "weight") + sum(weight for weight, _ in known)
    scores = _fund_points(sheet, "score") + sum(score for _, score in known)
    return scores == _WHOLE != weights


def _fund_points(sheet: Sheet, name: str) -> Decimal:
    fund = sheet.fund_total
    number = getattr(fund, name).number if fund is not None else None
    return number if isinstance(number, Decimal) else Decimal(0)
