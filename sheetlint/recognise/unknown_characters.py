"""Fields of a page on which a character could not be read: nothing that rests on them is checked.

In other files, too, a character may be lost, but there a person sees that it is.
"""

from __future__ import annotations

from sheetlint.messages.text import Text
from sheetlint.sheet.sheet import ReadingNote, Sheet
from sheetlint.sheet.value import Value

UNKNOWN = "\ufffd"
"""Stands for a character that the reader could not tell."""
_DOUBT = Text(
    "第 {page} 页“{printed}”有 {count} 处读不出是什么字，用到它的没有检查",
    "page {page}: {count} signs of {printed!r} could not be read; what rests on them is not checked",
)


def doubt_unknown_characters(sheet: Sheet) -> Sheet:
    """The sheet with a doubt for each field that holds such a character, and for its row."""
    found = [v for v in sheet.values() if UNKNOWN in v.raw and v.where.page is not None]
    if not found:
        return sheet
    paths = {value.path for value in found}
    # A merged cell is the level of several rows.
    cells = {value.where._replace(label=()): value for value in reversed(found)}
    rows = tuple(
        row._replace(doubt=row.doubt or _doubt_text(unknown))
        if (unknown := next((v for v in row[:8] if v.path in paths), None))
        else row
        for row in sheet.indicators
    )
    return sheet._replace(
        doubts=(*sheet.doubts, *(ReadingNote(_doubt_text(v), v) for v in reversed(cells.values()))),
        indicators=rows,
        funds_sure=sheet.funds_sure and not any(path.startswith("funds.") for path in paths),
    )


def _doubt_text(value: Value) -> Text:
    count = value.raw.count(UNKNOWN)
    return _DOUBT.fill(page=value.where.page, printed=value.raw, count=count)
