"""A sheet as the national form prints it, with the columns that the sheet has.

Every filled field of the sheet stands in one cell of the form, whatever form it was read from.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sheetlint.recognise.labels import FUND_COLUMNS
from sheetlint.report.form import words
from sheetlint.report.form.grid import FIGURE, HEADING, TEXT, TITLE, Draft, Form, Piece
from sheetlint.report.form.spans import spans
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value

_LEVELS = ("level1", "level2")
_POINTS = ("weight", "coefficient", "deduction", "item_score", "score", "review")
_CENTRED = (*_LEVELS, *_POINTS, "sign", "direction", "measure")
_HEAD = (14, 36)
"""A label of the head and its field."""


def layout(sheet: Sheet) -> Form:
    """The sheet on a grid."""
    columns, fund_columns = columns_of(sheet), fund_columns_of(sheet)
    grid = _grid(columns, fund_columns)
    draft = Draft(tuple(grid))
    whole = [len(grid)]
    draft.row([_field(sheet.title, TITLE)], whole)
    draft.row([Piece(_year(sheet.year), FIGURE, sheet.year.path)], whole)
    _head(draft, sheet, grid)
    _funds(draft, sheet, fund_columns, grid)
    _goals(draft, sheet, grid)
    _table(draft, sheet, columns, grid)
    for label, value in sheet.remarks:
        draft.row([Piece(label), _field(value, TEXT)], _alone(grid))
    return draft.done()


def columns_of(sheet: Sheet) -> tuple[str, ...]:
    """Columns of the indicator table: those the sheet has, and those in which something stands."""
    return tuple(
        role
        for role in words.ORDER
        if role in sheet.columns
        or any((value := _cell(row, role)) and value.filled for row in sheet.indicators)
    )


def fund_columns_of(sheet: Sheet) -> tuple[str, ...]:
    return tuple(
        role
        for role in FUND_COLUMNS
        if role in sheet.fund_columns or any(getattr(row, role).filled for row in sheet.funds)
    )


def _grid(columns: Sequence[str], fund_columns: Sequence[str]) -> list[int]:
    """The widths of the block that has more columns; the others are fitted to them."""
    table = [words.WIDTHS[role] for role in columns]
    funds = [words.ROW_NAME, *(words.FUND_WIDTHS[role] for role in fund_columns)]
    widest = max(table, funds, key=len)
    # A head of two fields and two goals side by side need as much, whatever else is missing.
    return [words.SIDE, *widest, *[words.ROW_NAME] * (3 - len(widest))]


def _head(draft: Draft, sheet: Sheet, grid: Sequence[int]) -> None:
    draft.row([Piece(words.PROJECT), _field(sheet.project, TEXT)], _alone(grid))
    fields = [(words.DEPARTMENT, sheet.department), (words.UNIT, sheet.unit), *sheet.details]
    if sheet.headline.filled:
        fields.append((words.HEADLINE, sheet.headline))
    while fields:
        pair, fields = fields[:2], fields[2:]
        pieces = [piece for label, value in pair for piece in (Piece(label), _field(value, TEXT))]
        draft.row([*pieces], spans(_HEAD * 2, grid) if len(pair) == 2 else _alone(grid))


def _alone(grid: Sequence[int]) -> list[int]:
    """A label as wide as those of two fields side by side, and its field over the rest."""
    label = spans(_HEAD * 2, grid)[0]
    return [label, len(grid) - label]


def _funds(draft: Draft, sheet: Sheet, columns: Sequence[str], grid: Sequence[int]) -> None:
    if not (columns or sheet.funds or sheet.money_unit.filled):
        return
    unit = f"\n（{sheet.money_unit.text}）" if sheet.money_unit.text else ""
    over = spans([words.ROW_NAME, *(words.FUND_WIDTHS[role] for role in columns)], grid[1:])
    name = Piece(words.MONEY + unit, HEADING, sheet.money_unit.path, rows=len(sheet.funds) + 1)
    heads = [Piece(FUND_COLUMNS[role], HEADING) for role in columns]
    draft.row([name, Piece("", HEADING), *heads], [1, *over])
    for row in sheet.funds:
        cells = [_field(getattr(row, role), TEXT if role == "note" else FIGURE) for role in columns]
        draft.row([Piece(row.label), *cells], over, 1)


def _goals(draft: Draft, sheet: Sheet, grid: Sequence[int]) -> None:
    halves = spans((1, 1), grid[1:])
    heads = [Piece(words.PLANNED, HEADING), Piece(words.ACTUAL, HEADING)]
    draft.row([Piece(words.GOALS, HEADING, rows=2), *heads], [1, *halves])
    draft.row([_field(sheet.planned, TEXT), _field(sheet.actual, TEXT)], halves, 1)


def _table(draft: Draft, sheet: Sheet, columns: Sequence[str], grid: Sequence[int]) -> None:
    over = spans([words.WIDTHS[role] for role in columns], grid[1:]) if columns else [len(grid) - 1]
    heads = [Piece(words.COLUMNS[role], HEADING) for role in columns] or [Piece("", HEADING)]
    side = Piece(words.INDICATORS, HEADING, rows=len(sheet.indicators) + 1)
    draft.row([side, *heads], [1, *over])
    levels = {role: _merged(sheet.indicators, role) for role in _LEVELS}
    for index, row in enumerate(sheet.indicators):
        pieces: list[Piece | None] = []
        for role in columns:
            if role in levels:
                pieces.append(levels[role][index])
            else:
                value = _cell(row, role) or Value(f"indicators.{index}.{role}")
                pieces.append(_field(value, FIGURE if role in _CENTRED else TEXT))
        draft.row(pieces, over, 1)
    _total(draft, sheet, columns, over)


def _merged(rows: Sequence[Indicator], role: str) -> list[Piece | None]:
    """A piece at the first of rows that share a level, reaching over the others."""

    def shared(row: Indicator) -> tuple[str, ...]:
        return tuple(getattr(row, name).text for name in _LEVELS[: _LEVELS.index(role) + 1])

    pieces: list[Piece | None] = []
    for level, group in groupby(rows, shared):
        values = [getattr(row, role) for row in group]
        if not level[-1]:
            pieces += [_field(value, FIGURE) for value in values]
            continue
        also = tuple(value.path for value in values[1:])
        pieces.append(_field(values[0], FIGURE)._replace(also=also, rows=len(values)))
        pieces += [None] * (len(values) - 1)
    return pieces


def _total(draft: Draft, sheet: Sheet, columns: Sequence[str], over: Sequence[int]) -> None:
    """Weight and score under their columns, the grade under the notes."""
    fields = {
        role: _field(value, FIGURE)
        for role, value in (("weight", sheet.total.weight), ("score", sheet.total.score))
        if role in columns or value.filled
    }
    if sheet.grade.filled:
        fields["note"] = _field(sheet.grade, FIGURE)
    if not fields:
        return
    name = Piece(words.TOTAL, HEADING)
    first = next((index for index, role in enumerate(columns) if role in fields), 0)
    if not first or not fields.keys() <= set(columns):
        # Something in it stands under no column of the table.
        parts = spans([1] * (len(fields) + 1), [1] * (sum(over) + 1))
        draft.row([name, *fields.values()], parts)
        return
    pieces = [name]
    parts = [1 + sum(over[:first])]
    for role, wide in zip(columns[first:], over[first:], strict=True):
        pieces.append(fields.get(role, Piece()))
        parts.append(wide)
    draft.row([*pieces], parts)


def _cell(row: Indicator, role: str) -> Value | None:
    more = row.extra_cell(role)
    return more if more is not None else getattr(row, role, None)


def _field(value: Value, kind: str) -> Piece:
    return Piece(value.raw, kind, value.path)


def _year(year: Value) -> str:
    """``（2021年度）``, where the sheet has it on a line of its own and where its title names it."""
    bare = year.raw.isascii() and year.raw.isdigit()
    return words.YEAR.format(year=year.raw) if bare else year.raw
