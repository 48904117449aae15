"""Notes on scored data in rows, columns and worksheets that are set to hidden."""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.sheet.sheet import ReadingNote, Sheet
from sheetlint.sheet.tables import Table
from sheetlint.sheet.where import column_letters


def hidden_worksheet_note(sheet: Sheet, table: Table) -> ReadingNote:
    """The note on a sheet in a hidden worksheet, which is not checked."""
    name = sheet.project.text or sheet.title.text
    return ReadingNote(
        Text(
            f"隐藏的工作表“{table.name}”里有一张自评表（{name}），没有检查",
            f"the hidden worksheet {table.name!r} holds a sheet ({name}); it was not checked",
        ),
        sheet.title,
    )


def hidden_cell_notes(sheet: Sheet, table: Table) -> Iterator[ReadingNote]:
    """A note for each hidden row and each hidden column that holds a figure of the sheet."""
    # A document may have several tables, each with rows and columns of its own.
    rows = {(row.table, row.number) for row in table.rows if row.hidden}
    columns: dict[str | None, list[range]] = {}
    for hidden in table.hidden_columns:
        columns.setdefault(hidden.table, []).append(hidden.columns)
    if not rows and not columns:
        return
    noted: set[Text] = set()
    for value in sheet.values():
        name, row, column = value.where.table, value.where.row, value.where.column
        if not value.known or row is None or column is None:
            continue
        found: list[Text] = []
        if (name, row) in rows:
            found.append(_row_hidden(row))
        if any(column - 1 in hidden for hidden in columns.get(name, ())):
            found.append(_column_hidden(column))
        for text in found:
            if text not in noted:
                noted.add(text)
                yield ReadingNote(text, value)


def _row_hidden(row: int) -> Text:
    return Text(
        f"第 {row} 行是隐藏的，里面有计入自评表的数字",
        f"row {row} is hidden and holds figures of the sheet",
    )


def _column_hidden(column: int) -> Text:
    letters = column_letters(column)
    return Text(
        f"{letters} 列是隐藏的，里面有计入自评表的数字",
        f"column {letters} is hidden and holds figures of the sheet",
    )
