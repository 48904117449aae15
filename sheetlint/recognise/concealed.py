"""Scored data that the file holds and does not show: rows, columns and worksheets set to hidden."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.model import Remark, Sheet, Text, column_letters
from sheetlint.tables import Table


def hidden_worksheet(sheet: Sheet, table: Table) -> Remark:
    """A whole sheet in a worksheet that is hidden: said, and not checked."""
    name = sheet.project.text or sheet.title.text
    return Remark(
        Text(
            f"隐藏的工作表“{table.name}”里有一张自评表（{name}），没有检查",
            f"the hidden worksheet {table.name!r} holds a sheet ({name}); it was not checked",
        ),
        sheet.title,
    )


def hidden_cells(sheet: Sheet, table: Table) -> Iterator[Remark]:
    """One remark for each hidden row and each hidden column that holds a figure of the sheet."""
    rows = {row.number for row in table.rows if row.hidden}
    if not rows and not table.hidden_columns:
        return
    said: set[tuple[str, int]] = set()
    for value in sheet.values():
        if not value.known or value.where.row is None or value.where.column is None:
            continue
        row, column = value.where.row, value.where.column
        if row in rows and ("row", row) not in said:
            said.add(("row", row))
            yield Remark(
                Text(
                    f"第 {row} 行是隐藏的，里面有计入自评表的数字",
                    f"row {row} is hidden and holds figures of the sheet",
                ),
                value,
            )
        if ("column", column) not in said and any(column - 1 in r for r in table.hidden_columns):
            said.add(("column", column))
            letters = column_letters(column)
            yield Remark(
                Text(
                    f"{letters} 列是隐藏的，里面有计入自评表的数字",
                    f"column {letters} is hidden and holds figures of the sheet",
                ),
                value,
            )
