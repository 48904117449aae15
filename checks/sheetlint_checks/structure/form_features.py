"""Forms that lack a whole column or block by design, and are not to be told so as an error.

Transfer payments are reported without any scores.  The 20/80 forms print no weights, or print them
inside the labels, have one block of notes below the table and no block of goals.  A sheet of such a
family is known by lacking the column everywhere, not only in one table.
"""

from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.notes.vocabulary import EXPLAINING


def has_no_scores(sheet: Sheet) -> bool:
    """Neither weights nor scores nor a total anywhere."""
    return (
        bool(sheet.columns)
        and not {"weight", "score"} & set(sheet.columns)
        and not sheet.total.score.filled
    )


def has_no_weights(sheet: Sheet) -> bool:
    """Scores, but no weight column in the indicator table nor in the funds block."""
    return (
        "score" in sheet.columns
        and "weight" not in sheet.columns
        and "weight" not in sheet.fund_columns
    )


def has_notes_below(sheet: Sheet) -> bool:
    """The form has a block for deviations below its table, and so needs no column for them."""
    return any(word in label for label, _ in sheet.remarks for word in EXPLAINING)


def has_no_goals(sheet: Sheet) -> bool:
    """The form has no goals block: neither label is printed, and the funds print no weight."""
    goals_printed = _placed(sheet.planned) or _placed(sheet.actual)
    read_from_table = any(map(_placed, (sheet.title, sheet.project, sheet.unit)))
    return read_from_table and not goals_printed and "weight" not in sheet.fund_columns


def _placed(value: Value) -> bool:
    return value.where.row is not None or value.where.line is not None
