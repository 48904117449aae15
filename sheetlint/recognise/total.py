"""The row 总分: sum of weights, total score, and a grade where one is printed beside it."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.model import TotalRow, Value
from sheetlint.numbers.parse import is_dash
from sheetlint.recognise.account import Account, cell_value, place
from sheetlint.recognise.align import OUTSIDE, Columns, align
from sheetlint.recognise.labels import FIELDS
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.values import figure, is_figure, words


def is_total(line: Line, lexicon: Lexicon) -> bool:
    return line.keys[0] in lexicon.totals


class Total(NamedTuple):
    """What stands in the row; ``rest`` are its texts that are no grade."""

    row: TotalRow
    grade: Value
    rest: tuple[tuple[str, Value], ...]


def total_of(line: Line, columns: Columns, lexicon: Lexicon, account: Account) -> Total:
    """Read the row against the columns of the indicator table."""
    cells = line.cells[1:]
    figures = tuple(c for c in cells if is_figure(c))
    others = tuple(c for c in cells if not is_figure(c))
    body = line._replace(cells=figures, keys=tuple("" for _ in figures))
    aligned = align(body, _scored(columns), _fit, _missing)
    if aligned.shift and figures:
        account.shifted(aligned.shift, cell_value(line.row, line.cells[0], ("总分",)))
    values = {}
    for role in ("weight", "score"):
        cell = aligned.cells.get(role)
        column = cell.column if cell else columns.column(role) + aligned.shift
        where = place(line.row, column, FIELDS[f"total.{role}"])
        text, computed = (cell.text, cell.computed) if cell else ("", True)
        stored = cell.stored if cell else None
        values[role] = account.took(
            figure(f"total.{role}", text, where, stored, computed, lexicon.null_figures)
        )
    grade = Value("grade", where=place(line.row, 0, FIELDS["grade"]))
    rest: list[tuple[str, Value]] = []
    for cell in others:
        text = "".join(cell.text.split())
        where = place(line.row, cell.column, FIELDS["grade"])
        if text in lexicon.grades:
            grade = words("grade", cell.text, where)
        elif columns.roles.get(cell.column - aligned.shift) in ("weight", "score"):
            role = columns.roles[cell.column - aligned.shift]
            where = where._replace(label=FIELDS[f"total.{role}"])
            values[role] = account.took(figure(f"total.{role}", cell.text, where))
        else:
            rest.append(("总分备注", words("remarks.总分备注.note", cell.text, where)))
    return Total(TotalRow(**values), grade, tuple(rest))


def no_total(line: Line, columns: Columns) -> Total:
    """The table ends without the row: empty values at its end."""
    values = {
        role: Value(
            f"total.{role}",
            where=place(line.row, columns.column(role), FIELDS[f"total.{role}"]),
        )
        for role in ("weight", "score")
    }
    grade = Value("grade", where=place(line.row, 0, FIELDS["grade"]))
    return Total(TotalRow(**values), grade, ())


def _scored(columns: Columns) -> Columns:
    return columns._replace(
        roles={c: r for c, r in columns.roles.items() if r in ("weight", "score")}
    )


def _fit(role: str, text: str, name: str) -> int:
    if role == OUTSIDE:
        return -1 if is_dash(text) else -6
    return 2


def _missing(role: str) -> int:
    return -3 if role == "score" else -1
