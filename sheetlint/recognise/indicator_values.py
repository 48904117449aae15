"""From an ``IndicatorRow`` to the typed values of an ``Indicator``."""

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
    (role, label, None if role in POINTS else prose_value if role in PROSE else name_value)
    for role, label in INDICATOR_COLUMNS.items()
    if role not in LEVELS
)
"""The other fields with their labels, and the reader of those that are texts."""
_MISREAD = Text(
    "“{printed}”像是识别错了的“{likely}”，这一行不核对得分",
    "{printed} looks like a misread {likely}; the row's score is not checked",
)
_WHOLE = 100


def misread_cells(target: Value, actual: Value) -> tuple[Value, ...]:
    """The cells that optical recognition seems to have misread (``290%`` for ``≥90%``).

    With a target above 100 % an actual value of 290 % is plausible.
    """
    measure = parse_measure(target.text)
    suspect = [target] if measure.kind == SUSPECT else []
    large = measure.number is not None and measure.number > _WHOLE
    if not large and parse_measure(actual.text).kind == SUSPECT:
        suspect.append(actual)
    return tuple(suspect)


def read_indicator(
    index: int, row: IndicatorRow, columns: Columns, lexicon: Lexicon, log: ReadingLog
) -> Indicator:
    """The fields of the row with their places."""
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
    for role, field_label, read in _CELLS:
        cell, text = cells.get(role), texts.get(role, "")
        if cell is None:
            column, computed = columns.first_column(role) + row.shift, True
        else:
            column, computed = cell.column, cell.computed
        where = locate(above.get(role, own), column, (*label, field_label))
        if read is not None:
            value = read(stem + role, text, where, computed)
        else:
            stored = cell.stored if cell and text == cell.text else None
            text = log.strip_broken_character(text, where)
            value = figure_value(stem + role, text, where, stored, computed, lexicon.null_figures)
        values.append(value if computed else log.record_formula(value))
    _, _, _, target, actual, *_ = values
    for suspect in misread_cells(target, actual):
        log.add_doubt(_MISREAD.fill(printed=suspect.raw, likely=likely_text(suspect.text)), suspect)
    extra: list[tuple[str, Value]] = []
    for role in () if EXTRA_COLUMNS.keys().isdisjoint(cells) else cells:
        if role in EXTRA_COLUMNS:
            where = locate(own, cells[role].column, (*label, EXTRA_COLUMNS[role]))
            extra.append((role, text_value(stem + role, cells[role].text, where)))
    return Indicator._make((*values, row.doubt, tuple(extra)))
