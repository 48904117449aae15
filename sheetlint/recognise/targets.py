"""Tables of approved targets: the form of a budget, which has no actual values and no scores."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.model import Sheet
from sheetlint.recognise import indicators
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line, lines_of
from sheetlint.recognise.sheets import read_sheet
from sheetlint.tables import Document

_TITLE = "绩效目标"
_LONGEST_TITLE = 40


def target_sheets(document: Document, lexicon: Lexicon) -> list[Sheet]:
    """Every table of targets as a sheet, in order.

    A sheet begins at its title, or at the name of its project where the one before has had its
    table.
    """
    sheets: list[Sheet] = []
    for table in document.tables:
        if not table.hidden:
            for lines in _stretches(lines_of(table, lexicon.labels), lexicon):
                sheet = read_sheet(lines, lexicon)
                if any(row.level3.filled and row.target.filled for row in sheet.indicators):
                    sheets.append(sheet)
    return sheets


def _stretches(lines: Sequence[Line], lexicon: Lexicon) -> list[list[Line]]:
    stretches: list[list[Line]] = [[]]
    for line in lines:
        had_table = any(indicators.is_header(before, lexicon) for before in stretches[-1])
        if _is_title(line) or (had_table and _names_project(line, lexicon)):
            stretches.append([])
        stretches[-1].append(line)
    return [
        stretch
        for stretch in stretches
        if any(indicators.is_header(line, lexicon) for line in stretch)
    ]


def _is_title(line: Line) -> bool:
    bare = "".join(line.cells[0].text.split())
    return len(line.cells) == 1 and _TITLE in bare and len(bare) <= _LONGEST_TITLE and "表" in bare


def _names_project(line: Line, lexicon: Lexicon) -> bool:
    return any(lexicon.header.get(name) == "project" for name in line.keys)
