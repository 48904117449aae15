"""The row 总分: sum of weights, total score, and a grade where one is printed in it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise.align import OUTSIDE, AlignedRow, align, is_packed
from sheetlint.recognise.columns import Columns
from sheetlint.recognise.indicator_row import IndicatorRow
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import Lexicon, label_key, split_label
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value, locate
from sheetlint.recognise.values import figure_value, is_figure, text_value
from sheetlint.sheet.numbers.parse import half_width, is_dash, parse_number
from sheetlint.sheet.sheet import TotalRow
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import Value

_WHOLE = 100
_FEWEST_ROWS = 3
"""Indicators above a row that is known as the total by its figures."""
_POINTS = ("weight", "score")
_UNLABELLED = "总分备注"
"""The label of remarks that are written beside the total without a label."""


def is_total_row(line: Line, lexicon: Lexicon) -> bool:
    """Whether the first cell is a label of the total row, alone or with the figure behind a colon."""
    if not lexicon.is_total(line.cells[0].text):
        return _inline_score(line, lexicon) is not None
    return line.keys[0] in lexicon.totals.listed or _holds_points_only(line)


def _holds_points_only(line: Line) -> bool:
    """Whether a weight and a score at most stand behind a label that no list has: an indicator may be
    called 综合评分, and has its target and its result there."""
    behind = line.cells[1:]
    figures = [cell for cell in behind if is_figure(cell)]
    return (
        0 < len(figures) <= len(_POINTS)
        and is_figure(behind[0])
        and not any("%" in half_width(cell.text) for cell in figures)
    )


def adds_up(
    lines: Sequence[Line],
    columns: Columns,
    rows: Sequence[IndicatorRow],
    budget: tuple[str, str],
    lexicon: Lexicon,
) -> bool:
    """Whether the first of the lines is the total row by its figures: a label and the sums of the rows
    above it, with the points of the ``budget`` row (weight, score) or without them, or a weight of 100,
    and no points in the lines below it."""
    label, *figures = lines[0].cells
    by_role = {
        columns.role_by_column.get(cell.column): cell
        for cell in figures
        if "".join(cell.text.split()) not in lexicon.grades
    }
    if len(rows) < _FEWEST_ROWS or not by_role or not by_role.keys() <= {"weight", "score"}:
        return False
    if is_figure(label) or any(_has_points(line, columns) for line in lines[1:]):
        return False
    weight = by_role.get("weight")
    if weight is not None and _points(weight.text) == _WHOLE:
        return True
    sums = {role: _sum([row.texts.get(role, "") for row in rows]) for role in ("weight", "score")}
    added = dict(zip(("weight", "score"), map(_points, budget), strict=True))
    return all(
        _points(cell.text) in (sums[role], sums[role] + added[role])
        for role, cell in by_role.items()
        if role
    )


def _has_points(line: Line, columns: Columns) -> bool:
    return any(
        columns.role_by_column.get(cell.column) in ("weight", "score") and is_figure(cell)
        for cell in line.cells
    )


def _sum(texts: Sequence[str]) -> Decimal:
    return sum(map(_points, texts), Decimal(0))


def _points(text: str) -> Decimal:
    number = parse_number(text)
    return Decimal(0) if number is None else number.value


def _inline_score(line: Line, lexicon: Lexicon) -> Cell | None:
    """The cell of ``总分：99.89`` with the figure as its text; None for another cell."""
    label, value = split_label(line.cells[0].text)
    if not value or not lexicon.is_total(label) or parse_number(value) is None:
        return None
    return line.cells[0]._replace(text=value, stored=None)


class TotalRowReading(NamedTuple):
    """The content of the row."""

    row: TotalRow
    grade: Value
    other_texts: tuple[tuple[str, Cell], ...]
    """Texts of the row that are no grade, with their labels."""


def read_total_row(
    line: Line, columns: Columns, lexicon: Lexicon, log: ReadingLog, shift_above: int
) -> TotalRowReading:
    """The row, read by the columns of the indicator table.

    ``shift_above`` is the shift of the last row above, which this row likely has as well.
    """
    inline = _inline_score(line, lexicon)
    cells = line.cells[1:]
    figures = tuple(c for c in cells if is_figure(c))
    others = tuple(c for c in cells if not is_figure(c))
    figure_line = line._replace(cells=figures, keys=tuple("" for _ in figures))
    aligned = align(figure_line, _score_columns(columns), _fit, _missing, shift_above)
    if inline is not None:
        found = {"score": inline, **{r: c for r, c in aligned.cells.items() if r == "weight"}}
        aligned = aligned._replace(cells=found)
    sure = aligned.certain and not _may_be_either(line, figures, columns)
    if inline is None and figures and not sure:
        _doubt_columns(line, log)
        aligned = aligned._replace(cells={})
    elif aligned.shift and figures:
        log.add_shifted_row(aligned.shift, cell_value(line.row, line.cells[0], ("总分",)))
    values = {
        role: _read_figure(role, line, columns, aligned, lexicon, log)
        for role in ("weight", "score")
    }
    grade = Value("grade", where=locate(line.row, 0, FIELD_LABELS["grade"]))
    other_texts: list[tuple[str, Cell]] = []
    for cell in others:
        where = locate(line.row, cell.column, FIELD_LABELS["grade"])
        role = columns.role_by_column.get(cell.column - aligned.shift)
        graded = _grade_in(cell.text, lexicon)
        if graded:
            grade = text_value("grade", graded, where)
        elif role in ("weight", "score"):
            where = where._replace(label=FIELD_LABELS[f"total.{role}"])
            values[role] = log.record_formula(figure_value(f"total.{role}", cell.text, where))
        elif lexicon.remarks.role(label_key(cell.text)) is None:
            other_texts.append((_UNLABELLED, cell))
    return TotalRowReading(TotalRow(**values), grade, tuple(other_texts))


def _may_be_either(line: Line, figures: Sequence[Cell], columns: Columns) -> bool:
    """Whether the only figure of a short line of text may be the sum of weights or a full score."""
    if len(figures) != 1 or not {"weight", "score"} <= set(columns.roles):
        return False
    number = parse_number(figures[0].text)
    return is_packed(line, columns) and number is not None and number.value == _WHOLE


def _doubt_columns(line: Line, log: ReadingLog) -> None:
    log.unread_fields.update(("total.weight", "total.score"))
    log.add_doubt(
        Text(
            "总分一行的数字与表头对不齐，分不清是分值还是得分",
            "the figures of the total row do not fit the header: sum of weights or total score",
        ),
        cell_value(line.row, line.cells[0], ("总分",)),
    )


def _read_figure(
    role: str,
    line: Line,
    columns: Columns,
    aligned: AlignedRow,
    lexicon: Lexicon,
    log: ReadingLog,
) -> Value:
    cell = aligned.cells.get(role)
    column = cell.column if cell else columns.first_column(role) + aligned.shift
    where = locate(line.row, column, FIELD_LABELS[f"total.{role}"])
    text, computed = (cell.text, cell.computed) if cell else ("", True)
    stored = cell.stored if cell else None
    text = log.strip_broken_character(text, where)
    value = figure_value(f"total.{role}", text, where, stored, computed, lexicon.null_figures)
    return log.record_formula(value)


def _grade_in(text: str, lexicon: Lexicon) -> str:
    """The grade in ``优`` or ``等级：优``; empty where there is none."""
    label, value = split_label(text)
    for part in (label, value):
        bare = "".join(part.split())
        if bare in lexicon.grades:
            return bare
    return ""


def missing_total_row(line: Line, columns: Columns) -> TotalRowReading:
    """Empty values in the last line of a table without a total row."""
    values = {
        role: Value(
            f"total.{role}",
            where=locate(line.row, columns.first_column(role), FIELD_LABELS[f"total.{role}"]),
        )
        for role in ("weight", "score")
    }
    grade = Value("grade", where=locate(line.row, 0, FIELD_LABELS["grade"]))
    return TotalRowReading(TotalRow(**values), grade, ())


def _score_columns(columns: Columns) -> Columns:
    roles = {c: r for c, r in columns.role_by_column.items() if r in ("weight", "score")}
    return Columns(roles, columns.field_count)


def _fit(role: str, text: str, name: str) -> int:
    if role == OUTSIDE:
        return -1 if is_dash(text) else -6
    return 2


def _missing(role: str) -> int:
    return -3 if role == "score" else -1
