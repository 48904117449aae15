"""From a row as it was read to the values of an ``Indicator``."""

from __future__ import annotations

from sheetlint.model import Indicator, Text, Value
from sheetlint.numbers.measure import SUSPECT, parse_measure
from sheetlint.recognise.account import Account, place
from sheetlint.recognise.align import Columns
from sheetlint.recognise.labels import EXTRA, INDICATOR, row_label
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.openrow import OpenRow
from sheetlint.recognise.values import figure, words, words_of


def indicator(
    index: int, row: OpenRow, columns: Columns, lexicon: Lexicon, account: Account
) -> Indicator:
    """The row's fields, each with its place."""
    label = row_label(*row.levels, words_of(row.texts.get("level3", "")))
    values: dict[str, Value] = {}
    for role in INDICATOR:
        cell = row.cells.get(role)
        column = cell.column if cell else columns.column(role) + row.shift
        where = place(row.row_of(role), column, (*label, INDICATOR[role]))
        path = f"indicators.{index}.{role}"
        text = row.texts.get(role, "")
        computed = cell.computed if cell else True
        if role in ("weight", "score"):
            stored = cell.stored if cell and text == cell.text else None
            text = account.unspoilt(text, where)
            value = figure(path, text, where, stored, computed, lexicon.null_figures)
        else:
            value = words(path, text, where, computed)
        if role in ("target", "actual"):
            _suspect(value, account)
        values[role] = account.took(value)
    for role, level, found in zip(("level1", "level2"), row.levels, row.level_places, strict=True):
        if found is not None:
            values[role] = Value(
                values[role].path,
                " ".join(found.cell.text.split()),
                "present",
                level,
                where=place(found.row, found.cell.column, values[role].where.label),
            )
        elif not level:
            values[role] = Value(values[role].path, where=values[role].where)
    extra = tuple(
        (
            role,
            words(
                f"indicators.{index}.{role}",
                cell.text,
                place(row.row, cell.column, (*label, EXTRA[role])),
            ),
        )
        for role, cell in row.cells.items()
        if role in EXTRA
    )
    return Indicator(doubt=row.doubt, extra=extra, **values)


def _suspect(value: Value, account: Account) -> None:
    if parse_measure(value.text).kind == SUSPECT:
        account.doubted(
            Text(
                f"“{value.raw}”像是识别错了的“≥{value.raw[1:]}”，这一行不核对得分",
                f"{value.raw!r} looks like a misread '≥{value.raw[1:]}'; "
                "the row's score is not checked",
            ),
            value,
        )
