"""The goals block (年度总体目标): the planned goals and what was achieved."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, locate
from sheetlint.recognise.values import text_value
from sheetlint.sheet.tables import Cell, Row
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

_GOALS = ("planned", "actual")


def is_goals_header(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line holds the label of a goal cell and has no more cells than the block."""
    return len(line.cells) <= 5 and not lexicon.goal_labels.keys().isdisjoint(line.keys)


def read_goals(lines: Sequence[Line], lexicon: Lexicon, log: ReadingLog) -> dict[str, Value]:
    """The values ``planned`` and ``actual`` from the lines of the block, its header first."""
    columns: dict[str, int] = {}
    texts: dict[str, list[tuple[Row, Cell]]] = {role: [] for role in _GOALS}
    for line in lines:
        labels = _labels(line, lexicon)
        columns.update({role: column for column, role in labels.items()})
        role_before = ""
        for cell, name in zip(line.cells, line.keys, strict=True):
            if cell.column in labels:
                role_before = labels[cell.column]
            elif name not in lexicon.goal_block_labels and columns:
                texts[role_before or _nearest(cell.column, columns)].append((line.row, cell))
    return {role: _read_goal(role, texts[role], columns, lines, log) for role in _GOALS}


def _labels(line: Line, lexicon: Lexicon) -> dict[int, str]:
    """The fields of the labels in a line, by grid column.

    In forms of transfer payments the planned goals have the label that elsewhere names the block.
    """
    named = list(zip(line.cells, line.keys, strict=True))
    labels = {
        c.column: lexicon.goal_labels[name] for c, name in named if name in lexicon.goal_labels
    }
    if set(labels.values()) == {"actual"}:
        labels |= {
            c.column: "planned" for c, name in named[1:] if name in lexicon.goal_block_labels
        }
    return labels


def _nearest(column: int, columns: dict[str, int]) -> str:
    return min(columns, key=lambda role: abs(columns[role] - column))


def _read_goal(
    role: str,
    found: list[tuple[Row, Cell]],
    columns: dict[str, int],
    lines: Sequence[Line],
    log: ReadingLog,
) -> Value:
    label = FIELD_LABELS[role]
    if not found:
        row = lines[-1].row if lines else None
        return Value(role, where=locate(row, columns.get(role, 0), label) if row else Where(label))
    row, cell = found[0]
    text = "\n".join(c.text for _, c in found)
    computed = all(c.computed for _, c in found)
    return log.record_formula(text_value(role, text, locate(row, cell.column, label), computed))
