"""From a row as it was read to the values of an ``Indicator``."""

from __future__ import annotations

from sheetlint.model import PRESENT, Indicator, Text, Value
from sheetlint.numbers.measure import SUSPECT, meant, parse_measure
from sheetlint.recognise.account import Account, place
from sheetlint.recognise.align import Columns
from sheetlint.recognise.labels import EXTRA, INDICATOR, row_label
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.openrow import OpenRow
from sheetlint.recognise.values import figure, words, words_of

LEVELS = ("level1", "level2")
POINTS = ("weight", "score")
_CELLS = tuple(role for role in INDICATOR if role not in LEVELS)
_MISREAD = Text(
    "“{printed}”像是识别错了的“{meant}”，这一行不核对得分",
    "{printed} looks like a misread {meant}; the row's score is not checked",
)
_WHOLE = 100


def misread(target: Value, actual: Value) -> tuple[Value, ...]:
    """Those of the two that optical recognition seems to have spoilt.

    Beside a target of 200 % an actual value of 290 % is what it says.
    """
    wanted = parse_measure(target.text)
    large = wanted.number is not None and wanted.number > _WHOLE
    cells = (target,) if large else (target, actual)
    return tuple(cell for cell in cells if parse_measure(cell.text).kind == SUSPECT)


def indicator(
    index: int, row: OpenRow, columns: Columns, lexicon: Lexicon, account: Account
) -> Indicator:
    """The row's fields, each with its place."""
    label = row_label(*row.levels, words_of(row.texts.get("level3", "")))
    values: dict[str, Value] = {}
    for role, level, found in zip(LEVELS, row.levels, row.level_places, strict=True):
        path, name = f"indicators.{index}.{role}", (*label, INDICATOR[role])
        if found is None:
            column = columns.column(role) + row.shift
            values[role] = Value(path, where=place(row.row, column, name))
        else:
            where = place(found.row, found.cell.column, name)
            values[role] = Value(
                path, " ".join(found.cell.text.split()), PRESENT, level, where=where
            )
    for role in _CELLS:
        cell = row.cells.get(role)
        column = cell.column if cell else columns.column(role) + row.shift
        where = place(row.row_of(role), column, (*label, INDICATOR[role]))
        path = f"indicators.{index}.{role}"
        text = row.texts.get(role, "")
        computed = cell.computed if cell else True
        if role in POINTS:
            stored = cell.stored if cell and text == cell.text else None
            text = account.unspoilt(text, where)
            value = figure(path, text, where, stored, computed, lexicon.null_figures)
        else:
            value = words(path, text, where, computed)
        values[role] = account.took(value)
    for spoilt in misread(values["target"], values["actual"]):
        account.doubted(_MISREAD.fill(printed=spoilt.raw, meant=meant(spoilt.text)), spoilt)
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
