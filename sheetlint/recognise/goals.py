"""The goals block (年度总体目标): the planned goals and what was achieved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value, locate
from sheetlint.recognise.values import text_value
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.tables import Cell, Row
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

_GOALS = ("planned", "actual")
_MOST_CELLS = 5
_LONGEST_HEADING = 16
_SHORTEST_GOAL = 12
"""Characters of a goal behind a label that no list has."""
_NUMBERED = LazyPattern(r"\s*(?:[2-9]|[二三四五六七八九])\s*[.、．)）]\s*\S")


def is_goals_header(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line holds the label of a goal cell and has no more cells than the block.

    A label that is not listed counts beside another one of the block.
    """
    if len(line.cells) > _MOST_CELLS:
        return False
    if any(name in lexicon.goal_labels.listed for name in line.keys):
        return True
    if _goal_beside_label(line, lexicon):
        return True
    known = [
        name
        for name in line.keys
        if name in lexicon.goal_block_labels or lexicon.goal_labels.is_judged(name)
    ]
    if len(known) > 1 and "actual" in lexicon.goal_labels.roles(known):
        return True
    return _labels_by_place(line, lexicon) is not None


def _labels_by_place(line: Line, lexicon: Lexicon) -> tuple[Cell, Cell] | None:
    """The two headings right of the label of the block, whatever their words; None for another line."""
    first, *others = line.keys
    if len(others) != 2 or not (
        first in lexicon.goal_block_labels or lexicon.goal_labels.role(first) is not None
    ):
        return None
    if any(len(key) > _LONGEST_HEADING or any(map(str.isdigit, key)) for key in others):
        return None
    return line.cells[1], line.cells[2]


def read_goals(lines: Sequence[Line], lexicon: Lexicon, log: ReadingLog) -> dict[str, Value]:
    """The values ``planned`` and ``actual`` from the lines of the block, its header first."""
    columns: dict[str, int] = {}
    texts: dict[str, list[tuple[Row, Cell]]] = {role: [] for role in _GOALS}
    beside = bool(lines) and _goal_beside_label(lines[0], lexicon)
    if beside:
        columns["planned"] = lines[0].cells[1].column
        texts["planned"].append((lines[0].row, lines[0].cells[1]))
    for line in lines[beside:]:
        if columns and _begins_next_item(line, min(columns.values())):
            break
        labels = _labels(line, lexicon)
        if columns:
            # A text may read like a label: 完成.  Behind the header only a missing label is one.
            labels = {
                c.column: role
                for c, name in zip(line.cells, line.keys, strict=True)
                if (role := labels.get(c.column))
                and (name in lexicon.goal_labels.listed or role not in columns)
            }
        _note_judged(line, labels, lexicon, log)
        columns.update({role: column for column, role in labels.items()})
        role_before = ""
        if not labels and _is_short(line, columns):
            for role, cell in zip(
                sorted(columns, key=columns.__getitem__), line.cells, strict=True
            ):
                texts[role].append((line.row, cell))
            continue
        for cell, name in zip(line.cells, line.keys, strict=True):
            if cell.column in labels:
                role_before = labels[cell.column]
            elif columns and not _is_block_label(cell, name, labels, lexicon):
                texts[role_before or _nearest(cell.column, columns)].append((line.row, cell))
    if beside and "actual" not in columns:
        log.unread_fields.add("actual")
    return {role: _read_goal(role, texts[role], columns, lines, log) for role in _GOALS}


def _goal_beside_label(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line is ``年度目标 | text``: a form that asks for the planned goal only."""
    if len(line.cells) != 2 or len(line.keys[1]) < _SHORTEST_GOAL:
        return False
    key = line.keys[0]
    return key in lexicon.goal_block_labels or lexicon.goal_labels.role(key) == "planned"


def _is_short(line: Line, columns: dict[str, int]) -> bool:
    """Whether a line of text has lost its empty cells: the goals stand one behind the other from the
    beginning of the line."""
    return (
        line.field_count > 0
        and [c.column for c in line.cells] == list(range(len(columns)))
        and len(columns) == len(_GOALS)
        and 0 not in columns.values()
    )


def _begins_next_item(line: Line, left: int) -> bool:
    """Whether the line begins a further item of the block (``2.项目实施内容及过程概述``), left of the goals."""
    return line.cells[0].column < left and _NUMBERED.match(line.cells[0].text) is not None


def _is_block_label(cell: Cell, name: str, labels: dict[int, str], lexicon: Lexicon) -> bool:
    """Whether the cell names the block: a listed label, or what stands left of the goals' labels."""
    return name in lexicon.goal_block_labels or bool(labels and cell.column < min(labels))


def _labels(line: Line, lexicon: Lexicon) -> dict[int, str]:
    """The fields of the labels in a line, by grid column: listed ones, then those that are judged.

    In forms of transfer payments the planned goals have the label that elsewhere names the block, and
    the results may have that of the block with 完成情况 behind it.
    """
    named = list(zip(line.cells, line.keys, strict=True))
    listed, block = lexicon.goal_labels.listed, lexicon.goal_block_labels

    def columns(role: str, is_label: Callable[[str], bool]) -> list[int]:
        return [
            c.column
            for c, name in named
            if lexicon.goal_labels.role(name) == role and is_label(name)
        ]

    planned = (
        columns("planned", lambda name: name in listed)[:1]
        or columns("planned", lambda name: name not in block)[-1:]
    )
    known = columns("actual", lambda name: name in listed)
    judged = columns("actual", lambda name: bool(planned) or name not in block)
    if planned:
        # What stands left of the planned goals is the label of the block: 目标完成情况.
        known = (
            [c for c in known if c > planned[0]] or [c for c in judged if c > planned[0]] or known
        )
    actual = known[-1:] or judged[-1:]
    labels = dict.fromkeys(planned, "planned") | dict.fromkeys(actual, "actual")
    if set(labels.values()) == {"actual"}:
        labels |= {c.column: "planned" for c, name in named[1:] if name in block}
    by_place = _labels_by_place(line, lexicon)
    if by_place is not None and len(labels) < len(_GOALS):
        # One heading is known at most: the planned goals stand left of the results.
        labels = dict(zip((cell.column for cell in by_place), _GOALS, strict=True))
    return labels


def _note_judged(line: Line, labels: dict[int, str], lexicon: Lexicon, log: ReadingLog) -> None:
    known = lexicon.goal_labels.listed.keys() | lexicon.goal_block_labels
    for cell, name in zip(line.cells, line.keys, strict=True):
        role = labels.get(cell.column)
        if role and name not in known:
            log.add_judged(cell_value(line.row, cell, FIELD_LABELS[role]))


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
