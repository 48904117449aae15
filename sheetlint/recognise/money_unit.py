"""The unit that the amounts of the form are in."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.recognise.form_head import first_place
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value, locate
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.value import Value


def read_money_unit(lines: Sequence[Line], lexicon: Lexicon, log: ReadingLog) -> Value:
    """元 or 万元, from the first cell of the lines that prints a money unit."""
    for line in lines:
        for cell in line.cells:
            found = lexicon.money.search(half_width(cell.text))
            if found:
                unit = found[1] or found[2]
                where = locate(line.row, cell.column, FIELD_LABELS["money_unit"])
                return Value(
                    "money_unit",
                    cell_value(line.row, cell, FIELD_LABELS["money_unit"]).raw,
                    "present",
                    unit,
                    where=where,
                )
    return Value("money_unit", where=first_place(lines, FIELD_LABELS["money_unit"]))
