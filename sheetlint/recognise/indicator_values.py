"""From a row as it was read to the values of an ``Indicator``."""

from __future__ import annotations

from sheetlint.messages.text import Text
from sheetlint.recognise.columns import Columns
from sheetlint.recognise.indicator_row import IndicatorRow
from sheetlint.recognise.labels import EXTRA_COLUMNS, INDICATOR_COLUMNS, row_label
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.reading_log import ReadingLog, locate
from sheetlint.recognise.values import (
    PROSE,
    clean_name,
    figure_value,
    level_value,
    name_value,
    prose_value,
    text_value,
)
from sheetlint.sheet.numbers.measure import SUSPECT, likely_text, parse_measure
from sheetlint.sheet.sheet import Indicator
from sheetlint.sheet.value import Value

LEVELS = ("level1", "level2")
POINTS = ("weight", "score")
_CELLS = tuple(
    (role, said, None if role in POINTS else prose_value if role in PROSE else name_value)
    for role, said in INDICATOR_COLUMNS.items()
    if role not in LEVELS
)
"""The other fields as they are called, with what reads those that are texts."""
_MISREAD = Text(
    "“{printed}”像是识别错了的“{meant}”，这一行不核对得分",
    "{printed} looks like a misread {meant}; the row's score is not checked",
)
_WHOLE = 100


def misread_cells(target: Value, actual: Value) -> tuple[Value, ...]:
    """Those of the two that optical recognition seems to have spoilt.

    Beside a target of 200 % an actual value of 290 % is what it says.
    """
    wanted = parse_measure(target.text)
    spoilt = [target] if wanted.kind == SUSPECT else []
    large = wanted.number is not None and wanted.number > _WHOLE
    if not large and parse_measure(actual.text).kind == SUSPECT:
        spoilt.append(actual)
    return tuple(spoilt)


def read_indicator(
    index: int, row: IndicatorRow, columns: Columns, lexicon: Lexicon, account: ReadingLog
) -> Indicator:
    """The row's fields, each with its place."""
    cells, texts, above, own = row.cells, row.texts, row.rows_above, row.row
    label = row_label(*row.levels, clean_name(texts.get("level3", "")))
    stem = f"indicators.{index}."
    values: list[Value] = []
    for role, level, found in zip(LEVELS, row.levels, row.level_cells, strict=True):
        named = (*label, INDICATOR_COLUMNS[role])
        if found is None:
            where = locate(own, columns.first_column(role) + row.shift, named)
            values.append(Value(stem + role, where=where))
        else:
            where = locate(found.row, found.cell.column, named)
            values.append(level_value(stem + role, found.cell.text, level, where))
    for role, said, read in _CELLS:
        cell, text = cells.get(role), texts.get(role, "")
        if cell is None:
            column, computed = columns.first_column(role) + row.shift, True
        else:
            column, computed = cell.column, cell.computed
        where = locate(above.get(role, own), column, (*label, said))
        if read is not None:
            value = read(stem + role, text, where, computed)
        else:
            stored = cell.stored if cell and text == cell.text else None
            text = account.strip_broken_character(text, where)
            value = figure_value(stem + role, text, where, stored, computed, lexicon.null_figures)
        values.append(value if computed else account.record_formula(value))
    _, _, _, target, actual, *_ = values
    for spoilt in misread_cells(target, actual):
        account.add_doubt(_MISREAD.fill(printed=spoilt.raw, meant=likely_text(spoilt.text)), spoilt)
    extra: list[tuple[str, Value]] = []
    for role in () if EXTRA_COLUMNS.keys().isdisjoint(cells) else cells:
        if role in EXTRA_COLUMNS:
            where = locate(own, cells[role].column, (*label, EXTRA_COLUMNS[role]))
            extra.append((role, text_value(stem + role, cells[role].text, where)))
    return Indicator._make((*values, row.doubt, tuple(extra)))
