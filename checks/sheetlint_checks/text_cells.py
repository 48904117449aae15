"""The cells of a sheet that hold explanations in words."""

from collections.abc import Iterator

from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value


def text_cells(sheet: Sheet) -> Iterator[Value]:
    """The filled cells of results, goals, notes of both tables, and the blocks below them."""
    cells = [sheet.actual, sheet.planned]
    cells += [row.note for row in sheet.funds]
    cells += [row.note for row in sheet.indicators]
    cells += [value for _, value in sheet.remarks]
    return (cell for cell in cells if cell.filled)


def mentions_any(sheet: Sheet, words: tuple[str, ...]) -> bool:
    """Whether some text of the sheet contains one of the words."""
    return any(word in cell.text for cell in text_cells(sheet) for word in words)
