"""Numbers of rows and columns that the file repeats or that a cell covers, within bounds."""

from __future__ import annotations

from sheetlint.sheet.tables import Row

_FREE = 1_000
"""A cell over more rows or columns was drawn over whole columns or rows; it is cut to those used."""


def parse_count(attributes: dict[str, str], name: str, most: int) -> int:
    """A number of columns, rows or blanks: at least 1, and never above ``most``."""
    digits = attributes.get(name, "1")
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return max(1, min(int(digits), most) if len(digits) < 10 else most)


def limit_spans(rows: list[Row]) -> list[Row]:
    """The rows, with spans over whole rows or columns cut to those in use."""
    wide = max((cell.columns for row in rows for cell in row.cells), default=0)
    high = max((cell.rows for row in rows for cell in row.cells), default=0)
    if max(wide, high) < _FREE:
        return rows
    last_row = rows[-1].number
    last_column = max(row.cells[-1].column for row in rows)
    return [
        row._replace(
            cells=tuple(
                cell._replace(
                    columns=_cut(cell.columns, last_column - cell.column + 1),
                    rows=_cut(cell.rows, last_row - row.number + 1),
                )
                for cell in row.cells
            )
        )
        for row in rows
    ]


def _cut(span: int, used: int) -> int:
    return span if span < _FREE else max(1, min(span, used))
