"""Columns and blocks that a family of forms lacks by design; their absence is no error.

Transfer payments are reported without any scores.  The 20/80 forms print no weights, or print them
inside the labels, have one block of notes below the table and no block of goals.  A sheet of such a
family is known by lacking the column everywhere, not only in one table.
"""

from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.notes.vocabulary import EXPLAINING

_POINTS = frozenset({"weight", "score"})
_UNREAD_POINTS = frozenset({"columns.weight", "columns.score"})


def has_no_scores(sheet: Sheet) -> bool:
    """Whether the form has neither weights nor scores nor a total."""
    return (
        bool(sheet.columns)
        and not _POINTS & set(sheet.columns)
        and _UNREAD_POINTS.isdisjoint(sheet.unread_fields)
        and not sheet.total.score.filled
    )


def has_no_weights(sheet: Sheet) -> bool:
    """Whether the form has scores, but no column of weights, neither for indicators nor for funds."""
    return (
        "score" in sheet.columns
        and "weight" not in sheet.columns
        and "weight" not in sheet.fund_columns
        and _UNREAD_POINTS.isdisjoint(sheet.unread_fields)
    )


def is_never_filled_in(sheet: Sheet) -> bool:
    """Whether the form asks for actual values and scores and no row has any, though targets are set."""
    if not {"actual", "score"} <= set(sheet.columns):
        return False
    rows = sheet.indicators
    return any(row.target.filled for row in rows) and not any(
        row.actual.filled or row.score.filled for row in rows
    )


def has_notes_below(sheet: Sheet) -> bool:
    """Whether the form has a block for deviations below the table instead of a column."""
    return any(word in label for label, _ in sheet.remarks for word in EXPLAINING)


def has_no_goals(sheet: Sheet) -> bool:
    """Whether the form has no block of goals: neither label is printed, and the funds have no weight."""
    goals_printed = _has_position(sheet.planned) or _has_position(sheet.actual)
    read_from_table = any(map(_has_position, (sheet.title, sheet.project, sheet.unit)))
    return read_from_table and not goals_printed and "weight" not in sheet.fund_columns


def _has_position(value: Value) -> bool:
    return value.where.row is not None or value.where.line is not None
