"""A sheet as the national form prints it, with the columns that the sheet has.

Every filled field of the sheet stands in one cell of the form, whatever form it was read from.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sheetlint.recognise.labels import FUND_COLUMNS
from sheetlint.report.form import printed_labels
from sheetlint.report.form.column_spans import fit_columns
from sheetlint.report.form.grid import FIGURE, HEADING, TEXT, TITLE, CellContent, Form, FormBuilder
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value

_LEVELS = ("level1", "level2")
_POINTS = ("weight", "coefficient", "deduction", "item_score", "score", "review")
_CENTRED = (*_LEVELS, *_POINTS, "sign", "direction", "measure")
_HEAD = (14, 36)
"""A label of the head and its field."""


def build_form(sheet: Sheet) -> Form:
    """The sheet on a grid."""
    columns, fund_columns = find_indicator_columns(sheet), find_fund_columns(sheet)
    grid = _grid(columns, fund_columns)
    builder = FormBuilder(tuple(grid))
    whole = [len(grid)]
    builder.add_row([_field(sheet.title, TITLE)], whole)
    builder.add_row([CellContent(_year(sheet.year), FIGURE, sheet.year.path)], whole)
    _head(builder, sheet, grid)
    _funds(builder, sheet, fund_columns, grid)
    _goals(builder, sheet, grid)
    _table(builder, sheet, columns, grid)
    for label, value in sheet.remarks:
        builder.add_row([CellContent(label), _field(value, TEXT)], _label_and_field(grid))
    return builder.build()


def find_indicator_columns(sheet: Sheet) -> tuple[str, ...]:
    """Columns of the indicator table: those the sheet has, and those in which something stands."""
    return tuple(
        role
        for role in printed_labels.ORDER
        if role in sheet.columns
        or any((value := _cell(row, role)) and value.filled for row in sheet.indicators)
    )


def find_fund_columns(sheet: Sheet) -> tuple[str, ...]:
    return tuple(
        role
        for role in FUND_COLUMNS
        if role in sheet.fund_columns or any(getattr(row, role).filled for row in sheet.funds)
    )


def _grid(columns: Sequence[str], fund_columns: Sequence[str]) -> list[int]:
    """The widths of the block that has more columns; the others are fitted to them."""
    table = [printed_labels.WIDTHS[role] for role in columns]
    funds = [printed_labels.ROW_NAME, *(printed_labels.FUND_WIDTHS[role] for role in fund_columns)]
    widest = max(table, funds, key=len)
    # A head of two fields and two goals side by side need as much, whatever else is missing.
    return [printed_labels.SIDE, *widest, *[printed_labels.ROW_NAME] * (3 - len(widest))]


def _head(builder: FormBuilder, sheet: Sheet, grid: Sequence[int]) -> None:
    builder.add_row(
        [CellContent(printed_labels.PROJECT), _field(sheet.project, TEXT)], _label_and_field(grid)
    )
    fields = [
        (printed_labels.DEPARTMENT, sheet.department),
        (printed_labels.UNIT, sheet.unit),
        *sheet.details,
    ]
    if sheet.headline.filled:
        fields.append((printed_labels.HEADLINE, sheet.headline))
    while fields:
        pair, fields = fields[:2], fields[2:]
        pieces = [
            piece for label, value in pair for piece in (CellContent(label), _field(value, TEXT))
        ]
        builder.add_row(
            [*pieces], fit_columns(_HEAD * 2, grid) if len(pair) == 2 else _label_and_field(grid)
        )


def _label_and_field(grid: Sequence[int]) -> list[int]:
    """Spans of a label as wide as in a row of two fields, and of its field over the rest."""
    label = fit_columns(_HEAD * 2, grid)[0]
    return [label, len(grid) - label]


def _funds(builder: FormBuilder, sheet: Sheet, columns: Sequence[str], grid: Sequence[int]) -> None:
    if not (columns or sheet.funds or sheet.money_unit.filled):
        return
    unit = f"\n（{sheet.money_unit.text}）" if sheet.money_unit.text else ""
    over = fit_columns(
        [printed_labels.ROW_NAME, *(printed_labels.FUND_WIDTHS[role] for role in columns)], grid[1:]
    )
    name = CellContent(
        printed_labels.MONEY + unit, HEADING, sheet.money_unit.path, rows=len(sheet.funds) + 1
    )
    heads = [CellContent(FUND_COLUMNS[role], HEADING) for role in columns]
    builder.add_row([name, CellContent("", HEADING), *heads], [1, *over])
    for row in sheet.funds:
        cells = [_field(getattr(row, role), TEXT if role == "note" else FIGURE) for role in columns]
        builder.add_row([CellContent(row.label), *cells], over, 1)


def _goals(builder: FormBuilder, sheet: Sheet, grid: Sequence[int]) -> None:
    halves = fit_columns((1, 1), grid[1:])
    heads = [
        CellContent(printed_labels.PLANNED, HEADING),
        CellContent(printed_labels.ACTUAL, HEADING),
    ]
    builder.add_row([CellContent(printed_labels.GOALS, HEADING, rows=2), *heads], [1, *halves])
    builder.add_row([_field(sheet.planned, TEXT), _field(sheet.actual, TEXT)], halves, 1)


def _table(builder: FormBuilder, sheet: Sheet, columns: Sequence[str], grid: Sequence[int]) -> None:
    over = (
        fit_columns([printed_labels.WIDTHS[role] for role in columns], grid[1:])
        if columns
        else [len(grid) - 1]
    )
    heads = [CellContent(printed_labels.COLUMNS[role], HEADING) for role in columns] or [
        CellContent("", HEADING)
    ]
    side = CellContent(printed_labels.INDICATORS, HEADING, rows=len(sheet.indicators) + 1)
    builder.add_row([side, *heads], [1, *over])
    levels = {role: _merge_levels(sheet.indicators, role) for role in _LEVELS}
    for index, row in enumerate(sheet.indicators):
        pieces: list[CellContent | None] = []
        for role in columns:
            if role in levels:
                pieces.append(levels[role][index])
            else:
                value = _cell(row, role) or Value(f"indicators.{index}.{role}")
                pieces.append(_field(value, FIGURE if role in _CENTRED else TEXT))
        builder.add_row(pieces, over, 1)
    _total(builder, sheet, columns, over)


def _merge_levels(rows: Sequence[Indicator], role: str) -> list[CellContent | None]:
    """A piece at the first of rows that share a level, reaching over the others."""

    def shared(row: Indicator) -> tuple[str, ...]:
        return tuple(getattr(row, name).text for name in _LEVELS[: _LEVELS.index(role) + 1])

    pieces: list[CellContent | None] = []
    for level, group in groupby(rows, shared):
        values = [getattr(row, role) for row in group]
        if not level[-1]:
            pieces += [_field(value, FIGURE) for value in values]
            continue
        other_paths = tuple(value.path for value in values[1:])
        pieces.append(_field(values[0], FIGURE)._replace(other_paths=other_paths, rows=len(values)))
        pieces += [None] * (len(values) - 1)
    return pieces


def _total(builder: FormBuilder, sheet: Sheet, columns: Sequence[str], over: Sequence[int]) -> None:
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
    name = CellContent(printed_labels.TOTAL, HEADING)
    first = next((index for index, role in enumerate(columns) if role in fields), 0)
    if not first or not fields.keys() <= set(columns):
        # Something in it stands under no column of the table.
        parts = fit_columns([1] * (len(fields) + 1), [1] * (sum(over) + 1))
        builder.add_row([name, *fields.values()], parts)
        return
    pieces = [name]
    parts = [1 + sum(over[:first])]
    for role, wide in zip(columns[first:], over[first:], strict=True):
        pieces.append(fields.get(role, CellContent()))
        parts.append(wide)
    builder.add_row([*pieces], parts)


def _cell(row: Indicator, role: str) -> Value | None:
    more = row.extra_cell(role)
    return more if more is not None else getattr(row, role, None)


def _field(value: Value, kind: str) -> CellContent:
    return CellContent(value.raw, kind, value.path)


def _year(year: Value) -> str:
    """``（2021年度）``, where the sheet has it on a line of its own and where its title names it."""
    bare = year.raw.isascii() and year.raw.isdigit()
    return printed_labels.YEAR.format(year=year.raw) if bare else year.raw
