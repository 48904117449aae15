"""From a row as it was read to the values of an ``Indicator``."""

from __future__ import annotations

from sheetlint.messages.text import Text
from sheetlint.recognise.align import Columns
from sheetlint.recognise.labels import EXTRA, INDICATOR, row_label
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.open_row import OpenRow
from sheetlint.recognise.remarks_log import Account, place
from sheetlint.recognise.values import PROSE, figure, level_value, name, prose, words, words_of
from sheetlint.sheet.numbers.measure import SUSPECT, likely_text, parse_measure
from sheetlint.sheet.sheet import Indicator
from sheetlint.sheet.value import Value

LEVELS = ("level1", "level2")
POINTS = ("weight", "score")
_CELLS = tuple(
    (role, said, None if role in POINTS else prose if role in PROSE else name)
    for role, said in INDICATOR.items()
    if role not in LEVELS
)
"""The other fields as they are called, with what reads those that are texts."""
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
    spoilt = [target] if wanted.kind == SUSPECT else []
    large = wanted.number is not None and wanted.number > _WHOLE
    if not large and parse_measure(actual.text).kind == SUSPECT:
        spoilt.append(actual)
    return tuple(spoilt)


def indicator(
    index: int, row: OpenRow, columns: Columns, lexicon: Lexicon, account: Account
) -> Indicator:
    """The row's fields, each with its place."""
    cells, texts, above, own = row.cells, row.texts, row.above, row.row
    label = row_label(*row.levels, words_of(texts.get("level3", "")))
    stem = f"indicators.{index}."
    values: list[Value] = []
    for role, level, found in zip(LEVELS, row.levels, row.level_places, strict=True):
        named = (*label, INDICATOR[role])
        if found is None:
            where = place(own, columns.column(role) + row.shift, named)
            values.append(Value(stem + role, where=where))
        else:
            where = place(found.row, found.cell.column, named)
            values.append(level_value(stem + role, found.cell.text, level, where))
    for role, said, read in _CELLS:
        cell, text = cells.get(role), texts.get(role, "")
        if cell is None:
            column, computed = columns.column(role) + row.shift, True
        else:
            column, computed = cell.column, cell.computed
        where = place(above.get(role, own), column, (*label, said))
        if read is not None:
            value = read(stem + role, text, where, computed)
        else:
            stored = cell.stored if cell and text == cell.text else None
            text = account.unspoilt(text, where)
            value = figure(stem + role, text, where, stored, computed, lexicon.null_figures)
        values.append(value if computed else account.took(value))
    _, _, _, target, actual, *_ = values
    for spoilt in misread(target, actual):
        account.doubted(_MISREAD.fill(printed=spoilt.raw, meant=likely_text(spoilt.text)), spoilt)
    extra: list[tuple[str, Value]] = []
    for role in () if EXTRA.keys().isdisjoint(cells) else cells:
        if role in EXTRA:
            where = place(own, cells[role].column, (*label, EXTRA[role]))
            extra.append((role, words(stem + role, cells[role].text, where)))
    return Indicator._make((*values, row.doubt, tuple(extra)))
