"""A scored block above the indicator table: 资金管理情况 between funds and goals in forms of transfer
payments, 项目决策 and 项目管理 in others.

Its rows count towards the total like indicators and are read as indicators whose first level is the
name of the block, or what stands at their left.  They have no targets.
"""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.recognise.align import AlignedRow
from sheetlint.recognise.columns import read_columns
from sheetlint.recognise.indicator_row import IndicatorRow
from sheetlint.recognise.level_cells import level_name
from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.recognise.lines import Line, MergedCell
from sheetlint.recognise.values import is_figure
from sheetlint.sheet.tables import Cell

_SCORED = ("weight", "score")
_OF_INDICATORS = ("target", "actual")


def begins_management(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line ends the funds block: it begins this block, or splits the money another way."""
    if any(name in lexicon.labels_after_funds for name in line.keys):
        return True
    roles = lexicon.indicator_columns.roles(line.keys)
    return (
        roles >= {*_SCORED} and roles.isdisjoint(_OF_INDICATORS) and not _has_amounts(line, lexicon)
    )


def _has_amounts(line: Line, lexicon: Lexicon) -> bool:
    return not lexicon.fund_columns.roles(line.keys).isdisjoint(("initial", "budget", "executed"))


def read_scored_rows(lines: Sequence[Line], lexicon: Lexicon) -> list[IndicatorRow]:
    """The rows of the block; none where it has no columns of weight and score."""
    if not lines:
        return []
    columns = read_columns(lines[0], lexicon.indicator_columns)
    if not set(_SCORED) <= set(columns.roles):
        return []
    named = zip(lines[0].cells, lines[0].keys, strict=True)
    label = next((c for c, key in named if _is_block_label(key, lexicon)), None)
    level = None if label is None else MergedCell(lines[0].row, label)
    rows: list[IndicatorRow] = []
    for line in lines[1:]:
        cells: dict[str, Cell] = {}
        for cell in line.cells:
            role = columns.role_by_column.get(cell.column)
            if role in (*_SCORED, "note"):
                cells[role] = cell
            elif label is None and cell.column == lines[0].cells[0].column:
                level = MergedCell(line.row, cell)
            elif not is_figure(cell) and not _is_block_label(label_key(cell.text), lexicon):
                cells.setdefault("actual" if "level3" in cells else "level3", cell)
        if level is None or not set(_SCORED) & set(cells) or "level3" not in cells:
            continue
        row = IndicatorRow(line, AlignedRow(cells, 0, True, ()))
        row.levels = level_name(level.cell.text), ""
        row.level_cells = level, None
        rows.append(row)
    return rows


def _is_block_label(name: str, lexicon: Lexicon) -> bool:
    return name in lexicon.labels_after_funds
