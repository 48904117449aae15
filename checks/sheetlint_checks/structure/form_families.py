"""Forms that lack a whole column by design, and are not to be told so as an error.

Transfer payments are reported without any scores, and the 20/80 forms print no weights; a sheet of
such a family is known by lacking the column everywhere, not only in one table.
"""

from sheetlint.model import Sheet


def without_scores(sheet: Sheet) -> bool:
    """Neither weights nor scores nor a total anywhere."""
    return (
        bool(sheet.columns)
        and not {"weight", "score"} & set(sheet.columns)
        and not sheet.total.score.filled
    )


def without_weights(sheet: Sheet) -> bool:
    """Scores, but no weight column in the indicator table nor in the funds block."""
    return (
        "score" in sheet.columns
        and "weight" not in sheet.columns
        and "weight" not in sheet.fund_columns
    )
