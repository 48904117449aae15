"""A small piece of the table around the cell that a finding is about."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.recognise.labels import FIELD_LABELS, FUND_COLUMNS, INDICATOR_COLUMNS
from sheetlint.run.results import Excerpt, ExcerptRow
from sheetlint.sheet.sheet import FundRow, Indicator, Sheet, fund_key
from sheetlint.sheet.value import ABSENT, Value
from sheetlint.sheet.where import column_letters

_AMOUNTS = ("initial", "budget", "executed")
_EXECUTION = ("budget", "executed", "weight", "rate", "score")
_LEVELS = ("level1", "level2", "level3")


def make_excerpt(sheet: Sheet, at: Value, has_cell_addresses: bool) -> Excerpt | None:
    """The cell with its neighbours; None where the finding is about no cell of a table.

    Worksheets have cell addresses, so that their columns are shown with letters.
    """
    found = _find_rows(sheet, at)
    if found is None or has_cell_addresses:
        return found
    return found._replace(letters=("",) * len(found.headers))


def _find_rows(sheet: Sheet, at: Value) -> Excerpt | None:
    block, _, rest = at.path.partition(".")
    key, _, field = rest.partition(".")
    if block == "funds" and field:
        return _funds_excerpt(sheet, key, field)
    if block == "indicators" and field and key.isdigit() and int(key) < len(sheet.indicators):
        return _indicator_excerpt(sheet.indicators[int(key)], field, sheet.columns)
    if block == "total":
        return _total_excerpt(sheet, rest)
    return None


def _funds_excerpt(sheet: Sheet, key: str, field: str) -> Excerpt | None:
    row = next((r for i, r in enumerate(sheet.funds) if fund_key(r, i) == key), None)
    if row is None or field not in FUND_COLUMNS:
        return None
    # Amounts are compared with those of the other rows, everything else with its own row.
    rows = sheet.funds if field in _AMOUNTS else (row,)
    beside = _AMOUNTS if field in _AMOUNTS else _EXECUTION
    fields = [
        name
        for name in FUND_COLUMNS
        if name == field or (name in beside and any(getattr(r, name).state != ABSENT for r in rows))
    ]
    cells = [[getattr(r, name) for name in fields] for r in rows]
    # The name of the row is no field of its own: it has a text, and no column letter.
    return Excerpt(
        ("", *_column_letters(cells)),
        ("", *(FUND_COLUMNS[name] for name in fields)),
        tuple(
            ExcerptRow(_row_number(line, fields.index(field)), (fund.label, *(v.raw for v in line)))
            for fund, line in zip(rows, cells, strict=True)
        ),
        (rows.index(row), fields.index(field) + 1),
    )


def _indicator_excerpt(row: Indicator, field: str, columns: tuple[str, ...]) -> Excerpt | None:
    if field not in INDICATOR_COLUMNS:
        return None
    # The label of the place names the levels already: the third one is enough to find the row by.
    fields = [
        name
        for name in INDICATOR_COLUMNS
        if name == field or (name not in _LEVELS[:2] and _has(row, name, columns))
    ]
    if field in _LEVELS:
        fields = [name for name in fields if name in (*_LEVELS, "weight", "score")]
        fields = [*_LEVELS, *(name for name in fields if name not in _LEVELS)]
    cells = [[getattr(row, name) for name in fields]]
    return Excerpt(
        _column_letters(cells),
        tuple(INDICATOR_COLUMNS[name] for name in fields),
        (ExcerptRow(_row_number(cells[0], fields.index(field)), tuple(v.raw for v in cells[0])),),
        (0, fields.index(field)),
    )


def _has(row: Indicator | FundRow, name: str, columns: tuple[str, ...]) -> bool:
    return name in columns or getattr(row, name).state != ABSENT


def _total_excerpt(sheet: Sheet, field: str) -> Excerpt | None:
    fields = ("weight", "score")
    if field not in fields:
        return None
    cells = [list(sheet.total)]
    return Excerpt(
        ("", *_column_letters(cells)),
        ("", *(FIELD_LABELS[f"total.{name}"][-1] for name in fields)),
        (
            ExcerptRow(
                _row_number(cells[0], fields.index(field)),
                (FIELD_LABELS["total.score"][0], *(v.raw for v in cells[0])),
            ),
        ),
        (0, fields.index(field) + 1),
    )


def _column_letters(rows: Sequence[Sequence[Value]]) -> tuple[str, ...]:
    """The worksheet's column letters; empty texts where the rows do not agree on one."""
    return tuple(_column_letter(column) for column in zip(*rows, strict=True))


def _column_letter(column: Sequence[Value]) -> str:
    known = {
        value.where.column
        for value in column
        if value.where.column is not None and value.where.row is not None
    }
    return column_letters(known.pop()) if len(known) == 1 else ""


def _row_number(row: Sequence[Value], marked: int) -> int | None:
    """The number of the row, that of the marked cell first: a merged cell began further up."""
    for value in (row[marked], *row):
        number = value.where.row if value.where.row is not None else value.where.line
        if number is not None:
            return number
    return None
